// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_text.h"

#include <algorithm>
#include <string_view>

#include "indexer/readers/html/html_elements.h"
#include "indexer/readers/html/page_content.h"

namespace dateline {

namespace {

struct LinkShare {
    std::size_t text = 0;
    std::size_t links = 0;
};

LinkShare link_share(xmlNode* list) {
    LinkShare share;
    int in_links = 0;
    walk_tree(
        list,
        [&](xmlNode* node) {
            if (element_name(node) == "a") ++in_links;
            const std::size_t bytes =
                characters(node).find_first_not_of(" \n\t") == std::string_view::npos
                    ? 0
                    : characters(node).size();
            share.text += bytes;
            if (in_links > 0) share.links += bytes;
            return true;
        },
        [&](xmlNode* node) {
            if (element_name(node) == "a") --in_links;
        });
    return share;
}

class PageText {
public:
    explicit PageText(TextBuilder& builder) : builder_(builder) {}

    bool enter(xmlNode* node, bool is_root) {
        if (node->type != XML_ELEMENT_NODE) {
            add(node);
            return false;
        }
        line_ = std::max(line_, line_of_node(node));
        if (!is_root && (is_boilerplate(node) || is_list_of_links(node))) return false;
        const HtmlElement element = html_element_kind(element_name(node));
        begin_element(builder_, element);
        return element != HtmlElement::dropped;
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

    // Lists are looked at once, the outermost first, so nested ones cost no more.
    bool is_list_of_links(xmlNode* node) {
        const std::string_view name = element_name(node);
        if (name != "ul" && name != "ol") return false;
        for (const xmlNode* outer = node->parent; outer != nullptr; outer = outer->parent) {
            if (element_name(outer) == name) return false;
        }
        const LinkShare share = link_share(node);
        return share.links * 10 > share.text * 8;
    }

    TextBuilder& builder_;
    std::uint32_t line_ = 0;
};

}  // namespace

void add_page_text(TextBuilder& builder, xmlNode* root) {
    PageText text(builder);
    walk_tree(
        root, [&](xmlNode* node) { return text.enter(node, node == root); },
        [&](xmlNode* node) { text.leave(node); });
}

}  // namespace dateline
