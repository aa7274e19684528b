// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/html_paragraphs.h"

#include <utility>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/html/html_elements.h"

namespace dateline {

namespace {

void add_blank_free(std::string& out, std::string_view piece) {
    for (const char c : piece) {
        if (!ascii::is_blank(c))
            out += c;
        else if (!out.empty() && out.back() != ' ' && out.back() != '\n')
            out += ' ';
    }
}

class ParagraphWalk {
public:
    std::vector<HtmlParagraph> walk(xmlNode* root) {
        walk_tree(
            root, [&](xmlNode* node) { return enter(node); }, [&](xmlNode* node) { leave(node); });
        end();
        return std::move(paragraphs_);
    }

private:
    bool enter(xmlNode* node) {
        const std::string_view name = element_name(node);
        if (name.empty()) {
            add(node);
            return true;
        }
        const HtmlElement kind = html_element_kind(name);
        if (kind == HtmlElement::dropped || name == "style" || name == "script") return false;
        if (kind == HtmlElement::line_break) {
            while (current_.text.ends_with(' ')) current_.text.pop_back();
            if (current_.text.ends_with('\n'))
                end();  // a blank line
            else if (!current_.text.empty())
                current_.text += '\n';
        } else if (kind != HtmlElement::in_line) {
            end();
        }
        std::string class_name = attribute(node, "class");
        classes_.push_back(class_name.empty() && !classes_.empty() && kind == HtmlElement::in_line
                               ? classes_.back()
                               : std::move(class_name));
        return true;
    }

    void leave(xmlNode* node) {
        const std::string_view name = element_name(node);
        if (name.empty()) return;
        const HtmlElement kind = html_element_kind(name);
        if (kind == HtmlElement::dropped || name == "style" || name == "script") return;
        if (kind != HtmlElement::in_line && kind != HtmlElement::line_break) end();
        if (!classes_.empty()) classes_.pop_back();
    }

    void add(xmlNode* node) {
        const std::string_view piece = characters(node);
        if (ascii::trim(piece).empty() && current_.text.empty()) return;
        const std::string class_name = classes_.empty() ? "" : classes_.back();
        // What another class marks, on a line of its own.
        if (current_.text.ends_with('\n') && class_name != current_.class_name &&
            !ascii::trim(piece).empty())
            end();
        const bool begins = current_.text.empty();
        add_blank_free(current_.text, piece);
        if (!begins || ascii::trim(current_.text).empty()) return;
        current_.line = line_of_node(node);
        current_.class_name = class_name;
    }

    void end() {
        while (!current_.text.empty() && ascii::is_blank(current_.text.back()))
            current_.text.pop_back();
        if (!current_.text.empty()) paragraphs_.push_back(std::move(current_));
        current_ = {};
    }

    std::vector<HtmlParagraph> paragraphs_;
    HtmlParagraph current_;
    std::vector<std::string> classes_;  // of the elements around
};

}  // namespace

std::vector<HtmlParagraph> html_paragraphs(xmlNode* root) {
    return root == nullptr ? std::vector<HtmlParagraph>() : ParagraphWalk().walk(root);
}

std::string line_of_text(const xmlNode* node) {
    std::string out;
    add_blank_free(out, text_within(node));
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

bool has_class(const xmlNode* node, std::string_view word) {
    const std::string classes = attribute(node, "class");
    std::string_view rest = classes;
    while (!rest.empty())
        if (take_part(rest, ' ') == word) return true;
    return false;
}

}  // namespace dateline
