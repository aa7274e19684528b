// SPDX-License-Identifier: GPL-2.0-or-later
// Single words, phrases, values and ranges.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/fields.h"
#include "common/folding.h"
#include "tests/oracle/letters.h"
#include "tests/oracle/plain_words.h"
#include "tests/oracle/typed_query_maker.h"

namespace dateline::oracle {
namespace {

bool goes_without_quotes(const std::string& value) {
    return std::ranges::all_of(value, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

}  // namespace

TypedQuery TypedQueryMaker::word() {
    TypedQuery result = made(Said::word);
    result.text = one_in(10) ? next_run() : spelt_otherwise(next_word());
    result.exact = one_in(8);
    return result;
}

TypedQuery TypedQueryMaker::pattern() {
    TypedQuery result = made(Said::pattern);
    const std::string form = letters_only();
    const std::u32string letters = letters_of(form);
    // Bytes of the form up to so many letters.
    const auto bytes = [&](std::size_t count) {
        std::size_t at = 0;
        for (; at < form.size(); ++at)
            if ((static_cast<unsigned char>(form[at]) & 0xC0) != 0x80 && count-- == 0) break;
        return at;
    };
    // Short ones would stand for more words than are looked for.
    const std::size_t kept = std::min(letters.size() - 1, 2 + pick(letters.size() - 1));
    switch (pick(5)) {
        case 0:
            result.text = "*" + form.substr(bytes(letters.size() - kept));
            break;
        case 1:
            result.text = form.substr(0, bytes(kept - 1)) + "?" + form.substr(bytes(kept));
            break;
        case 2:
            result.text = form.substr(0, bytes(1)) + "*" + form.substr(bytes(kept));
            break;
        case 3:
            result.quoted = true;
            result.text = form.substr(0, bytes(kept)) + "* " + letters_only();
            break;
        default:
            result.text = form.substr(0, bytes(kept)) + "*";
    }
    return result;
}

/// well-be*; only where it must be there, since it is looked for as a phrase is.
TypedQuery TypedQueryMaker::compound_pattern() {
    TypedQuery result = made(Said::pattern);
    const std::string first = letters_only();
    const std::string second = letters_only();
    std::size_t end = second.size() / 2;
    while (end > 0 && (static_cast<unsigned char>(second[end]) & 0xC0) == 0x80) --end;
    result.text = first + "-" + second.substr(0, end) + "*";
    return result;
}

TypedQuery TypedQueryMaker::fuzzy() {
    TypedQuery result = made(Said::fuzzy);
    result.text = letters_only();
    if (one_in(2)) {
        std::size_t at = pick(result.text.size());
        if (static_cast<unsigned char>(result.text[at]) < 0x80) result.text.erase(at, 1);
    }
    result.number = static_cast<std::uint32_t>(pick(3));
    return result;
}

TypedQuery TypedQueryMaker::capitals() {
    TypedQuery result = made(Said::capitals);
    for (int tries = 0; tries < 30 && !is_emphatic(result.text); ++tries) result.text = next_word();
    if (one_in(4)) result.text += " " + next_word();
    return result;
}

TypedQuery TypedQueryMaker::field_value() {
    static constexpr auto whole =
        std::to_array<const char*>({"host", "language", "path", "credit", "url"});
    TypedQuery result = made(Said::value);
    result.field = whole[pick(whole.size())];
    result.text = value(result.field);
    if (result.text.empty()) result.text = "nowhere";
    if (one_in(4)) {
        static constexpr auto names =
            std::to_array<const char*>({"outlet", "section", "tag", "author"});
        result.field = names[pick(names.size())];
        result.exact = true;
        const std::string known = value(result.field);
        if (!known.empty()) result.text = known;
    }
    result.quoted = !goes_without_quotes(result.text);
    const bool star = !result.quoted && !result.exact && one_in(4) && result.text.size() > 3;
    if (star && static_cast<unsigned char>(result.text[2]) < 0x80)
        result.text = one_in(2) ? result.text.substr(0, 2) + "*" : "*" + result.text.substr(2);
    return result;
}

TypedQuery TypedQueryMaker::length() {
    TypedQuery result = made(Said::range);
    result.field = "length";
    const std::uint64_t words = some_article().words + pick(3);
    const std::uint64_t more = words + pick(200);
    struct Row {
        std::string text;
        std::uint64_t low;
        std::uint64_t high;
    };
    const std::vector<Row> rows{
        {fmt::format("{}", words), words, words},
        {fmt::format(">{}", words), words + 1, UINT64_MAX},
        {fmt::format(">=1,{:03}", words % 1000), 1000 + words % 1000, UINT64_MAX},
        {fmt::format(">={}", words), words, UINT64_MAX},
        {fmt::format("<{}", words + 1), 0, words},
        {fmt::format("<={}", words), 0, words},
        {fmt::format("{}..{}", words, more), words, more},
        {fmt::format("{}..", words), words, UINT64_MAX},
        {fmt::format("..{}", words), 0, words}};
    const Row& row = rows[pick(rows.size())];
    result.text = row.text;
    result.low = row.low;
    result.high = row.high;
    return result;
}

TypedQuery TypedQueryMaker::range() {
    if (one_in(3)) return length();
    TypedQuery result = made(Said::range);
    result.field = "date";
    const TypedDays typed = days();
    result.text = typed.typed;
    result.days = typed.days;
    result.quoted = result.text.find(' ') != std::string::npos;
    return result;
}

TypedQuery TypedQueryMaker::known() {
    static constexpr auto names = std::to_array<const char*>(
        {"date", "outlet", "author", "title", "section", "tag", "url", "summary", "credit"});
    TypedQuery result = made(Said::known);
    result.field = names[pick(names.size())];
    result.quoted = field(result.field).match != Match::none && result.field != "date" && one_in(3);
    return result;
}

/// Whether it has s, a / at its end, or what trackers put behind a ?, makes no difference.
TypedQuery TypedQueryMaker::address() {
    TypedQuery result = made(Said::address);
    std::string url = value("url");
    const std::size_t rest = url.find("://");
    if (rest == url.npos || url.find_first_of("()*'~|^<>") != url.npos) return word();
    url = (one_in(2) ? "http" : "https") + url.substr(rest);
    if (one_in(3)) url = url.substr(0, url.find('?'));
    if (one_in(3)) url += '/';
    result.text = url;
    return result;
}

TypedQuery TypedQueryMaker::words_of_field() {
    static constexpr auto names =
        std::to_array<const char*>({"title", "author", "outlet", "section", "tag"});
    TypedQuery result = made(Said::in_field);
    result.field = names[pick(names.size())];
    text_ = value(result.field);
    at_ = 0;
    TypedQuery inner = one_in(5) ? pattern() : one_in(3) ? phrase() : word();
    if (one_in(12)) inner = fuzzy();
    inner.exact = false;
    if (one_in(4)) {
        TypedQuery other = one_in(3) ? phrase() : word();
        other.exact = false;
        const bool near = result.field == "title" && one_in(3);
        const Said said = near ? Said::near : one_in(2) ? Said::either : Said::sequence;
        inner = made(said, list_of(std::move(inner), std::move(other)));
        inner.number = static_cast<std::uint32_t>(1 + pick(8));
    }
    result.children = list_of(std::move(inner));
    return result;
}

TypedQuery TypedQueryMaker::leaf() {
    switch (pick(24)) {
        case 0:
        case 1:
        case 2:
            return phrase();
        case 3:
        case 4:
            return pattern();
        case 5:
            return fuzzy();
        case 6:
            return capitals();
        case 7:
            return field_value();
        case 8:
            return range();
        case 9:
            return known();
        case 10:
        case 11:
            return words_of_field();
        default:
            return word();
    }
}

}  // namespace dateline::oracle
