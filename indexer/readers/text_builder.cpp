// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text_builder.h"

#include <utility>

#include "common/text_parts.h"

namespace dateline {

namespace {

constexpr std::string_view ideographic_blank =
    "\xE3\x80\x80";  // U+3000, indents Chinese paragraphs

std::size_t indent_bytes(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) <= ' ') {
            ++at;
        } else if (text.substr(at).starts_with(ideographic_blank)) {
            at += ideographic_blank.size();
        } else {
            break;
        }
    }
    return at;
}

bool is_control(char c) {
    return (static_cast<unsigned char>(c) < ' ') & (c != '\t');
}

// Written so that the compiler looks at many bytes at once.
bool has_control(std::string_view text) {
    std::uint8_t found = 0;
    for (const char c : text) found = static_cast<std::uint8_t>(found | (is_control(c) ? 1 : 0));
    return found != 0;
}

}  // namespace

void TextBuilder::add(std::string_view piece, std::uint32_t line) {
    const std::size_t indent = indent_bytes(piece);
    if (indent == piece.size()) {
        if (indent > 0) end_word();
        return;
    }
    if (text_.empty() || gap_ != Gap::none) piece.remove_prefix(indent);
    fill_gap();
    line_broken_ = false;
    if (line != 0 && line != line_) {
        lines_.push_back({static_cast<std::uint32_t>(text_.size()), line});
        line_ = line;
    }
    text_ += piece;
    // Entities can still write control characters (&#13; ends the lines of many feeds).
    if (has_control(piece)) {
        std::replace_if(text_.end() - static_cast<std::ptrdiff_t>(piece.size()), text_.end(),
                        is_control, ' ');
    }
}

void TextBuilder::break_line() {
    widen(line_broken_ ? Gap::paragraph : Gap::line);
    line_broken_ = true;
}

void TextBuilder::fill_gap() {
    const Gap gap = std::exchange(gap_, Gap::none);
    if (gap == Gap::none || text_.empty()) return;
    trim_end();
    switch (gap) {
        case Gap::none:
            break;
        case Gap::blank:
            text_ += ' ';
            break;
        case Gap::cell:
            text_ += "  ";
            break;
        case Gap::line:
            text_ += '\n';
            break;
        case Gap::paragraph:
            text_ += "\n\n";
            break;
    }
    if (line_ != 0 && gap >= Gap::line) line_ += gap == Gap::line ? 1 : 2;
}

void TextBuilder::trim_end() {
    while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\t')) text_.pop_back();
}

void TextBuilder::begin_heading() {
    end_paragraph();
    in_first_heading_ = text_.empty();
}

void TextBuilder::end_heading() {
    end_paragraph();
    if (std::exchange(in_first_heading_, false) && !text_.empty()) {
        trim_end();
        heading_ = text_;
        std::replace(heading_.begin(), heading_.end(), '\n', ' ');
    }
}

void TextBuilder::add_link(std::size_t begin, std::string_view url) {
    constexpr std::size_t kept_at_each_end = 16;
    constexpr std::size_t longest_url = 4096;
    if (url.size() > longest_url || begin >= text_.size()) return;
    if (links_.size() == 2 * kept_at_each_end)
        links_.erase(links_.begin() + static_cast<std::ptrdiff_t>(kept_at_each_end));
    links_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text_.size()),
                      std::string(url)});
}

void TextBuilder::move_into(RawArticle& article) {
    trim_end();
    article.text = std::exchange(text_, {});
    article.lines = std::exchange(lines_, {});
    article.links = std::exchange(links_, {});
    article.heading = std::exchange(heading_, {});
    line_ = 0;
    gap_ = Gap::none;
    line_broken_ = false;
}

void add_plain_text(TextBuilder& builder, std::string_view text, std::uint32_t line) {
    std::size_t last_indent = 0;
    while (!text.empty()) {
        const std::string_view row = take_line(text);
        const std::size_t indent = indent_bytes(row);
        if (indent == row.size()) {
            builder.end_paragraph();
            last_indent = 0;
        } else {
            if (indent >= last_indent + 2) builder.end_paragraph();
            builder.add(row, line);
            builder.end_line();
            last_indent = indent;
        }
        if (line != 0) ++line;
    }
    builder.end_paragraph();
}

}  // namespace dateline
