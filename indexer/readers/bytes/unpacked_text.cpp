// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/unpacked_text.h"

#include "indexer/readers/bytes/encoding.h"

namespace dateline {

namespace {

constexpr std::size_t unit_bytes = 2;

/// How much of it is whole characters: a pair of units is not cut.
std::size_t whole_bytes(std::string_view bytes, bool big_endian) {
    const std::size_t even = bytes.size() - bytes.size() % unit_bytes;
    if (even == 0) return 0;
    const auto high = static_cast<unsigned char>(bytes[even - (big_endian ? 2 : 1)]);
    return high >= 0xD8 && high < 0xDC ? even - unit_bytes : even;
}

}  // namespace

std::string_view UnpackedText::next() {
    if (encoding_ == Encoding::as_is) return bytes_.next();
    if (encoding_ != Encoding::unknown) return next_wide();
    while (rest_.size() < unit_bytes) {
        const std::string_view block = bytes_.next();
        if (block.empty()) break;
        rest_ += block;
    }
    encoding_ = rest_.starts_with("\xFF\xFE")   ? Encoding::utf16_little
                : rest_.starts_with("\xFE\xFF") ? Encoding::utf16_big
                                                : Encoding::as_is;
    if (encoding_ == Encoding::as_is) return rest_;
    rest_.erase(0, unit_bytes);
    return next_wide();
}

std::string_view UnpackedText::next_wide() {
    const bool big = encoding_ == Encoding::utf16_big;
    for (;;) {
        const std::string_view block = bytes_.next();
        rest_ += block;
        // At the end a half pair is decoded too, as what it is.
        const std::size_t whole = block.empty() ? rest_.size() : whole_bytes(rest_, big);
        text_ = decode_utf16(std::string_view(rest_).substr(0, whole), big);
        rest_.erase(0, whole);
        if (!text_.empty() || block.empty()) return text_;
    }
}

}  // namespace dateline
