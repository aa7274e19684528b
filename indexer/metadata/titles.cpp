// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/titles.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/sentences.h"
#include "indexer/readers/html/html_text.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t headline_columns = 140;
constexpr std::size_t headline_columns_with_stop =
    90;  // a line with a full stop is often a sentence
constexpr std::size_t title_columns = 100;
constexpr std::size_t first_paragraph_bytes = 700;
constexpr std::size_t most_emphases = 16;  // in a title
constexpr std::size_t nearest = 300;       // bytes within which a mark is closed

/// Columns of a terminal, about: characters beyond U+0800 are mostly two wide.
std::size_t columns_of(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (is_inner_byte(lead)) return 0;
    return byte >= 0xE3 && byte <= 0xED ? 2 : 1;
}

std::size_t columns(std::string_view text) {
    std::size_t sum = 0;
    for (const char c : text) sum += columns_of(c);
    return sum;
}

std::string with_single_blanks(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : ascii::trim(text)) {
        if (!ascii::is_blank(c)) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

/// The bytes of a tag of running text ("<em>", "</a>") at byte `at`; 0 if there is none. Other
/// things in angle brackets are words: Vec<T>, and the <S> of Sears, which no </S> closes.
std::size_t inline_tag(std::string_view whole, std::size_t at) {
    constexpr auto tags = std::to_array<std::string_view>(
        {"a", "b", "br",    "cite", "code",   "del", "em",  "i",  "mark", "p",
         "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u",    "wbr"});
    const std::string_view text = whole.substr(at, 300);
    const auto end = text.find('>');
    if (end == npos) return 0;
    std::string_view inside = text.substr(1, end - 1);
    const bool closing = inside.starts_with('/');
    if (closing) inside.remove_prefix(1);
    const std::string_view name = inside.substr(0, inside.find_first_of(" /"));
    const bool known =
        std::ranges::any_of(tags, [&](auto tag) { return ascii::equal_ignoring_case(name, tag); });
    if (!known) return 0;
    const bool alone = name == "p" || ascii::equal_ignoring_case(name, "br") ||
                       ascii::equal_ignoring_case(name, "wbr");
    if (alone) return end + 1;
    const std::string other = (closing ? "<" : "</") + std::string(name);
    const std::size_t before = at > nearest ? at - nearest : 0;
    const std::string_view near =
        closing ? whole.substr(before, at - before) : whole.substr(at + end, nearest);
    return near.find(other) != npos ? end + 1 : 0;
}

bool is_word_byte(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c);
}

std::size_t run_at(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
}

/// The run of `*` or `_` that closes the emphasis opened by the run at `at`, or npos if nothing is
/// emphasised, as in "f***" and "snake_case".
std::size_t closing_run(std::string_view text, std::size_t at) {
    const std::size_t size = run_at(text, at);
    // Chinese has no blanks around strong words.
    const auto in_word = [&](char c) {
        return ascii::is_letter(c) || ascii::is_digit(c) || (size == 1 && ascii::is_wide(c));
    };
    const std::size_t inner = at + size;
    if (size > 3 || (at > 0 && in_word(text[at - 1])) || inner >= text.size()) return npos;
    if (ascii::is_blank(text[inner]) || (size == 1 && !is_word_byte(text[inner]))) return npos;
    text = text.substr(0, inner + nearest);
    for (auto end = text.find(text[at], inner); end != npos;) {
        const std::size_t run = run_at(text, end);
        const bool closes = run == size && !ascii::is_blank(text[end - 1]) &&
                            (end + run == text.size() || !in_word(text[end + run]));
        if (closes) return end;
        end = text.find(text[at], end + run);
    }
    return npos;
}

std::string without_emphasis(std::string_view text) {
    std::string result;
    std::vector<std::size_t> closings;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c != '*' && c != '_') {
            if (c != '`') result += c;
            ++i;
            continue;
        }
        const std::size_t run = run_at(text, i);
        const bool closes = std::ranges::find(closings, i) != closings.end();
        const std::size_t closing =
            closes || closings.size() >= most_emphases ? npos : closing_run(text, i);
        if (closing != npos) closings.push_back(closing);
        if (!closes && closing == npos) result.append(run, c);
        i += run;
    }
    return result;
}

/// "[text](target)" -> "text".
std::string without_links(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto middle = text.find("](");
        if (middle == npos) break;
        const auto open = text.rfind('[', middle);
        const auto close = text.find(')', middle);
        if (open == npos || close == npos) break;
        result.append(text.substr(0, open)).append(text.substr(open + 1, middle - open - 1));
        text.remove_prefix(close + 1);
    }
    return result.append(text);
}

std::string without_tags(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t tag = text[i] == '<' ? inline_tag(text, i) : 0;
        if (tag == 0) {
            result += text[i++];
        } else {
            if (text.substr(i, 3) == "<br") result += ' ';
            i += tag;
        }
    }
    return result;
}

