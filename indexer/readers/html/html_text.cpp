// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/html_text.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/readers/html/html_elements.h"

namespace dateline {

namespace {

// Written so that the compiler looks at many bytes at once; blanks are frequent, two in a row are
// not.
bool has_double_blank(std::string_view text) {
    std::uint8_t found = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool both = (text[at - 1] == ' ') & (text[at] == ' ');
        found = static_cast<std::uint8_t>(found | (both ? 1 : 0));
    }
    return found != 0;
}

/// True if `<typed` and what follows it are a tag. A name that nobody knows needs a value or has to
/// close itself; so does what has more words if its name is a single letter or has one capital:
/// "<B and R Ltd>" and "<Video Shopping Mall Inc>" are firms.
bool begins_tag(std::string_view typed, std::string_view name, std::string_view rest) {
    constexpr std::size_t longest_tag = 1024;
    rest = rest.substr(0, longest_tag);
    const std::string_view inside = ascii::trim(rest.substr(0, rest.find('>')));
    const bool like_a_tag = inside.find_first_of("=\"") != inside.npos || inside.ends_with('/');
    const bool like_a_name =
        ascii::is_upper(typed.front()) && std::any_of(typed.begin(), typed.end(), ascii::is_lower);
    const bool compound = name.find('-') != name.npos;
    if (!is_html_element(name) || (compound && like_a_name)) {
        return like_a_tag && rest.find('>') != rest.npos;
    }
    return like_a_tag || inside.empty() || (name.size() > 1 && !like_a_name);
}

bool looks_like_markup(std::string_view text) {
    constexpr auto tags =
        std::to_array<std::string_view>({"<p>", "<p ", "</p>", "<div", "<br", "</a>", "</em>",
                                         "</strong>", "</i>", "</b>", "</span>", "</li>", "</h"});
    return std::any_of(tags.begin(), tags.end(),
                       [&](std::string_view tag) { return text.find(tag) != text.npos; });
}

}  // namespace

std::size_t HtmlText::scan_text(std::string_view piece, std::size_t at) {
    const std::size_t end = std::min(piece.find_first_of("<&\n", at), piece.size());
    add_run(piece.substr(at, end - at));
    if (end == piece.size()) return end;
    if (piece[end] == '<') {
        state_ = State::tag_open;
        return end + 1;
    }
    if (piece[end] == '&') {
        constexpr std::size_t longest_name = 32;
        const std::string_view rest = piece.substr(end + 1, longest_name);
        const std::size_t stop = rest.find_first_of("; <&\n");
        if (stop != rest.npos && rest[stop] == ';') {
            const std::string character = decode_entity(rest.substr(0, stop));
            add_run(character.empty() ? piece.substr(end, stop + 2) : character);
            return end + stop + 2;
        }
        add_run("&");
        return end + 1;
    }
    ++line_;
    if (dropped_.empty()) {
        builder_.end_line();
        if (!line_has_text_) builder_.end_paragraph();
    }
    line_has_text_ = false;
    return end + 1;
}

// What follows a '<': a tag, a comment, or text after all.
std::size_t HtmlText::scan_tag_open(std::string_view piece, std::size_t at) {
    const char c = piece[at];
    name_.clear();
    typed_.clear();
    closing_ = c == '/';
    self_closing_ = false;
    dashes_ = 0;
    if (closing_) {
        state_ = State::tag_name;
    } else if (ascii::is_letter(c) && !in_script()) {
        name_ += ascii::lower(c);
        typed_ += c;
        state_ = State::tag_name;
    } else if ((c == '!' || c == '?') && !in_script()) {
        state_ = State::declaration;
    } else {
        state_ = State::text;
        add_run("<");
        return at;
    }
    return at + 1;
}

std::size_t HtmlText::scan_tag_name(std::string_view piece, std::size_t at) {
    constexpr std::size_t longest_name = 24;
    const char c = piece[at];
    if (ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == ':') {
        if (name_.size() < longest_name) name_ += ascii::lower(c);
        typed_ += c;
        return at + 1;
    }
    last_ = ' ';
    const bool is_tag = closing_ || in_script() || begins_tag(typed_, name_, piece.substr(at));
    state_ = is_tag ? State::tag : State::text;
    if (!is_tag) add_run("<" + typed_);
    return at;
}

std::size_t HtmlText::scan_attributes(std::string_view piece, std::size_t at) {
    const char c = piece[at];
    if (c == '\n') ++line_;
    if (c == '>') {
        self_closing_ = last_ == '/';
        end_tag();
    } else if (last_ == '=' && (c == '"' || c == '\'') && !in_script()) {
        state_ = State::quoted;
        quote_ = c;
        quoted_end_seen_ = false;
    } else if (c != ' ') {
        last_ = c;
    }
    return at + 1;
}

