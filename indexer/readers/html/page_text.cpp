// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_text.h"

#include <algorithm>
#include <string_view>

#include "indexer/readers/html/html_elements.h"

namespace dateline {

namespace {

class PageText {
public:
    PageText(TextBuilder& builder, PageMeasures& page) : builder_(builder), page_(page) {}

    bool enter(xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE) {
            const TextBlock* block = page_.block_of(node);
            if (block == nullptr || block->kept) add(node);
            return false;
        }
        line_ = std::max(line_, line_of_node(node));
        const ElementMeasure* measure = page_.element_of(node);
        if (measure == nullptr || measure->dropped) return false;
        const HtmlElement element = html_element_kind(element_name(node));
        begin_element(builder_, element);
        return true;
    }

    void leave(const xmlNode* node) {
        end_element(builder_, html_element_kind(element_name(node)));
    }

private:
    // libxml2 notes the line on which a text's first part ends, an element's where its tag ends;
    // what was seen before tells more for texts of several parts.
    void add(const xmlNode* node) {
        std::string_view text = characters(node);
        const auto breaks = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
        const std::uint32_t end = line_of_node(node);
        if (end > breaks) line_ = std::max(line_, end - breaks);
        while (!text.empty()) {
            const std::size_t stop = std::min(text.find('\n'), text.size());
            add_words(text.substr(0, stop));
            if (stop < text.size()) {
                builder_.end_line();
                ++line_;
            }
            text.remove_prefix(std::min(stop + 1, text.size()));
        }
    }

    // Blanks in a row count once.
    void add_words(std::string_view run) {
        while (!run.empty()) {
            const std::size_t begin = run.find_first_not_of(" \t");
            if (begin != 0) builder_.end_word();
            if (begin == run.npos) return;
            run.remove_prefix(begin);
            const std::size_t end = std::min({run.find("  "), run.find('\t'), run.size()});
            builder_.add(run.substr(0, end), line_);
            run.remove_prefix(end);
        }
    }

    TextBuilder& builder_;
    PageMeasures& page_;
    std::uint32_t line_ = 0;
};

}  // namespace

void add_page_text(TextBuilder& builder, xmlNode* root, PageMeasures& page) {
    PageText text(builder, page);
    walk_tree(
        root, [&](xmlNode* node) { return text.enter(node); },
        [&](xmlNode* node) { text.leave(node); });
}

}  // namespace dateline
