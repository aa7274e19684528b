// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/article.h"

#include <algorithm>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/origin.h"

namespace dateline {

std::uint32_t line_of(const Article& article, std::uint32_t offset) {
    const auto after = std::ranges::upper_bound(article.lines, offset, {}, &LineMark::offset);
    if (after == article.lines.begin()) return std::max(article.item_line, 1U);
    const LineMark& mark = *(after - 1);
    const auto text = std::string_view(article.body).substr(0, offset);
    if (mark.offset >= text.size()) return mark.line;
    const auto breaks = std::ranges::count(text.substr(mark.offset), '\n');
    return mark.line + static_cast<std::uint32_t>(breaks);
}

bool title_repeats_body(const Article& article) {
    return origin_of(article, "title") == Origin::first_sentence;
}

std::string article_id(std::uint32_t root, std::string_view identity) {
    std::uint64_t hash = XXH3_64bits_withSeed(identity.data(), identity.size(), root);
    std::string id(13, '0');
    for (std::size_t i = id.size(); i-- > 0; hash >>= 5)
        id[i] = "0123456789abcdefghjkmnpqrstvwxyz"[hash & 31];  // Crockford's base 32
    return id;
}

}  // namespace dateline
