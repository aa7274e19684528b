// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/tag_deflater.h"

#include <libdeflate.h>
#include <zlib.h>

#include <new>

namespace dateline::bulk {
namespace {

struct EndDeflate {
    void operator()(z_stream* stream) const {
        deflateEnd(stream);
        delete stream;
    }
};
using Stream = std::unique_ptr<z_stream, EndDeflate>;

constexpr int level = 1;  // fast, not small

Stream open_stream() {
    Stream stream(new z_stream{});
    const int result = deflateInit2(stream.get(), level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
    if (result != Z_OK) throw std::bad_alloc();
    return stream;
}

}  // namespace

struct TagDeflater::Engine {
    std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> quick{
        libdeflate_alloc_compressor(level), libdeflate_free_compressor};
    Stream guarded;  // for long tags: zlib writes the tail (a sync flush), libdeflate cannot
    std::string output;

    std::size_t deflate_short(std::string_view tag) {
        return libdeflate_deflate_compress(quick.get(), tag.data(), tag.size(), output.data(),
                                           tag.size() - 1);
    }

    std::size_t deflate_guarded(std::string_view tag) {
        if (!guarded) guarded = open_stream();
        deflateReset(guarded.get());
        // zlib reads only, but its pointer is not const.
        guarded->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(tag.data()));
        guarded->avail_in = static_cast<uInt>(tag.size());
        guarded->next_out = reinterpret_cast<Bytef*>(output.data());
        guarded->avail_out = static_cast<uInt>(tag.size() - 1);
        if (::deflate(guarded.get(), Z_SYNC_FLUSH) != Z_OK || guarded->avail_out == 0) return 0;
        if (::deflate(guarded.get(), Z_FINISH) != Z_STREAM_END) return 0;
        return tag.size() - 1 - guarded->avail_out;
    }
};

TagDeflater::TagDeflater() : engine_(std::make_unique<Engine>()) {
    if (!engine_->quick) throw std::bad_alloc();
}
TagDeflater::~TagDeflater() = default;

std::string_view TagDeflater::deflate(std::string_view tag) {
    if (tag.size() <= compress_min) return {};
    if (engine_->output.size() < tag.size()) engine_->output.resize(tag.size());
    const std::size_t size = tag.size() > reader_piece_bytes ? engine_->deflate_guarded(tag)
                                                             : engine_->deflate_short(tag);
    return {engine_->output.data(), size};
}

}  // namespace dateline::bulk