/// True if a sentence ends before the line does.
bool has_inner_sentence_end(std::string_view line) {
    if (line.find("。") < line.size() - std::min<std::size_t>(line.size(), 3)) return true;
    const auto starts = sentence_starts(line);
    return starts.size() > 1;
}

bool begins_like_headline(std::string_view line) {
    constexpr auto not_headlines = std::to_array<std::string_view>(
        {"story highlights", "image copyright", "enlarge this image", "editor's note",
         "editors' note", "advertisement", "read more", "share this", "photo", "updated", "http://",
         "https://", "-", "*", "(", "\xE2\x80\xA2"});
    return !ascii::is_lower(line.front()) && std::ranges::none_of(not_headlines, [&](auto start) {
        return ascii::starts_ignoring_case(line, start);
    });
}

bool is_date_digits(char c) {
    return ascii::is_digit(c) || c == '-' || c == '_' || c == '.';
}

}  // namespace

std::string plain_inline(std::string_view value) {
    std::string text(value);
    if (text.find('<') != npos) text = without_tags(text);
    if (text.find("](") != npos) text = without_links(text);
    if (text.find_first_of("*_`") != npos) text = without_emphasis(text);
    if (text.find('&') != npos) text = decode_entities(text);
    return with_single_blanks(text);
}

bool reads_like_headline(std::string_view line) {
    line = ascii::trim(line);
    const std::size_t width = columns(line.substr(0, 4 * headline_columns));
    if (width < 8 || width > headline_columns || !begins_like_headline(line)) return false;
    const bool wide = std::ranges::any_of(line, ascii::is_wide);
    if (!wide && std::ranges::count(line, ' ') < 2) return false;
    const char last = line.back();
    if (last == ':' || last == ',' || last == ';' || last == '-' || last == ')') return false;
    if (line.ends_with("。") || line.ends_with("：") || line.ends_with("，")) return false;
    if (last == '.' && width > headline_columns_with_stop) return false;
    // A quoted sentence is speech.
    if (line.ends_with(".\"") || line.ends_with(".\xE2\x80\x9D")) return false;
    return !has_inner_sentence_end(line);
}

std::string headline_title(std::string_view line) {
    std::string title = with_single_blanks(line);
    // "U.S." and "…" keep theirs.
    const auto size = title.size();
    const bool stop = size > 2 && title[size - 1] == '.' && title[size - 2] != '.' &&
                      (ascii::is_lower(title[size - 2]) || ascii::is_digit(title[size - 2]));
    if (stop) title.pop_back();
    return title;
}

std::string first_sentence_title(std::string_view text) {
    text = ascii::trim(text);
    std::string_view paragraph = text.substr(0, std::min(text.find("\n\n"), first_paragraph_bytes));
    const auto starts = sentence_starts(paragraph);
    if (starts.size() > 1) paragraph = paragraph.substr(0, starts[1]);
    const std::string sentence = with_single_blanks(paragraph);
    std::size_t width = 0;
    std::size_t blank = 0;
    std::size_t cut = 0;
    for (; cut < sentence.size() && width <= title_columns; ++cut) {
        if (sentence[cut] == ' ') blank = cut;
        width += columns_of(sentence[cut]);
    }
    if (width <= title_columns) return sentence;
    // `cut` is after the lead byte that did not fit any more.
    std::size_t end = blank >= title_columns / 2 ? blank : cut - 1;
    while (end > 0 && std::string_view(",;:-").find(sentence[end - 1]) != npos) --end;
    return sentence.substr(0, end) + "…";
}

std::string file_name_title(std::string_view path) {
    const auto name_of = [](std::string_view whole) { return whole.substr(whole.rfind('/') + 1); };
    std::string_view name = name_of(path);
    const auto colon = name.rfind(':');
    if (colon != npos && name.find_first_not_of("0123456789", colon + 1) == npos) {
        return std::string(name);  // an item of a file of many
    }
    const auto dot = name.rfind('.');
    if (dot != npos && dot > 0 && name.size() - dot <= 9) name = name.substr(0, dot);
    const bool says_nothing = name == "index" || name == "_index" || name == "README";
    if (says_nothing && path.find('/') != npos) name = name_of(path.substr(0, path.rfind('/')));
    std::string_view words = name;
    if (words.size() > 8 && std::ranges::all_of(words.substr(0, 4), ascii::is_digit)) {
        while (!words.empty() && is_date_digits(words.front())) words.remove_prefix(1);
    }
    words = ascii::trim(words);
    std::string title(words.empty() ? name : words);
    if (title.find(' ') == npos) {
        for (char& c : title) c = c == '-' || c == '_' ? ' ' : c;
    }
    title = with_single_blanks(title);
    if (!title.empty()) title.front() = ascii::upper(title.front());
    return title;
}

}  // namespace dateline
