// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/code_points.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <unordered_map>

#include "common/ascii.h"

namespace dateline {
namespace {

bool is_cjk(utf8proc_int32_t code) {
    struct Range {
        utf8proc_int32_t first, last;
    };
    static constexpr std::array<Range, 9> ranges{{{0x1100, 0x11FF},  // Hangul Jamo
                                                  {0x3005, 0x3007},  // ideographic iteration, zero
                                                  {0x3040, 0x30FF},  // Hiragana, Katakana
                                                  {0x3130, 0x318F},  // Hangul compatibility Jamo
                                                  {0x3400, 0x9FFF},  // Han
                                                  {0xAC00, 0xD7AF},  // Hangul syllables
                                                  {0xF900, 0xFAFF},  // Han compatibility
                                                  {0xFF66, 0xFFDC},  // half-width Kana, Hangul
                                                  {0x20000, 0x3FFFF}}};  // Han extensions
    for (const Range& range : ranges)
        if (code >= range.first && code <= range.last) return code != 0x30FB;  // middle dot
    return false;
}

CharClass class_of_category(utf8proc_category_t category) {
    switch (category) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
            return CharClass::letter;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return CharClass::digit;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return CharClass::mark;
        case UTF8PROC_CATEGORY_CF:
            return CharClass::ignorable;
        default:
            return CharClass::separator;
    }
}

using Codes = std::initializer_list<utf8proc_int32_t>;

CharClass class_of(utf8proc_int32_t code) {
    const auto is_one_of = [&](const Codes& codes) {
        return std::ranges::find(codes, code) != codes.end();
    };
    // The left quote U+2018 is often typed for an apostrophe.
    if (is_one_of({'\'', 0x2018, 0x2019, 0x201B, 0x02BC, 0x02BB, 0xFF07}))
        return CharClass::apostrophe;
    if (is_one_of({'-', 0x2010, 0x2011})) return CharClass::hyphen;
    // ª º ² ³ ¹ are marks of footnotes and ordinals.
    if (is_one_of({0x00AA, 0x00BA, 0x00B2, 0x00B3, 0x00B9})) return CharClass::separator;
    return is_cjk(code) ? CharClass::cjk : class_of_category(utf8proc_category(code));
}

struct LatinFolding {
    utf8proc_int32_t code;
    std::string_view plain;
};

/// Letters with a stroke or of two letters, which Unicode does not decompose.
constexpr std::array<LatinFolding, 10> latin_foldings{{{0xE6, "ae"},
                                                       {0xF0, "d"},
                                                       {0xF8, "o"},
                                                       {0xFE, "th"},
                                                       {0x111, "d"},
                                                       {0x127, "h"},
                                                       {0x131, "i"},
                                                       {0x142, "l"},
                                                       {0x153, "oe"},
                                                       {0x167, "t"}}};

std::string_view latin_folding(utf8proc_int32_t code) {
    const auto found = std::ranges::find(latin_foldings, code, &LatinFolding::code);
    return found == latin_foldings.end() ? "" : found->plain;
}

/// Accents are dropped from Latin and Greek letters; elsewhere a mark changes the letter (й is no
/// и, and Indian vowel signs are marks), except the Cyrillic ё, which print often leaves without
/// its dots.
bool drops_marks(utf8proc_int32_t base) {
    return (base < 0x250) || (base >= 0x370 && base < 0x400) || base == 0x435;
}

/// Compatibility form with case folded; without accents where `plain`.
std::string fold_code(utf8proc_int32_t code, bool plain) {
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    const auto count =
        utf8proc_decompose_char(code, parts.data(), std::ssize(parts), options, &boundary);
    if (count <= 0 || count > std::ssize(parts)) return encode(code);
    std::string folded;
    utf8proc_int32_t base = parts[0];
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        const utf8proc_int32_t part = parts[static_cast<std::size_t>(i)];
        const bool mark = class_of_category(utf8proc_category(part)) == CharClass::mark;
        if (!mark) base = part;
        if (mark && plain && drops_marks(base)) continue;
        const std::string_view latin = plain ? latin_folding(part) : "";
        folded += latin.empty() ? encode(part) : std::string(latin);
    }
    if (plain && drops_marks(base)) return folded;
    // Composed again, so that a letter is the same whether the text has it in one piece or in two.
    return composed(folded);
}

struct Known {
    CharClass kind;
    std::string folded;
    std::string accented;
};

Known look_up(utf8proc_int32_t code) {
    const CharClass kind = class_of(code);
    switch (kind) {
        case CharClass::separator:
        case CharClass::ignorable:
            return {kind, "", ""};
        case CharClass::apostrophe:
            return {kind, "'", "'"};
        case CharClass::hyphen:
            return {kind, "-", "-"};
        case CharClass::letter:
        case CharClass::digit:
        case CharClass::cjk:
            return {kind, fold_code(code, true), fold_code(code, false)};
        case CharClass::mark: {
            const bool accent =
                code >= 0x300 && code < 0x370;  // belongs to a Latin or Greek letter
            return {kind, accent ? "" : encode(code), encode(code)};
        }
    }
    return {};
}

/// Characters met by this thread, so that Unicode's tables are asked once for each.
const Known& known(utf8proc_int32_t code) {
    thread_local std::unordered_map<utf8proc_int32_t, Known> cache;
    thread_local std::array<const Known*, 0x3000> direct{};
    const auto index = static_cast<std::size_t>(code);
    if (index < direct.size() && direct[index] != nullptr) return *direct[index];
    auto found = cache.find(code);
    if (found == cache.end()) found = cache.emplace(code, look_up(code)).first;
    if (index < direct.size()) direct[index] = &found->second;
    return found->second;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    if (!ascii::is_wide(text[at])) return {text[at], 1};
    CodePoint point;
    const auto rest = static_cast<utf8proc_ssize_t>(text.size() - at);
    const auto length = utf8proc_iterate(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), rest, &point.value);
    if (length <= 0) return {};
    point.bytes = static_cast<std::size_t>(length);
    return point;
}

void decode(std::string_view text, std::u32string& points) {
    points.clear();
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        points += static_cast<char32_t>(point.value);
        at += point.bytes;
    }
}

std::string encode(std::int32_t point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(point, bytes.data());
    return {bytes.begin(), bytes.begin() + length};
}

std::string composed(std::string_view text) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     std::ssize(text), &bytes, UTF8PROC_COMPOSE);
    std::string result = length >= 0 ? std::string(bytes, bytes + length) : std::string(text);
    std::free(bytes);
    return result;
}

Character character_at(std::string_view text, std::size_t offset) {
    const CodePoint point = code_point_at(text, offset);
    if (point.value < 0) return {};
    const Known& found = known(point.value);
    return {found.kind, static_cast<std::uint8_t>(point.bytes), found.folded, found.accented};
}

}  // namespace dateline
