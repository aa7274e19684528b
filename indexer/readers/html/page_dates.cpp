// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_dates.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/ascii.h"
#include "indexer/readers/html/element_names.h"

namespace dateline {

namespace {

constexpr std::size_t longest = 200;  // of a line that says when and by whom
constexpr std::size_t longest_in_text = 80;
constexpr std::uint32_t before = 25;  // blocks
constexpr std::uint32_t above_headline = 8;
constexpr std::uint32_t behind = 5;
constexpr std::uint32_t edge = 1;  // of the text itself, at its beginning and end

bool is_date_word(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"created",     "data",      "date",      "dateline",   "dates",
         "datestamp",   "datetime",  "datum",     "erschienen", "fecha",
         "newsdatum",   "post",      "posted",    "pubdate",    "publicado",
         "publication", "publish",   "published", "publishing", "publishingdate",
         "stand",       "submitted", "time",      "timestamp",  "zeit"});
    return std::ranges::binary_search(words, word);
}

bool is_update_word(std::string_view word) {
    return word == "updated" || word == "update" || word == "modified" || word == "lastmod" ||
           word == "event" || word == "expires";
}

bool is_dated(const xmlNode* node) {
    const std::string_view name = element_name(node);
    bool dated = name == "time";
    bool updated = false;
    for (const char* key : {"class", "id", "itemprop"}) {
        for_each_name_word(attribute(node, key), [&](std::string_view word) {
            dated = dated || is_date_word(word);
            updated = updated || is_update_word(word);
        });
    }
    return dated && !updated;
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, ascii::is_digit);
}

/// What the node shows, then what it tells programs.
std::vector<std::string> date_texts(const xmlNode* node) {
    std::vector<std::string> texts{line_within(node)};
    for (const char* key : {"datetime", "title", "content", "data-date", "data-date-time",
                            "data-datetime", "data-timestamp"}) {
        texts.push_back(attribute(node, key));
        if (texts.back().size() < 8) texts.pop_back();
    }
    std::erase_if(
        texts, [](const std::string& text) { return text.size() > longest || !has_digit(text); });
    return texts;
}

void add_new(std::vector<std::string>& values, std::string value) {
    constexpr std::size_t most = 12;
    if (values.size() < most && std::ranges::find(values, value) == values.end())
        values.push_back(std::move(value));
}

/// How far behind the article its own day may stand: up to the next heading.
std::uint32_t tail_end(const PageMeasures& page, const ArticlePlace& place) {
    const auto blocks = static_cast<std::uint32_t>(page.blocks.size());
    std::uint32_t end = place.end;
    while (end < std::min(place.end + behind, blocks) && !page.blocks[end].comments_heading) ++end;
    return end;
}

}  // namespace

std::vector<std::string> page_dates(const PageMeasures& page, const ArticlePlace& place) {
    const std::uint32_t headline = headline_before(page, place.begin);
    const std::uint32_t tail = tail_end(page, place);
    std::vector<std::string> below;  // the headline
    std::vector<std::string> above;
    std::vector<std::string> later;
    for (std::size_t i = 0; i < page.elements.size(); ++i) {
        const ElementMeasure& element = page.elements[i];
        if (place.others[i] || element.bytes > longest ||
            element.first_block + before < place.begin || element.first_block > tail ||
            element.first_block + above_headline < headline || !is_dated(element.node))
            continue;
        std::vector<std::string>& values = element.first_block >= place.begin ? later
                                           : element.first_block < headline   ? above
                                                                              : below;
        for (std::string& text : date_texts(element.node)) add_new(values, std::move(text));
    }
    below.insert(below.end(), above.begin(), above.end());
    below.insert(below.end(), later.begin(), later.end());
    return below;
}

std::vector<std::string> page_lines(xmlNode* root, PageMeasures& page, const ArticlePlace& place) {
    const std::uint32_t headline = headline_before(page, place.begin);
    const std::uint32_t begin = std::max(place.begin > before ? place.begin - before : 0,
                                         headline > above_headline ? headline - above_headline : 0);
    const std::uint32_t end = tail_end(page, place);
    std::vector<std::string> texts(end - std::min(begin, end));
    walk_tree(
        root,
        [&](xmlNode* node) {
            if (node->type == XML_ELEMENT_NODE) return page.element_of(node) != nullptr;
            const TextBlock* block = page.block_of(node);
            if (block == nullptr || place.others[block->element]) return false;
            const auto number = static_cast<std::uint32_t>(block - page.blocks.data());
            const bool inside = number >= place.begin + edge && number + edge < place.end;
            const bool text = number >= place.begin && number < place.end;
            if (number < begin || number >= end || inside) return false;
            if (block->bytes > (text ? longest_in_text : longest)) return false;
            (texts[number - begin] += ' ') += characters(node);
            return false;
        },
        [](xmlNode*) {});
    std::vector<std::string> lines;
    const auto add = [&](std::uint32_t number) {
        std::string line = one_line(texts[number - begin]);
        if (!line.empty()) lines.push_back(std::move(line));
    };
    const std::uint32_t first = std::min(place.begin + edge, end);
    for (std::uint32_t i = first; i-- > begin;) add(i);
    for (std::uint32_t i = std::max(first, place.end > edge ? place.end - edge : 0); i < end; ++i)
        add(i);
    return lines;
}

}  // namespace dateline
