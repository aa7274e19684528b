// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown/markdown_marks.h"

#include <algorithm>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr std::size_t most_marks = 3;

bool is_word_byte(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c);
}

// Ma**k**e is emphasised within one word, f**k and f**k are two; code has no blanks before it by
// mistake, as in and`name`.
bool joins_words(char mark, std::string_view inside) {
    if (mark == '`') return inside.find(' ') != inside.npos;
    return !std::ranges::all_of(inside, is_word_byte);
}

// f***, F**king: asterisks within a word, or three after a small letter.
bool stands_for_letters(std::string_view text, std::size_t at, std::size_t end) {
    if (at == 0) return false;
    const char next = end < text.size() ? text[end] : ' ';
    if (end - at == 2) return ascii::is_letter(text[at - 1]) && ascii::is_lower(next);
    if (!ascii::is_lower(text[at - 1])) return false;
    return !ascii::is_wide(next) && !ascii::is_upper(next);
}

}  // namespace

void InnerMarks::leave_span() {
    if (spans_.empty()) return;
    left_text_ = left_text_ || spans_.back() == Span::text;
    spans_.pop_back();
}

// Pointers are compared for equality only, since pieces may lie anywhere.
std::string_view InnerMarks::marks_before(std::string_view piece) const {
    if (end_ == nullptr) return {};
    for (std::size_t size = 1; size <= most_marks; ++size) {
        if (end_ + size != piece.data()) continue;
        const std::string_view marks(end_, size);
        const bool only_marks =
            std::ranges::all_of(marks, [](char c) { return c == '*' || c == '`'; });
        return only_marks ? marks : std::string_view();
    }
    return {};
}

std::string_view InnerMarks::before(std::string_view piece) {
    if (piece.empty()) return {};
    std::string_view marks = marks_before(piece);
    const bool inner = !marks.empty() && is_word_byte(end_[-1]) && is_word_byte(piece.front()) &&
                       joins_words(marks.front(), piece);
    bool opens_text = false;
    // The undecided ones are the innermost: those outside of them were entered before a piece.
    for (auto span = spans_.rbegin(); span != spans_.rend() && *span == Span::undecided; ++span) {
        *span = inner ? Span::text : Span::markup;
        opens_text = inner;
    }
    const bool closes_text = left_text_;
    left_text_ = false;
    end_ = piece.data() + piece.size();
    return opens_text || closes_text ? marks : std::string_view();
}

bool Symbols::is_symbol(std::string_view tag, std::string_view rest) {
    constexpr std::size_t longest_element = 4096;
    if (tag.size() != 3 || !ascii::is_upper(tag[1]) || tag[1] == 'P') return false;
    const std::size_t begin = text_.size() - rest.size();
    note_ends(text_.substr(0, begin + std::min(rest.size(), longest_element)));
    return ends_[static_cast<std::size_t>(tag[1] - 'A')] <= begin;
}

void Symbols::note_ends(std::string_view text) {
    constexpr std::size_t size = 4;  // of "</S>"
    for (std::size_t at = text.find("</", noted_); at < text.size() && at + size <= text.size();
         at = text.find("</", noted_)) {
        const bool is_single = ascii::is_letter(text[at + 2]) && text[at + 3] == '>';
        if (is_single) ends_[static_cast<std::size_t>(ascii::upper(text[at + 2]) - 'A')] = at;
        noted_ = at + 1;
    }
    noted_ = std::max(noted_, text.size() - std::min(text.size(), size - 1));
}

StrayMarks find_stray_marks(std::string_view text) {
    for (std::size_t at = text.find("**"); at < text.size();) {
        const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
        if (!stands_for_letters(text, at, end)) return {at, end - at};
        at = text.find("**", end);
    }
    return {text.size(), 0};
}

}  // namespace dateline
