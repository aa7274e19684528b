// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/authors/byline.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/metadata/authors/author_labels.h"
#include "indexer/metadata/authors/person_names.h"
#include "indexer/metadata/outlets/hosts.h"
#include "indexer/readers/next_place.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_author = 200;
constexpr std::size_t longest_byline = 160;

// Before a name, in lower case.
constexpr auto lead_words = std::to_array<std::string_view>(
    {"by ",        "by: ",         "written by ", "story by ", "words by ",
     "report by ", "author: ",     "authors: ",   "von ",      "par ",
     "por ",       "written by: ", "posted by ",  "posts by ", "view all posts by ",
     "autor: ",    "autorin: ",    "auteur : ",   "автор: ",   "Автор: ",
     "بقلم: ",     "بقلم ",        "كتب: "});

// After a name, in lower case.
constexpr auto trailing_words = std::to_array<std::string_view>(
    {" read more", " follow", " and agencies", " in washington", " in london", ", staff writer"});

// Values that name nobody, in lower case.
constexpr auto nobody = std::to_array<std::string_view>({"staff",
                                                         "staff writer",
                                                         "staff writers",
                                                         "staff reporter",
                                                         "staff reporters",
                                                         "author:",
                                                         "autor:",
                                                         "autor",
                                                         "by",
                                                         "unknown",
                                                         "unknown author",
                                                         "anonymous",
                                                         "none",
                                                         "null",
                                                         "nil",
                                                         "n/a",
                                                         "na",
                                                         "array",
                                                         "[object object]",
                                                         "undefined",
                                                         "no author",
                                                         "author",
                                                         "-",
                                                         "佚名",
                                                         "未知"});

template <std::size_t Size>
bool has(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::any_of(words,
                               [&](auto known) { return ascii::equal_ignoring_case(word, known); });
}

bool is_name_byte(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c);
}

std::string_view without_lead(std::string_view text) {
    if (const auto rest = after_author_label(text); !rest.empty()) return rest;
    for (const std::string_view lead : lead_words) {
        if (ascii::starts_ignoring_case(text, lead)) return ascii::trim(text.substr(lead.size()));
    }
    return text;
}

/// "Jane Doe <jane@example.org>", "jane@example.org (Jane Doe)" -> "Jane Doe".
std::string_view without_address(std::string_view text) {
    if (text.find('@') == npos) return text;
    if (const auto open = text.find('<'); open != npos && open > 0) {
        return ascii::trim(text.substr(0, open));
    }
    const auto open = text.find('(');
    if (open != npos && open > 0 && text.ends_with(')') && text.find('@') < open) {
        return ascii::trim(text.substr(open + 1, text.size() - open - 2));
    }
    return text;
}

/// "[[Jane Doe]]", "[[people/jane|Jane Doe]]", "\"Jane Doe\"" -> "Jane Doe".
std::string_view without_wrapping(std::string_view text) {
    if (text.starts_with("[[") && text.ends_with("]]") && text.size() >= 4) {
        text = text.substr(2, text.size() - 4);
        if (const auto bar = text.rfind('|'); bar != npos) text.remove_prefix(bar + 1);
    }
    constexpr std::array<std::string_view, 4> quotes{"\"", "“", "”", "'"};
    for (const std::string_view quote : quotes) {
        if (text.starts_with(quote)) text.remove_prefix(quote.size());
        if (text.ends_with(quote)) text.remove_suffix(quote.size());
    }
    return ascii::trim(text);
}

bool is_suffix_of_name(std::string_view text) {
    if (text.starts_with("on behalf of ")) return true;
    constexpr auto suffixes = std::to_array<std::string_view>(
        {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "M.D.", "MD", "Ph.D.", "PhD", "Esq.", "J.D."});
    return std::ranges::find(suffixes, text) != suffixes.end();
}

/// "Jane Doe (edited by John Roe)" -> "Jane Doe".
std::string_view without_helper(std::string_view text) {
    constexpr auto helps = std::to_array<std::string_view>(
        {"edited ", "editor", "translat", "photo", "illustrat", "pictures"});
    const auto open = text.find(" (");
    if (open == npos || open == 0 || !text.ends_with(')')) return text;
    const std::string_view remark = text.substr(open + 2);
    const bool helper = std::ranges::any_of(
        helps, [&](auto start) { return ascii::starts_ignoring_case(remark, start); });
    return helper ? text.substr(0, open) : text;
}

