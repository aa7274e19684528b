// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/unpacked_bytes.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace dateline {

namespace {

constexpr std::size_t block_bytes = 128 * 1024;
constexpr std::string_view gzip_member = "\x1F\x8B\x08";  // how one begins
constexpr std::uint64_t most_ratio = 2000;                // gzip reaches half of that
constexpr std::uint64_t free_bytes = 1024 * 1024 * 1024;  // which need no reason

}  // namespace

BlockSource blocks_of(const FileBytes& file) {
    return [&file, at = std::uint64_t{0}](std::span<char> block) mutable {
        const std::size_t count = file.read_at(at, block);
        at += count;
        return count;
    };
}

FileBytes bytes_in_memory(std::string_view bytes) {
    return {bytes.size(), [bytes](std::uint64_t offset, std::span<char> block) {
                const std::string_view rest = bytes.substr(std::min(offset, bytes.size()));
                const std::size_t count = std::min(rest.size(), block.size());
                std::copy_n(rest.begin(), count, block.begin());
                return count;
            }};
}

struct UnpackedBytes::Gzip {
    Gzip() {
        constexpr int gzip_window = 15 + 16;
        if (inflateInit2(&stream, gzip_window) != Z_OK) throw std::bad_alloc();
    }
    ~Gzip() { inflateEnd(&stream); }
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;

    z_stream stream{};
    int state = Z_OK;
    bool full = false;  // zlib may hold more than it gave
};

struct UnpackedBytes::Zstd {
    Zstd() : stream(ZSTD_createDStream()) {
        if (stream == nullptr) throw std::bad_alloc();
        // A window of 128 MB is the largest that zstd's own tool takes without being asked.
        ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 27);
    }
    ~Zstd() { ZSTD_freeDStream(stream); }
    Zstd(const Zstd&) = delete;
    Zstd& operator=(const Zstd&) = delete;

    ZSTD_DStream* stream;
    std::size_t left = 0;  // 0 at the end of a frame
    bool full = false;     // zstd may hold more than it gave
};

UnpackedBytes::UnpackedBytes(BlockSource source) : source_(std::move(source)), block_(block_bytes) {
    read();
    if (rest_.starts_with("\x1F\x8B"))
        gzip_ = std::make_unique<Gzip>();
    else if (rest_.starts_with("\x28\xB5\x2F\xFD"))
        zstd_ = std::make_unique<Zstd>();
    if (gzip_ || zstd_) out_.resize(block_bytes);
}

UnpackedBytes::~UnpackedBytes() = default;

bool UnpackedBytes::read() {
    rest_ = {block_.data(), std::min(source_(block_), block_.size())};
    packed_bytes_ += rest_.size();
    return !rest_.empty();
}

std::string_view UnpackedBytes::next() {
    if (ended_) return {};
    const std::string_view bytes = gzip_ ? next_of_gzip() : zstd_ ? next_of_zstd() : next_plain();
    ended_ = ended_ || bytes.empty();
    unpacked_bytes_ += bytes.size();
    if (unpacked_bytes_ > free_bytes && unpacked_bytes_ / most_ratio > packed_bytes_)
        ended_ = damaged_ = true;
    return bytes;
}

std::string_view UnpackedBytes::next_plain() {
    if (rest_.empty() && !read()) return {};
    return std::exchange(rest_, {});
}

std::string_view UnpackedBytes::next_of_gzip() {
    z_stream& stream = gzip_->stream;
    for (;;) {
        if (rest_.empty() && !gzip_->full && !read()) {
            damaged_ = gzip_->state != Z_STREAM_END;
            return {};
        }
        if (gzip_->state == Z_STREAM_END) inflateReset(&stream);  // another member follows
        // zlib's interface has no const.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest_.data()));
        stream.avail_in = static_cast<uInt>(rest_.size());
        stream.next_out = reinterpret_cast<Bytef*>(out_.data());
        stream.avail_out = static_cast<uInt>(out_.size());
        gzip_->state = inflate(&stream, Z_NO_FLUSH);
        rest_.remove_prefix(rest_.size() - stream.avail_in);
        const int state = gzip_->state;
        gzip_->full = stream.avail_out == 0 && state == Z_OK;
        ended_ = damaged_ = state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR;
        const std::size_t count = out_.size() - stream.avail_out;
        if (count > 0 || ended_) return {out_.data(), count};
    }
}

/// Past the next bytes that begin a member, which may lie in two blocks; false at the end.
bool UnpackedBytes::skip_to_member() {
    std::size_t matched = 0;
    while (matched < gzip_member.size()) {
        if (rest_.empty() && !read()) return false;
        const char c = rest_.front();
        rest_.remove_prefix(1);
        matched = c == gzip_member[matched] ? matched + 1 : c == gzip_member[0] ? 1 : 0;
    }
    return true;
}

bool UnpackedBytes::resume() {
    if (!gzip_ || !damaged_ || !skip_to_member()) return false;
    z_stream& stream = gzip_->stream;
    inflateReset(&stream);
    std::array<char, gzip_member.size()> begin{};
    std::ranges::copy(gzip_member, begin.begin());
    stream.next_in = reinterpret_cast<Bytef*>(begin.data());
    stream.avail_in = begin.size();
    stream.next_out = reinterpret_cast<Bytef*>(out_.data());
    stream.avail_out = static_cast<uInt>(out_.size());
    gzip_->state = inflate(&stream, Z_NO_FLUSH);  // takes the three bytes, gives none
    gzip_->full = false;
    ended_ = damaged_ = false;
    resumed_ = true;
    return true;
}

std::string_view UnpackedBytes::next_of_zstd() {
    for (;;) {
        if (rest_.empty() && !zstd_->full && !read()) {
            damaged_ = zstd_->left != 0;
            return {};
        }
        ZSTD_inBuffer from{rest_.data(), rest_.size(), 0};
        ZSTD_outBuffer to{out_.data(), out_.size(), 0};
        zstd_->left = ZSTD_decompressStream(zstd_->stream, &to, &from);
        rest_.remove_prefix(from.pos);
        ended_ = damaged_ = ZSTD_isError(zstd_->left) != 0;
        zstd_->full = !ended_ && to.pos == to.size && zstd_->left != 0;
        if (to.pos > 0 || ended_) return {out_.data(), to.pos};
    }
}

Problem damaged_packing() {
    return {"", 0, "compressed file is damaged or cut off", true, ProblemKind::cut};
}

}  // namespace dateline
