// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fingerprint.h"

#include <algorithm>
#include <ranges>

#include "common/file_stamp.h"
#include "common/folding.h"

namespace dateline {
namespace {

/// Of fewer bytes a body is short.
constexpr std::size_t tells_enough = 200;

std::uint64_t text_hash(const Article& article) {
    std::string text = article.title;
    text.append(1, '\0').append(article.body);
    if (article.body.size() < tells_enough) {
        text.append(1, '\0').append(article.outlet).append(1, '\0').append(article.url);
        if (article.published) text.append(1, '\0').append(to_string(*article.published));
    }
    return content_hash(text);
}

std::uint32_t upper_half(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32);
}

std::array<std::uint8_t, 16> least_of(std::span<const Shingle> shingles) {
    std::array<std::uint8_t, 16> kept{};
    std::array<Shingle, 16> least;
    least.fill(~Shingle{});
    for (const Shingle shingle : shingles) {
        Shingle& known = least[shingle >> 28];
        known = std::min(known, shingle & 0x0fffffff);
    }
    // The lowest bits: the upper ones of a least number are mostly 0.
    for (std::size_t i = 0; i < kept.size(); ++i)
        kept[i] = least[i] == ~Shingle{} ? 0 : static_cast<std::uint8_t>(least[i]);
    return kept;
}

template <typename Number>
void put(std::string& bytes, Number number) {
    for (std::size_t i = sizeof number; i-- > 0;) bytes += static_cast<char>(number >> (8 * i));
}

template <typename Number>
Number take(std::string_view& bytes) {
    Number number = 0;
    for (const char c : bytes.substr(0, sizeof number))
        number = static_cast<Number>(number << 8 | static_cast<unsigned char>(c));
    bytes.remove_prefix(sizeof number);
    return number;
}

}  // namespace

Fingerprint fingerprint_of(const Article& article, std::span<const Shingle> shingles) {
    Fingerprint made;
    made.text = text_hash(article);
    made.source = article.file.hash;
    if (!article.url.empty()) made.url = upper_half(content_hash(fold_value(article.url)));
    if (!article.title.empty() && !article.derived.contains("title"))
        made.title = upper_half(content_hash(article.title));
    if (article.published) {
        const Day& day = article.published->day;
        made.day = static_cast<std::uint32_t>(int{day.year()}) * 10'000 +
                   static_cast<unsigned>(day.month()) * 100 + static_cast<unsigned>(day.day());
    }
    made.shingles = least_of(shingles);
    return made;
}

bool have_one_text(const Fingerprint& one, const Fingerprint& other) {
    return (one.text != 0 && one.text == other.text) ||
           (one.source != 0 && one.source == other.source);
}

bool are_of_one_article(const Fingerprint& one, const Fingerprint& other) {
    constexpr double least_share = 0.375;
    constexpr int few = 8;  // of the sixteenths
    const auto differ = [](std::uint32_t a, std::uint32_t b) { return a != 0 && b != 0 && a != b; };
    if (have_one_text(one, other)) return true;
    if (differ(one.url, other.url) || differ(one.day, other.day)) return false;
    int alike = 0;
    int of_one = 0;
    int of_other = 0;
    int of_either = 0;
    for (std::size_t i = 0; i < one.shingles.size(); ++i) {
        const std::uint8_t a = one.shingles[i];
        const std::uint8_t b = other.shingles[i];
        of_one += a != 0;
        of_other += b != 0;
        of_either += a != 0 || b != 0;
        alike += a != 0 && a == b;
    }
    const auto same = [](std::uint32_t a, std::uint32_t b) { return a != 0 && a == b; };
    const bool same_name =
        same(one.url, other.url) || (same(one.title, other.title) && same(one.day, other.day));
    if (std::max(of_one, of_other) < few && same_name) return true;
    return alike > 1 && alike >= least_share * of_either;
}

std::string encode_fingerprint(const Fingerprint& fingerprint) {
    std::string bytes;
    put(bytes, fingerprint.text);
    put(bytes, fingerprint.source);
    put(bytes, fingerprint.url);
    put(bytes, fingerprint.title);
    put(bytes, fingerprint.day);
    for (const std::uint8_t byte : fingerprint.shingles) put(bytes, byte);
    return bytes;
}

Fingerprint decode_fingerprint(std::string_view bytes) {
    Fingerprint read;
    constexpr std::size_t size = 44;
    if (bytes.size() != size) return read;
    read.text = take<std::uint64_t>(bytes);
    read.source = take<std::uint64_t>(bytes);
    read.url = take<std::uint32_t>(bytes);
    read.title = take<std::uint32_t>(bytes);
    read.day = take<std::uint32_t>(bytes);
    for (std::uint8_t& byte : read.shingles) byte = take<std::uint8_t>(bytes);
    return read;
}

}  // namespace dateline
