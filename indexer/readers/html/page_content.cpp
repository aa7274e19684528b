// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_content.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"

namespace dateline {

namespace {

// What is known of an element while its article is looked for; _private of the node holds its
// number.
struct Measure {
    xmlNode* node = nullptr;
    std::size_t text = 0;        // bytes of text within, blanks aside
    std::size_t link_text = 0;   // of these, within links
    std::size_t paragraphs = 0;  // bytes of text in paragraphs within
    double score = 0;            // of its own and its children's paragraphs
};

using Measures = std::vector<Measure>;

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr auto no_article_elements = std::to_array<std::string_view>(
    {"aside",    "button",   "canvas",   "dialog", "figcaption", "footer", "form",  "iframe",
     "input",    "nav",      "noscript", "object", "script",     "select", "style", "svg",
     "template", "textarea", "title",    "video",  "audio",      "head",   "map",   "label"});

constexpr auto no_article_roles =
    std::to_array<std::string_view>({"navigation", "banner", "contentinfo", "complementary",
                                     "search", "dialog", "menu", "toolbar"});

// Words of class and id; a name like `article__share-bar` has several.
constexpr auto no_article_words = std::to_array<std::string_view>(
    {"ad",         "ads",         "advert",         "advertisement", "banner",
     "breadcrumb", "breadcrumbs", "caption",        "comments",      "cookie",
     "credit",     "disqus",      "footer",         "menu",          "modal",
     "nav",        "navbar",      "navigation",     "newsletter",    "popup",
     "promo",      "recirc",      "recommended",    "related",       "share",
     "sharing",    "sidebar",     "signup",         "social",        "sponsored",
     "subscribe",  "taboola",     "toolbar",        "outbrain",      "masthead",
     "paywall",    "trending",    "wp-caption-text"});

constexpr auto containers = std::to_array<std::string_view>({"html", "body", "article", "main"});

bool has_boilerplate_word(const std::string& names) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= names.size(); ++at) {
        if (at < names.size() && (ascii::is_letter(names[at]) || ascii::is_digit(names[at])))
            continue;
        const std::string word = ascii::lowered(std::string_view(names).substr(begin, at - begin));
        if (contains(no_article_words, word)) return true;
        begin = at + 1;
    }
    return false;
}

std::size_t dense_bytes(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return c != ' ' && c != '\n' && c != '\t' && c != '\r';
    }));
}

Measure& measure_of(Measures& measures, xmlNode* node) {
    if (node->_private == nullptr) {
        measures.push_back({node, 0, 0, 0, 0});
        // Numbers, not addresses: the vector moves. 0 stands for none.
        node->_private = reinterpret_cast<void*>(measures.size());
    }
    return measures[reinterpret_cast<std::uintptr_t>(node->_private) - 1];
}

bool is_paragraph(std::string_view name) {
    constexpr auto names = std::to_array<std::string_view>({"p", "blockquote", "pre", "td", "dd"});
    return contains(names, name);
}

// A paragraph speaks for its parent and, less, its grandparent; short ones and lists of links do
// not.
void score_paragraph(Measures& measures, xmlNode* node, const Measure& paragraph) {
    constexpr std::size_t shortest = 25;
    if (paragraph.text < shortest || paragraph.link_text * 2 > paragraph.text) return;
    const double score = 1 + static_cast<double>(std::min<std::size_t>(paragraph.text, 600)) / 100;
    xmlNode* parent = node->parent;
    if (parent == nullptr || parent->type != XML_ELEMENT_NODE) return;
    measure_of(measures, parent).score += score;
    xmlNode* grandparent = parent->parent;
    if (grandparent == nullptr || grandparent->type != XML_ELEMENT_NODE) return;
    measure_of(measures, grandparent).score += score / 2;
}

void leave_element(Measures& measures, xmlNode* node) {
    const std::string_view name = element_name(node);
    Measure own = measure_of(measures, node);
    if (name == "a") own.link_text = own.text;
    if (is_paragraph(name)) {
        own.paragraphs = std::max(own.paragraphs, own.text - own.link_text);
        score_paragraph(measures, node, own);
    }
    measure_of(measures, node) = own;
    if (node->parent == nullptr || node->parent->type != XML_ELEMENT_NODE) return;
    Measure& parent = measure_of(measures, node->parent);
    parent.text += own.text;
    parent.link_text += own.link_text;
    parent.paragraphs += own.paragraphs;
}

Measures measure_page(xmlNode* page) {
    Measures measures;
    measure_of(measures, page);
    walk_tree(
        page,
        [&](xmlNode* node) {
            if (node->type != XML_ELEMENT_NODE) {
                const std::size_t bytes = dense_bytes(characters(node));
                if (bytes == 0 || node->parent == nullptr) return false;
                measure_of(measures, node->parent).text += bytes;
                // Pages without <p> have their text in the element itself, between <br>.
                constexpr std::size_t long_text = 80;
                if (bytes > long_text && element_name(node->parent) == "div") {
                    measure_of(measures, node->parent).score +=
                        1 + static_cast<double>(bytes) / 200;
                    measure_of(measures, node->parent).paragraphs += bytes;
                }
                return false;
            }
            return !is_boilerplate(node);
        },
        [&](xmlNode* node) {
            if (node->type == XML_ELEMENT_NODE) leave_element(measures, node);
        });
    return measures;
}

bool states_article(xmlNode* node) {
    const std::string_view name = element_name(node);
    return name == "article" || name == "main" ||
           attribute(node, "itemprop").find("articleBody") != std::string::npos ||
           attribute(node, "role") == "main";
}

}  // namespace

bool is_boilerplate(const xmlNode* node) {
    const std::string_view name = element_name(node);
    if (name.empty()) return false;
    if (contains(no_article_elements, name)) return true;
    if (contains(containers, name)) return false;
    if (node->properties == nullptr) return false;
    if (contains(no_article_roles, attribute(node, "role"))) return true;
    if (attribute(node, "aria-hidden") == "true") return true;
    const std::string style = attribute(node, "style");
    if (style.find("display:none") != style.npos || style.find("display: none") != style.npos)
        return true;
    return has_boilerplate_word(attribute(node, "class")) ||
           has_boilerplate_word(attribute(node, "id"));
}

xmlNode* article_root(xmlNode* page) {
    if (page == nullptr) return nullptr;
    Measures measures = measure_page(page);
    const std::size_t all = measures.front().paragraphs;
    const Measure* best = &measures.front();
    const Measure* stated = nullptr;
    for (const Measure& measure : measures) {
        if (measure.score > best->score) best = &measure;
        // The innermost that still has most of the text.
        const bool most = measure.paragraphs * 2 > all && measure.paragraphs > 0;
        if (most && states_article(measure.node) &&
            (stated == nullptr || measure.paragraphs <= stated->paragraphs)) {
            stated = &measure;
        }
    }
    if (stated != nullptr) return stated->node;
    if (best->score > 0 && best->paragraphs * 2 > all) return best->node;
    return page;
}

}  // namespace dateline
