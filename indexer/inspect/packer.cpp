// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/packer.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <new>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "common/error.h"

namespace dateline {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16;

class PlainPacker : public Packer {
public:
    explicit PlainPacker(Out out) : out_(std::move(out)) {}

    void add(std::string_view bytes) override {
        block_ += bytes;
        if (block_.size() >= block_bytes) finish();
    }

    void finish() override {
        out_(block_);
        block_.clear();
    }

private:
    Out out_;
    std::string block_;
};

class GzipPacker : public Packer {
public:
    explicit GzipPacker(Out out) : out_(std::move(out)) {
        constexpr int window_of_gzip = 15 + 16;
        constexpr int usual_memory = 8;
        if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_of_gzip, usual_memory,
                         Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    ~GzipPacker() override { deflateEnd(&stream_); }
    GzipPacker(const GzipPacker&) = delete;
    GzipPacker& operator=(const GzipPacker&) = delete;

    void add(std::string_view bytes) override {
        while (!bytes.empty()) {
            constexpr std::size_t most = std::numeric_limits<uInt>::max();
            const std::string_view part = bytes.substr(0, most);
            pack(part, Z_NO_FLUSH);
            bytes.remove_prefix(part.size());
        }
    }

    void finish() override { pack("", Z_FINISH); }

private:
    void pack(std::string_view bytes, int flush) {
        // zlib's interface is older than const, and writes nothing there.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(block_.data());
            stream_.avail_out = static_cast<uInt>(block_.size());
            deflate(&stream_, flush);
            out_(std::string_view(block_).substr(0, block_.size() - stream_.avail_out));
        } while (stream_.avail_out == 0);
    }

    Out out_;
    std::string block_ = std::string(block_bytes, '\0');
    z_stream stream_{};
};

class ZstdPacker : public Packer {
public:
    explicit ZstdPacker(Out out) : out_(std::move(out)) {
        if (!context_) throw std::bad_alloc();
        ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
    }

    void add(std::string_view bytes) override { pack(bytes, ZSTD_e_continue); }
    void finish() override { pack("", ZSTD_e_end); }

private:
    void pack(std::string_view bytes, ZSTD_EndDirective end) {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        for (;;) {
            ZSTD_outBuffer out{block_.data(), block_.size(), 0};
            const std::size_t left = ZSTD_compressStream2(context_.get(), &out, &in, end);
            if (ZSTD_isError(left) != 0)
                throw Error(std::string("cannot compress: ") + ZSTD_getErrorName(left));
            if (out.pos > 0) out_(std::string_view(block_).substr(0, out.pos));
            if (end == ZSTD_e_end ? left == 0 : in.pos == in.size) return;
        }
    }

    struct Free {
        void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    };
    Out out_;
    std::string block_ = std::string(block_bytes, '\0');
    std::unique_ptr<ZSTD_CCtx, Free> context_{ZSTD_createCCtx()};
};

}  // namespace

Packing packing_of(std::string_view name) {
    const std::string lower = ascii::lowered(name);
    if (lower.ends_with(".gz")) return Packing::gzip;
    return lower.ends_with(".zst") ? Packing::zstd : Packing::none;
}

std::unique_ptr<Packer> make_packer(Packing packing, Packer::Out out) {
    switch (packing) {
        case Packing::gzip:
            return std::make_unique<GzipPacker>(std::move(out));
        case Packing::zstd:
            return std::make_unique<ZstdPacker>(std::move(out));
        case Packing::none:
            break;
    }
    return std::make_unique<PlainPacker>(std::move(out));
}

}  // namespace dateline
