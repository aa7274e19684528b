// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/content_coding.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr std::size_t most_ratio = 500;          // pages pack to a tenth
constexpr std::size_t free_bytes = 1024 * 1024;  // which need no reason
constexpr std::size_t step = 64 * 1024;

std::string damaged(std::string_view coding) {
    return fmt::format("its {} is damaged or cut off", coding);
}

/// True if there is more than anything sane holds.
bool is_too_much(std::size_t packed, std::size_t unpacked) {
    return unpacked > most_page_bytes || (unpacked > free_bytes && unpacked / most_ratio > packed);
}

const std::string too_much = "it unpacks to more than a page can have";

/// With a window of zlib's: gzip, zlib or bare deflate.
Unpacked inflated(std::string_view bytes, int window, std::string_view coding) {
    Unpacked out;
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK) return {"", damaged(coding)};
    const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
    std::array<char, step> block{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.bytes.append(block.data(), block.size() - stream.avail_out);
        if (is_too_much(bytes.size(), out.bytes.size())) return {"", too_much};
    }
    if (state != Z_STREAM_END) out.fault = damaged(coding);
    return out;
}

Unpacked from_gzip(std::string_view bytes) {
    return inflated(bytes, 15 + 16, "gzip");
}

/// Some servers send zlib's form, as the standard says, and some the bare one.
Unpacked from_deflate(std::string_view bytes) {
    Unpacked out = inflated(bytes, 15, "deflate");
    return out.bytes.empty() && !out.fault.empty() ? inflated(bytes, -15, "deflate") : out;
}

Unpacked from_brotli(std::string_view bytes) {
    Unpacked out;
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    std::array<char, step> block{};
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left = bytes.size();
    auto state = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (decoder && state == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
        auto* to = reinterpret_cast<std::uint8_t*>(block.data());
        std::size_t room = block.size();
        state = BrotliDecoderDecompressStream(decoder.get(), &left, &in, &room, &to, nullptr);
        out.bytes.append(block.data(), block.size() - room);
        if (is_too_much(bytes.size(), out.bytes.size())) return {"", too_much};
    }
    if (state != BROTLI_DECODER_RESULT_SUCCESS) out.fault = damaged("brotli");
    return out;
}

Unpacked from_zstd(std::string_view bytes) {
    constexpr int largest_window = 23;  // 8 MB, which is all that HTTP allows
    Unpacked out;
    const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(),
                                                                               ZSTD_freeDStream);
    if (!stream) return {"", damaged("zstd")};
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, largest_window);
    std::array<char, step> block{};
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t left = 1;  // 0 at the end of a frame
    bool full = false;     // zstd may hold more than it gave
    while (in.pos < in.size || full) {
        ZSTD_outBuffer to{block.data(), block.size(), 0};
        left = ZSTD_decompressStream(stream.get(), &to, &in);
        if (ZSTD_isError(left) != 0) break;
        out.bytes.append(block.data(), to.pos);
        full = to.pos == to.size && left != 0;
        if (is_too_much(bytes.size(), out.bytes.size())) return {"", too_much};
    }
    if (left != 0) out.fault = damaged("zstd");
    return out;
}

Unpacked as_it_is(std::string_view bytes) {
    return {std::string(bytes), ""};
}

struct Coding {
    std::string_view name;
    Unpacked (*unpack)(std::string_view bytes);
};

constexpr std::array codings{
    Coding{"gzip", from_gzip},    Coding{"x-gzip", from_gzip}, Coding{"deflate", from_deflate},
    Coding{"br", from_brotli},    Coding{"zstd", from_zstd},   Coding{"", as_it_is},
    Coding{"identity", as_it_is}, Coding{"none", as_it_is},    Coding{"utf-8", as_it_is}};

}  // namespace

std::optional<Unpacked> unpack_content(std::string_view coding, std::string_view bytes) {
    const auto* found = std::ranges::find(codings, coding, &Coding::name);
    if (found == codings.end()) return std::nullopt;
    return found->unpack(bytes);
}

Unpacked join_chunks(std::string_view bytes) {
    Unpacked out;
    const std::string fault = damaged("chunked transfer");
    for (;;) {
        const std::size_t end = bytes.find('\n');
        if (end == bytes.npos) return {std::move(out.bytes), fault};
        const std::string_view line = bytes.substr(0, end);
        const std::string_view size = ascii::trim(line.substr(0, line.find(';')));
        bytes.remove_prefix(end + 1);
        std::size_t count = 0;
        const auto [at, error] = std::from_chars(size.data(), size.data() + size.size(), count, 16);
        if (error != std::errc() || at != size.data() + size.size())
            return {std::move(out.bytes), fault};
        if (count == 0) return out;
        out.bytes += bytes.substr(0, count);
        if (count >= bytes.size()) return {std::move(out.bytes), fault};
        bytes.remove_prefix(count);
        if (bytes.starts_with('\r')) bytes.remove_prefix(1);
        if (bytes.starts_with('\n')) bytes.remove_prefix(1);
    }
}

}  // namespace dateline
