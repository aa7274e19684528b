// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf/pdf_titles.h"

#include <algorithm>
#include <set>

#include "common/ascii.h"
#include "common/text_parts.h"

namespace dateline {

namespace {

/// How many bytes of a mark beyond ASCII begin there: quotation marks, dashes, hard blanks.
std::size_t mark_bytes(std::string_view rest) {
    if (rest.starts_with("\xE2\x80") || rest.starts_with("\xE3\x80")) return 3;
    return rest.starts_with('\xC2') ? 2 : 0;
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t mark = mark_bytes(text.substr(at)); mark != 0) {
            at += mark;
            continue;
        }
        const char c = text[at++];
        if (ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c))
            letters += ascii::lower(c);
    }
    return letters;
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    while (!text.empty()) {
        const std::string word = letters_of(take_part(text, ' '));
        if (!word.empty()) words.insert(word);
    }
    return words;
}

std::string_view last_word(std::string_view text) {
    return text.substr(text.rfind(' ') + 1);
}

/// Takes what stands behind the last of those off, if it is short: a site's name.
bool take_site(std::string& title, std::string_view separator) {
    constexpr std::size_t longest_site = 40;
    constexpr std::size_t shortest_title = 8;
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at < shortest_title || title.size() - at > longest_site)
        return false;
    // "-" alone divides words, but in scripts without blanks.
    if (separator.size() == 1 && !ascii::is_wide(title[at - 1])) return false;
    title.resize(at);
    return true;
}

}  // namespace

std::size_t word_count(std::string_view text) {
    const auto wide = static_cast<std::size_t>(std::ranges::count_if(text, ascii::is_wide));
    return words_of(text).size() + wide / 6;
}

bool share_words(std::string_view a, std::string_view b) {
    const auto first = words_of(a);
    const auto second = words_of(b);
    const auto common =
        std::ranges::count_if(first, [&](const auto& w) { return second.contains(w); });
    const auto smaller = static_cast<std::ptrdiff_t>(std::min(first.size(), second.size()));
    return smaller > 2 && common * 10 >= smaller * 6;
}

bool contains_letters(std::string_view text, std::string_view part) {
    const std::string letters = letters_of(part);
    return !letters.empty() && letters_of(text).find(letters) != std::string::npos;
}

std::size_t kicker_bytes(std::string_view heading, std::size_t first_line,
                         const std::string& stated, std::string_view address_words) {
    constexpr std::size_t least_words = 3;
    const std::string title = without_site(stated);
    const std::size_t colon = title.find(": ");
    const std::string before = letters_of(std::string_view(title).substr(0, colon));
    const std::string behind =
        letters_of(std::string_view(title).substr(std::min(colon, title.size())));
    for (std::size_t at = heading.find(' '); at != heading.npos; at = heading.find(' ', at + 1)) {
        const std::string_view kicker = heading.substr(0, at);
        const std::string_view rest = heading.substr(at + 1);
        const bool colon_shown = kicker.ends_with(':') || rest.starts_with(':');
        if (colon_shown || word_count(rest) < least_words) continue;
        const bool by_title = letters_of(kicker) == before && letters_of(rest) == behind;
        const bool by_address = at == first_line && word_count(rest) > least_words &&
                                contains_letters(address_words, rest) &&
                                !contains_letters(address_words, last_word(kicker));
        if (by_title || by_address) return at + 1;
    }
    return 0;
}

std::string without_site(std::string title) {
    if (take_site(title, " | ")) {
        while (take_site(title, " | ")) continue;
        return title;
    }
    for (const std::string_view separator : {" - ", " – ", " — ", " · ", "_", "-"})
        if (take_site(title, separator)) break;
    return title;
}

bool is_address(std::string_view text) {
    return text.find(' ') == text.npos && text.find('/') != text.npos;
}

std::string words_of_address(std::string_view url) {
    std::string words(url.substr(std::min(url.find('/', 8), url.size())));
    std::ranges::replace_if(
        words, [](char c) { return !ascii::is_letter(c) && !ascii::is_digit(c); }, ' ');
    return words;
}

}  // namespace dateline
