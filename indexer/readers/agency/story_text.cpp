// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/story_text.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/readers/documents/xml_part.h"
#include "indexer/readers/html/html_elements.h"
#include "indexer/readers/html/html_text.h"

namespace dateline {

namespace {

struct StoryElement {
    std::string_view name;
    HtmlElement kind;
};

// Those of NITF, and what stands in an XHTML body beside the story.
constexpr auto story_elements = std::to_array<StoryElement>({
    {"block", HtmlElement::block},
    {"bq", HtmlElement::block},
    {"fn", HtmlElement::block},
    {"tagline", HtmlElement::block},
    {"hl1", HtmlElement::heading},
    {"hl2", HtmlElement::heading},
    {"media", HtmlElement::dropped},
    {"note", HtmlElement::dropped},
    {"nitf-table-metadata", HtmlElement::dropped},
    {"custom-table-metadata", HtmlElement::dropped},
    {"head", HtmlElement::dropped},
    {"header", HtmlElement::dropped},
    {"footer", HtmlElement::dropped},
    {"nav", HtmlElement::dropped},
    {"figure", HtmlElement::dropped},
});

HtmlElement kind_of(const xmlNode* node) {
    const std::string name = ascii::lowered(element_name(node));
    const auto* found = std::ranges::find(story_elements, name, &StoryElement::name);
    return found == story_elements.end() ? html_element_kind(name) : found->kind;
}

bool has_elements(const xmlNode* node) {
    for (const xmlNode* inner = node->children; inner != nullptr; inner = inner->next)
        if (inner->type == XML_ELEMENT_NODE) return true;
    return false;
}

bool is_markup(std::string_view text) {
    const std::string lower = ascii::lowered(text.substr(0, 4096));
    return std::ranges::any_of(std::to_array<std::string_view>({"<p>", "<p ", "<br", "<div", "</"}),
                               [&](auto tag) { return lower.find(tag) != lower.npos; });
}

/// A line that routes the story, beside its paragraphs: "51 77 CRO01 QBXB".
bool is_routing(const xmlNode* node) {
    const auto ends_block = [](const xmlNode* other) {
        return other == nullptr || kind_of(other) != HtmlElement::in_line;
    };
    const bool beside = element_name(node->parent) == "body" && (node->prev || node->next) &&
                        ends_block(node->prev) && ends_block(node->next);
    return beside && std::ranges::none_of(characters(node), [](char c) {
               return ascii::is_lower(c) || ascii::is_wide(c);
           });
}

/// Hard blanks are blanks.
std::string_view with_plain_blanks(std::string_view text, std::string& storage) {
    constexpr std::string_view hard_blank = "\xC2\xA0";
    if (text.find(hard_blank) == text.npos) return text;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(hard_blank), text.size());
        storage.append(text.substr(0, end)).append(end < text.size() ? " " : "");
        text.remove_prefix(std::min(end + hard_blank.size(), text.size()));
    }
    return storage;
}

class StoryText {
public:
    explicit StoryText(TextBuilder& builder) : builder_(builder) {}

    bool enter(xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE) {
            add(node);
            return false;
        }
        line_ = std::max(line_, line_of_node(node));
        const HtmlElement kind = kind_of(node);
        if (kind == HtmlElement::dropped) return false;
        if (kind == HtmlElement::cell) ++cells_;
        begin_element(builder_, kind);
        return true;
    }

    void leave(const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE) return;
        const HtmlElement kind = kind_of(node);
        if (kind == HtmlElement::cell) --cells_;
        end_element(builder_, kind);
    }

private:
    void add(const xmlNode* node) {
        std::string_view text = characters(node);
        if (is_routing(node)) return;
        if (is_markup(text)) return HtmlText(builder_).add_markup(text, line_);
        const bool words_only = cells_ > 0 || ascii::trim(text).empty();
        std::size_t indent = unknown;
        while (!text.empty()) {
            const std::size_t stop = std::min(text.find('\n'), text.size());
            add_words(text.substr(0, stop));
            if (stop < text.size()) end_row(words_only);
            text.remove_prefix(std::min(stop + 1, text.size()));
            if (!words_only) heed_indent(text, indent);
        }
    }

    // A line end within a cell, or between elements, is a blank. A blank line ends a paragraph.
    void end_row(bool words_only) {
        ++line_;
        if (words_only) return builder_.end_word();
        if (blank_line_) builder_.end_paragraph();
        builder_.end_line();
        blank_line_ = true;
    }

    // So does a line that is indented more than the one before, as on wires.
    void heed_indent(std::string_view text, std::size_t& last) {
        const std::size_t indent = text.find_first_not_of(' ');
        if (indent == text.npos || text[indent] == '\n') return;
        if (last != unknown && indent >= last + 2) builder_.end_paragraph();
        last = indent;
    }

    // Blanks in a row count once. Some agencies write references twice over, as "&amp;#39;".
    void add_words(std::string_view whole) {
        std::string storage;
        std::string_view run = with_plain_blanks(whole, storage);
        while (!run.empty()) {
            const std::size_t begin = run.find_first_not_of(" \t\r");
            if (begin != 0) builder_.end_word();
            if (begin == run.npos) return;
            run.remove_prefix(begin);
            const std::size_t end = std::min(run.find_first_of(" \t\r"), run.size());
            const std::string_view word = run.substr(0, end);
            if (word.find('&') == word.npos)
                builder_.add(word, line_);
            else
                builder_.add(decode_entities(word), line_);
            blank_line_ = false;
            run.remove_prefix(end);
        }
    }

    static constexpr std::size_t unknown = std::string_view::npos;

    TextBuilder& builder_;
    std::uint32_t line_ = 0;
    int cells_ = 0;            // that are open
    bool blank_line_ = false;  // nothing has come since the last line end
};

}  // namespace

void add_story_text(TextBuilder& builder, xmlNode* root) {
    StoryText story(builder);
    builder.end_paragraph();
    walk_tree(
        root, [&](xmlNode* node) { return story.enter(node); },
        [&](xmlNode* node) { story.leave(node); });
    builder.end_paragraph();
}

void add_item_content(TextBuilder& builder, xmlNode* holder) {
    if (has_elements(holder)) {
        xmlNode* body = first_element(holder, "body.content");
        if (body == nullptr) body = first_element(holder, "body");
        add_story_text(builder, body == nullptr ? holder : body);
        return;
    }
    const std::string text = text_within(holder);
    builder.end_paragraph();
    if (is_markup(text))
        HtmlText(builder).add_markup(text, line_of_node(holder));
    else
        add_plain_text(builder, decode_entities(text), line_of_node(holder));
    builder.end_paragraph();
}

}  // namespace dateline