// A quote that is not closed must not swallow the article: after a '>' the line's end is the tag's.
std::size_t HtmlText::scan_quoted(std::string_view piece, std::size_t at) {
    const char c = piece[at];
    if (c == '>') quoted_end_seen_ = true;
    if (c == quote_) {
        state_ = State::tag;
        last_ = ' ';
    } else if (c == '\n') {
        ++line_;
        if (quoted_end_seen_) end_tag();
    }
    return at + 1;
}

std::size_t HtmlText::scan_comment(std::string_view piece, std::size_t at) {
    const char c = piece[at];
    if (c == '\n') ++line_;
    if (state_ == State::declaration) {
        if (c == '-' && ++dashes_ == 2) {
            state_ = State::comment;
        } else if (c == '>') {
            state_ = State::text;
        } else if (c != '-') {
            dashes_ = 0x10;  // no comment any more
        }
    } else if (c == '-') {
        dashes_ = std::min<std::uint8_t>(static_cast<std::uint8_t>(dashes_ + 1), 2);
    } else {
        if (c == '>' && dashes_ >= 2) state_ = State::text;
        dashes_ = 0;
    }
    return at + 1;
}

void HtmlText::add_markup(std::string_view piece, std::uint32_t line) {
    line_ = line;
    std::size_t at = 0;
    while (at < piece.size()) {
        // clang-format off
        switch (state_) {
            case State::text: at = scan_text(piece, at); break;
            case State::tag_open: at = scan_tag_open(piece, at); break;
            case State::tag_name: at = scan_tag_name(piece, at); break;
            case State::tag: at = scan_attributes(piece, at); break;
            case State::quoted: at = scan_quoted(piece, at); break;
            case State::comment:
            case State::declaration: at = scan_comment(piece, at); break;
        }
        // clang-format on
    }
}

void HtmlText::add_text(std::string_view piece, std::uint32_t line) {
    if (!has_double_blank(piece)) {
        if (dropped_.empty()) builder_.add(piece, line);
    } else {
        line_ = line;
        add_run(piece);
    }
    line_has_text_ = true;
}

void HtmlText::end_block() {
    state_ = State::text;
    dropped_.clear();
    line_has_text_ = true;
}

// A run without line ends; inner blanks count once.
void HtmlText::add_run(std::string_view run) {
    if (!dropped_.empty()) return;
    while (!run.empty()) {
        const std::size_t begin = run.find_first_not_of(" \t");
        if (begin != 0) builder_.end_word();
        if (begin == run.npos) return;
        run.remove_prefix(begin);
        std::size_t end = 0;  // of the words that single blanks separate
        while (end < run.size() && run[end] != '\t' &&
               !(run[end] == ' ' &&
                 (end + 1 == run.size() || run[end + 1] == ' ' || run[end + 1] == '\t'))) {
            ++end;
        }
        builder_.add(run.substr(0, end), line_);
        line_has_text_ = true;
        run.remove_prefix(end);
    }
}

void HtmlText::end_tag() {
    state_ = State::text;
    if (closing_) {
        end_element(name_);
    } else {
        begin_element(name_);
    }
}

void HtmlText::begin_element(std::string_view name) {
    if (!dropped_.empty()) return;
    const HtmlElement element = html_element_kind(name);
    if (element == HtmlElement::dropped && !self_closing_) dropped_ = name;
    dateline::begin_element(builder_, element);
}

void HtmlText::end_element(std::string_view name) {
    if (!dropped_.empty()) {
        if (dropped_ == name) dropped_.clear();
        return;
    }
    dateline::end_element(builder_, html_element_kind(name));
}

void add_text_or_markup(TextBuilder& builder, std::string_view text) {
    if (looks_like_markup(text)) return HtmlText(builder).add_markup(text, 0);
    if (text.find('&') == text.npos) return add_plain_text(builder, text, 0);
    const std::string decoded = decode_entities(text);
    if (ascii::trim(decoded).starts_with('<') && looks_like_markup(decoded))
        return HtmlText(builder).add_markup(decoded, 0);
    add_plain_text(builder, decoded, 0);
}

std::string html_to_text(std::string_view html) {
    TextBuilder builder;
    HtmlText(builder).add_markup(html, 0);
    RawArticle article;
    builder.move_into(article);
    return article.text;
}

}  // namespace dateline