/// "Jane Doe | Example News", "Jane Doe (https://…)" -> "Jane Doe".
std::string_view before_site(std::string_view text) {
    for (const std::string_view sign : {" | ", " (http", " http"})
        if (const auto at = text.find(sign); at != npos && at > 0) text = text.substr(0, at);
    return text;
}

void add_author(std::string_view text, std::vector<std::string>& authors) {
    text = before_site(text);
    text = without_helper(without_address(without_wrapping(ascii::trim(text))));
    if (text.empty() || text.size() > longest_author || authors.size() > most_authors) return;
    if (has(nobody, text) || is_url(text) || std::ranges::none_of(text, is_name_byte)) return;
    if (is_suffix_of_name(text) && !authors.empty()) {
        const bool fits = authors.back().size() + text.size() < longest_author;
        if (fits) authors.back().append(", ").append(text);
        return;
    }
    if (std::ranges::find(authors, text) == authors.end()) authors.emplace_back(text);
}

struct Break {
    std::size_t begin = npos;
    std::size_t size = 0;
};

/// Where the next author begins: after a comma, a semicolon, "and" or "&".
class Breaks {
public:
    /// The first at or behind `from`, which never decreases.
    Break next(std::string_view text, std::size_t from) {
        Break first;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            const auto at = places_[i].in(text, from);
            if (at < first.begin) first = {at, marks[i].size()};
        }
        return first;
    }

private:
    static constexpr auto marks = std::to_array<std::string_view>(
        {",", ";", " and ", " AND ", " & ", "、", "，", " und ", " et "});

    std::vector<NextPlace> places_{marks.begin(), marks.end()};
};

/// "NARUSE, Yui": one comma between two single words, both with their capital.
bool is_last_name_first(std::string_view text) {
    const auto comma = text.find(", ");
    if (comma == npos || comma == 0 || text.find_first_of(",;", comma + 1) != npos) return false;
    const std::string_view first = text.substr(comma + 2);
    const std::string_view last = text.substr(0, comma);
    return !first.empty() && first.find(' ') == npos && last.find(' ') == npos &&
           is_name_word(first) && is_name_word(last);
}

void add_authors(std::string_view text, std::vector<std::string>& authors) {
    text = without_lead(without_wrapping(ascii::trim(text)));
    if (is_last_name_first(text)) return add_author(text, authors);
    Breaks breaks;
    for (std::size_t at = 0; at < text.size() && authors.size() <= most_authors;) {
        const Break cut = breaks.next(text, at);
        add_author(text.substr(at, cut.begin - at), authors);
        if (cut.begin == npos) return;
        at = cut.begin + cut.size;
        while (at < text.size() && ascii::is_blank(text[at])) ++at;
        if (text.substr(at).starts_with("and ")) at += 4;
    }
}

std::string_view without_trailing(std::string_view line) {
    for (const std::string_view trailing : trailing_words) {
        if (ascii::ends_ignoring_case(line, trailing)) {
            return ascii::trim(line.substr(0, line.size() - trailing.size()));
        }
    }
    return line;
}

}  // namespace

std::vector<std::string> authors_of(const std::vector<std::string>& values) {
    std::vector<std::string> authors;
    for (const std::string& value : values) add_authors(value, authors);
    return authors;
}

std::vector<std::string> authors_after_label(std::string_view list) {
    for (const std::string_view remark :
         {"（", "(", "原文", "公众号", "微信", "编辑", "选题", "译者", "校对"}) {
        list = list.substr(0, list.find(remark));
    }
    std::string text(list);
    if (std::ranges::none_of(text, ascii::is_letter)) std::ranges::replace(text, ' ', ',');
    std::vector<std::string> authors;
    add_authors(text, authors);
    // "南方周末记者 王伟凯": whose reporter she is.
    const auto is_affiliation = [](const std::string& name) { return name.ends_with("记者"); };
    if (!std::ranges::all_of(authors, is_affiliation)) std::erase_if(authors, is_affiliation);
    return authors;
}

std::vector<std::string> authors_of_line(std::string_view line) {
    line = ascii::trim(line);
    if (line.size() > longest_byline) return {};
    const std::string_view name = without_trailing(without_lead(line));
    if (name.size() == line.size()) return {};
    std::vector<std::string> authors = authors_after_label(name);
    // "By Jane Doe, The Denver Post", "Von Max Mustermann, NDR": the outlet behind is no author.
    while (authors.size() > 1 &&
           (sounds_like_outlet(authors.back()) || is_short_name(authors.back())))
        authors.pop_back();
    if (!names_people(authors)) authors.clear();
    return authors;
}

}  // namespace dateline
