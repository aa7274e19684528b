// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/authors/person_names.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace dateline {
namespace {

// Words of outlets' and bodies' names, in lower case.
constexpr auto outlet_words = std::to_array<std::string_view>(
    {"agency",     "associated", "blog",      "board",     "broadcasting",  "bulletin",
     "bureau",     "channel",    "chronicle", "courier",   "daily",         "desk",
     "digest",     "editorial",  "editors",   "examiner",  "foundation",    "gazette",
     "guardian",   "herald",     "inquirer",  "institute", "international", "journal",
     "magazine",   "media",      "monitor",   "network",   "news",          "newsletter",
     "newsroom",   "newswire",   "observer",  "online",    "post",          "press",
     "project",    "public",     "radio",     "register",  "report",        "reporter",
     "review",     "service",    "staff",     "standard",  "team",          "telegraph",
     "television", "the",        "times",     "today",     "tribune",       "tv",
     "university", "weekly",     "wire"});

// Small words inside names.
constexpr auto particles = std::to_array<std::string_view>(
    {"al", "bin", "da",  "de", "del", "della", "den", "der", "di",  "do", "dos",
     "du", "el",  "ibn", "la", "le",  "ten",   "ter", "van", "von", "y",  "zu"});

template <std::size_t Size>
bool has(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::any_of(words,
                               [&](auto known) { return ascii::equal_ignoring_case(word, known); });
}

template <typename Action>
void for_each_word(std::string_view text, const Action& action) {
    while (!(text = ascii::trim(text)).empty()) {
        const auto end = std::min(text.find_first_of(" \t\n"), text.size());
        action(text.substr(0, end));
        text.remove_prefix(end);
    }
}

/// Three-byte characters from U+3400 to U+9FFF: a Chinese name is two to four of them.
bool is_chinese_name(std::string_view text) {
    if (text.size() < 6 || text.size() > 12 || text.size() % 3 != 0) return false;
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0xE4 || lead > 0xE9) return false;
    }
    return true;
}

}  // namespace

bool is_name_word(std::string_view word) {
    if (!ascii::is_upper(word.front()) && !ascii::is_wide(word.front())) return false;
    return std::ranges::all_of(word, [](char c) {
        return ascii::is_letter(c) || ascii::is_wide(c) || c == '.' || c == '\'' || c == '-';
    });
}

bool is_short_name(std::string_view text) {
    constexpr std::size_t longest = 5;
    return text.size() <= longest && std::ranges::all_of(text, ascii::is_upper);
}

bool is_name_particle(std::string_view word) {
    return std::ranges::find(particles, word) != particles.end();
}

bool is_person_name(std::string_view text) {
    if (text.size() < 4 || text.size() > 60) return false;
    int words = 0;
    int small = 0;
    bool good = true;
    std::string_view last;
    for_each_word(text, [&](std::string_view word) {
        ++words;
        last = word;
        if (is_name_particle(word) && words > 1) {
            ++small;
        } else if (!is_name_word(word) || has(outlet_words, word)) {
            good = false;
        }
    });
    return good && words - small >= 2 && words <= 5 && !last.ends_with("'s");
}

bool is_staff_name(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>(
        {"staff", "board", "team", "desk", "editors", "editorial", "columnists", "newsroom",
         "correspondents", "reporters", "contributors"});
    bool found = false;
    for_each_word(text, [&](std::string_view word) { found = found || has(words, word); });
    return found;
}

bool sounds_like_outlet(std::string_view text) {
    bool found = false;
    for_each_word(text, [&](std::string_view word) { found = found || has(outlet_words, word); });
    constexpr auto endings = std::to_array<std::string_view>(
        {"news", "times", "post", "blog", "herald", "press", "网", "报", "新闻", "周刊", "日报"});
    return found || std::ranges::any_of(endings, [&](std::string_view ending) {
               return ascii::ends_ignoring_case(text, ending);
           });
}

bool names_people(const std::vector<std::string>& authors) {
    return !authors.empty() && std::ranges::all_of(authors, [](const std::string& author) {
        return is_person_name(author) || is_chinese_name(author);
    });
}

}  // namespace dateline
