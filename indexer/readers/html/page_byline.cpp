// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_byline.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/readers/html/element_names.h"

namespace dateline {

namespace {

constexpr std::size_t longest_byline = 120;

bool is_author_word(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"auteur", "auteurs", "author", "authorname", "authors", "autor", "autoren", "autores",
         "autorin", "byline", "bylines", "documentauthor", "redakteur", "verfasser", "writer",
         "writers"});
    return std::ranges::binary_search(words, word);
}

/// What stands beside a name: pictures, what she has written, how to follow her.
bool is_other_word(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"avatar", "bild", "bio", "biography", "comment", "description", "desc", "email", "follow",
         "image", "img", "job", "photo", "picture", "position", "role", "social", "title"});
    return std::ranges::find(words, word) != words.end();
}

bool is_byline(const xmlNode* node) {
    bool author = false;
    bool other = false;
    for (const char* name : {"class", "id", "itemprop", "data-testid"}) {
        for_each_name_word(attribute(node, name), [&](std::string_view word) {
            author = author || is_author_word(word);
            other = other || is_other_word(word);
        });
    }
    return author && !other;
}

/// A link to what else she has written.
bool links_to_author(const xmlNode* node) {
    if (element_name(node) != "a") return false;
    bool found = false;
    const auto look = [&](std::string_view word) { found = found || is_author_word(word); };
    for_each_name_word(attribute(node, "rel"), look);
    for_each_name_word(attribute(node, "href"), look);
    return found;
}

bool has_author_relation(const xmlNode* node) {
    bool found = false;
    for_each_name_word(attribute(node, "rel"),
                       [&](std::string_view word) { found = found || word == "author"; });
    return found && element_name(node) == "a";
}

/// The names in a byline: its links' texts where it has links to authors, else its text.
std::vector<std::string> names_within(const PageMeasures& page, std::size_t number) {
    std::vector<std::string> names;
    const ElementMeasure& byline = page.elements[number];
    for (std::size_t i = number;
         i < page.elements.size() && page.elements[i].first_block < byline.end_block; ++i) {
        if (page.elements[i].end_block > byline.end_block) break;
        if (links_to_author(page.elements[i].node))
            names.push_back(line_within(page.elements[i].node));
    }
    if (names.empty()) names.push_back(line_within(byline.node));
    return names;
}

}  // namespace

std::vector<std::string> page_byline(const PageMeasures& page, const ArticlePlace& place) {
    const std::uint32_t headline = headline_before(page, place.begin);
    // How far from the headline an element stands: near it, in or behind the text, above.
    const auto distance = [&](const ElementMeasure& element) {
        constexpr std::uint32_t close = 3;  // blocks
        if (element.first_block >= place.end) return 2;
        if (element.first_block >= headline) return 0;
        return element.first_block + close >= headline ? 1 : 3;
    };
    std::size_t nearest = page.elements.size();
    for (std::size_t i = 0; i < page.elements.size(); ++i) {
        const ElementMeasure& element = page.elements[i];
        if (place.others[i] || element.bytes < 3 || element.bytes > longest_byline) continue;
        if (!has_author_relation(element.node) && !is_byline(element.node)) continue;
        if (nearest == page.elements.size() || distance(element) < distance(page.elements[nearest]))
            nearest = i;
    }
    return nearest == page.elements.size() ? std::vector<std::string>()
                                           : names_within(page, nearest);
}

}  // namespace dateline
