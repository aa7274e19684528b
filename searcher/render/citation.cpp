// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/terminal.h"
#include "searcher/render/citation_key.h"
#include "searcher/render/lit_text.h"
#include "searcher/render/page.h"

namespace dateline {
namespace {

/// Words that begin a family name: van der Berg.
constexpr std::string_view particles[] = {"van", "von", "der", "den", "de",  "del", "della", "di",
                                          "da",  "dos", "du",  "la",  "le",  "ten", "ter",   "zu",
                                          "al",  "el",  "bin", "ibn", "st.", "af",  "av"};
constexpr std::string_view suffixes[] = {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"};
/// Words by which a byline is known for that of no person.
constexpr std::string_view organisation_words[] = {
    "staff",     "team",      "press",  "news",     "agency",   "desk",  "editors",
    "editorial", "board",     "bureau", "magazine", "media",    "times", "post",
    "network",   "service",   "group",  "inc.",     "and",      "the",   "wire",
    "newsroom",  "reporters", "&",      "company",  "committee"};

template <typename List>
bool has(const List& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

std::string clean(const std::string& text) {
    return trimmed(safe_for_terminal({text, {}})).text;
}

/// "Maria Luise" -> "M. L.", "Jean-Paul" -> "J.-P."
std::string initials(const std::string& given) {
    std::string out;
    for (const std::string& word : words_of(given)) {
        if (!out.empty()) out += ' ';
        for (std::size_t at = 0; at < word.size();) {
            const std::size_t hyphen = std::min(word.find('-', at), word.size());
            const std::size_t end = std::min(character_end(word, at), hyphen);
            if (at > 0) out += '-';
            out += word.substr(at, end - at) + ".";
            at = hyphen + 1;
        }
    }
    return out;
}

/// Ends in one full stop, or in the question or exclamation mark or the points that it has.
std::string sentence(std::string text) {
    if (text.empty() || std::string_view(".?!").find(text.back()) != std::string_view::npos ||
        text.ends_with("\u2026"))
        return text;
    return text += '.';
}

std::string apa_name(const PersonName& name) {
    if (name.given.empty()) return name.family;
    return fmt::format("{}, {}{}{}", name.family, initials(name.given),
                       name.suffix.empty() ? "" : ", ", name.suffix);
}

/// The first name turned round, as lists are sorted; the others as spoken.
std::string chicago_name(const PersonName& name, bool first) {
    if (name.given.empty()) return name.family;
    const std::string tail = name.suffix.empty() ? "" : ", " + name.suffix;
    return first ? fmt::format("{}, {}{}", name.family, name.given, tail)
                 : fmt::format("{} {}{}", name.given, name.family, tail);
}

/// Commas, and before the last one `last`.
std::string listed(const std::vector<std::string>& names, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out.append(i + 1 == names.size() ? last : ", ");
        out += names[i];
    }
    return out;
}

struct Date {
    std::string year;
    std::string month;
    std::string day;
};

Date date_of(const Article& article) {
    if (!article.published) return {};
    const Day& day = article.published->day;
    Date date;
    date.year = std::to_string(static_cast<int>(day.year()));
    if (article.published->precision == Precision::year) return date;
    date.month = month_name(day);
    if (article.published->precision == Precision::month) return date;
    date.day = std::to_string(static_cast<unsigned>(day.day()));
    return date;
}

/// Author, A. A., & Author, B. B. (2026, February 26). Title. Outlet. URL
std::string apa(const Article& article) {
    std::vector<std::string> names;
    for (const std::string& author : article.authors)
        names.push_back(apa_name(parse_name(clean(author))));
    const Date date = date_of(article);
    std::string when = date.year.empty() ? "n.d." : date.year;
    if (!date.month.empty()) when += ", " + date.month;
    if (!date.day.empty()) when += " " + date.day;
    const std::string title = sentence(clean(article.title));
    const std::string outlet = clean(article.outlet);
    std::string out;
    if (names.empty()) {
        out = fmt::format("{} ({}).", title, when);
    } else {
        out = fmt::format("{} ({}). {}", sentence(listed(names, ", & ")), when, title);
    }
    if (!outlet.empty()) out += " " + sentence(outlet);
    const std::string url = linkable_url(article.url);
    if (!url.empty()) out += " " + url;
    return out;
}

/// Author, First, and Second Author. "Title." Outlet, February 26, 2026. URL.
std::string chicago(const Article& article) {
    std::vector<std::string> names;
    for (const std::string& author : article.authors)
        names.push_back(chicago_name(parse_name(clean(author)), names.empty()));
    const Date date = date_of(article);
    std::string when = date.month;
    if (!date.day.empty()) when += " " + date.day + ",";
    if (!date.year.empty()) when += (when.empty() ? "" : " ") + date.year;
    std::string out = names.empty() ? "" : sentence(listed(names, ", and ")) + " ";
    out += fmt::format("\u201C{}\u201D", sentence(clean(article.title)));
    const std::string outlet = clean(article.outlet);
    std::string where = outlet;
    if (!when.empty()) where += (where.empty() ? "" : ", ") + when;
    if (!where.empty()) out += " " + sentence(where);
    const std::string url = linkable_url(article.url);
    if (!url.empty()) out += " " + url + ".";
    return out;
}

/// Braces and all that TeX would obey.
std::string tex(const std::string& text) {
    std::string out;
    for (const char c : clean(text)) {
        if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) {
            out += '\\';
            out += c;
        } else if (c == '\\') {
            out += "\\textbackslash{}";
        } else if (c == '~') {
            out += "\\textasciitilde{}";
        } else if (c == '^') {
            out += "\\textasciicircum{}";
        } else {
            out += c;
        }
    }
    return out;
}

std::string bibtex_name(const std::string& author) {
    const PersonName name = parse_name(clean(author));
    if (name.given.empty()) return "{" + tex(name.family) + "}";
    std::string out = tex(name.family);
    if (!name.suffix.empty()) out += ", " + tex(name.suffix);
    return out + ", " + tex(name.given);
}

std::string bibtex(const Article& article, const std::string& key) {
    std::string out = fmt::format("@article{{{},\n", key);
    const auto add = [&](std::string_view field, const std::string& value) {
        if (!value.empty()) out += fmt::format("  {:<9} = {{{}}},\n", field, value);
    };
    std::vector<std::string> names;
    for (const std::string& author : article.authors) names.push_back(bibtex_name(author));
    add("author", fmt::format("{}", fmt::join(names, " and ")));
    // Inner braces keep the capitals of names.
    add("title", "{" + tex(article.title) + "}");
    add("journal", tex(article.outlet));
    if (article.published) {
        const Date date = date_of(article);
        add("date", to_string(*article.published));
        add("year", date.year);
        if (!date.month.empty()) {
            out += fmt::format("  {:<9} = {},\n", "month", ascii::lowered(date.month.substr(0, 3)));
        }
    }
    add("url", linkable_url(article.url));
    add("langid", tex(article.language));
    return out + "}\n";
}

std::string ris(const Article& article, const std::string& key) {
    std::string out = "TY  - NEWS\n";
    const auto add = [&](std::string_view tag, const std::string& value) {
        if (!value.empty()) out += fmt::format("{}  - {}\n", tag, value);
    };
    for (const std::string& author : article.authors) {
        const PersonName name = parse_name(clean(author));
        std::string text = name.family;
        if (!name.given.empty()) text += ", " + name.given;
        if (!name.suffix.empty()) text += ", " + name.suffix;
        add("AU", text);
    }
    add("TI", clean(article.title));
    add("T2", clean(article.outlet));
    if (article.published) {
        const Day& day = article.published->day;
        const Date date = date_of(article);
        add("PY", date.year);
        const auto two = [](bool known, unsigned number) {
            return known ? fmt::format("{:02}", number) : std::string();
        };
        add("DA", fmt::format("{}/{}/{}/", date.year,
                              two(!date.month.empty(), static_cast<unsigned>(day.month())),
                              two(!date.day.empty(), static_cast<unsigned>(day.day()))));
    }
    if (!article.derived.contains("summary")) add("AB", clean(article.summary));
    add("LA", clean(article.language));
    for (const std::string& tag : article.tags) add("KW", clean(tag));
    add("UR", linkable_url(article.url));
    add("ID", key);
    return out + "ER  - \n";
}

}  // namespace

PersonName parse_name(const std::string& name) {
    std::vector<std::string> words = words_of(name);
    PersonName parsed;
    const bool organisation = std::ranges::any_of(words, [](const std::string& word) {
        return has(organisation_words, ascii::lowered(word));
    });
    if (words.size() < 2 || organisation || name.find_first_of(",@/0123456789") != name.npos) {
        parsed.family = joined(words);
        return parsed;
    }
    if (words.size() > 2 && has(suffixes, words.back())) {
        parsed.suffix = words.back();
        words.pop_back();
    }
    std::size_t family = words.size() - 1;
    while (family > 1 && has(particles, ascii::lowered(words[family - 1]))) --family;
    parsed.family = joined({words.begin() + static_cast<std::ptrdiff_t>(family), words.end()});
    parsed.given = joined({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(family)});
    return parsed;
}

void render_citations(const SearchResult& result, CitationStyle style, std::ostream& out) {
    const std::vector<std::string> keys = citation_keys(result.hits);
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        const Hit& hit = result.hits[i];
        switch (style) {
            case CitationStyle::apa:
                out << apa(hit.article) << '\n';
                break;
            case CitationStyle::chicago:
                out << chicago(hit.article) << '\n';
                break;
            case CitationStyle::bibtex:
                out << bibtex(hit.article, keys[i]);
                break;
            case CitationStyle::ris:
                out << ris(hit.article, keys[i]);
                break;
        }
    }
}

}  // namespace dateline
