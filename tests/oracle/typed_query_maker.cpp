// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/typed_query_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/analysis.h"
#include "common/fields.h"
#include "tests/oracle/outlet_names.h"
#include "tests/oracle/plain_words.h"

namespace dateline::oracle {
namespace {

std::vector<TypedQuery> list(TypedQuery first, TypedQuery second) {
    std::vector<TypedQuery> both;
    both.push_back(std::move(first));
    both.push_back(std::move(second));
    return both;
}

std::vector<TypedQuery> list(TypedQuery only) {
    std::vector<TypedQuery> one;
    one.push_back(std::move(only));
    return one;
}

bool goes_without_quotes(const std::string& value) {
    return std::ranges::all_of(value, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

constexpr bool exact_in_areas = true;

void make_inexact(TypedQuery& query) {
    query.exact = false;
    for (TypedQuery& child : query.children) make_inexact(child);
    for (TypedQuery& child : query.excluded) make_inexact(child);
}

}  // namespace

TypedQueryMaker::TypedQueryMaker(const std::vector<Article>& articles, unsigned seed)
    : articles_(articles), random_(seed) {}

TypedQuery TypedQueryMaker::made(Said said) {
    TypedQuery result;
    result.said = said;
    result.style = static_cast<unsigned>(pick(10'000));
    return result;
}

TypedQuery TypedQueryMaker::made(Said said, std::vector<TypedQuery> children) {
    TypedQuery result = made(said);
    result.children = std::move(children);
    return result;
}

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
    static constexpr auto whole = std::to_array<const char*>(
        {"host", "language", "path", "credit", "url", "outlet", "section", "tag"});
    TypedQuery result = made(Said::value);
    result.field = whole[pick(names_by_words ? 5 : whole.size())];
    result.text = value(result.field);
    if (result.text.empty()) result.text = "nowhere";
    if (names_by_words && one_in(4)) {
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
    result.field = names[pick(names_by_words ? names.size() : 2)];
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
        inner = made(said, list(std::move(inner), std::move(other)));
        inner.number = static_cast<std::uint32_t>(1 + pick(8));
    }
    result.children = list(std::move(inner));
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

TypedQuery TypedQueryMaker::placed_operand(int pairs) {
    if (pairs > 0 && one_in(5)) return pair(pairs - 1);
    switch (pick(10)) {
        case 0:
        case 1:
            return phrase();
        case 2:
            return pattern();
        case 3:
            return fuzzy();
        case 4:
        case 5:
            return made(Said::either, list(word(), one_in(3) ? phrase() : word()));
        default:
            return word();
    }
}

TypedQuery TypedQueryMaker::pair(int pairs) {
    static constexpr auto kinds = std::to_array<Said>(
        {Said::near, Said::near, Said::before, Said::same_sentence, Said::same_paragraph});
    TypedQuery result = made(kinds[pick(kinds.size())]);
    TypedQuery left = placed_operand(pairs);
    const bool is_pair = left.children.size() == 2 && left.said != Said::either;
    result.children = list(std::move(left), placed_operand(is_pair ? 0 : pairs));
    result.number = static_cast<std::uint32_t>(1 + pick(12));
    return result;
}

TypedQuery TypedQueryMaker::on_places() {
    switch (pick(5)) {
        case 0: {
            TypedQuery result = made(Said::not_near, list(placed_operand(1), placed_operand(0)));
            result.number = static_cast<std::uint32_t>(1 + pick(12));
            return result;
        }
        case 1: {
            TypedQuery result = made(Said::at_least, list(placed_operand(1)));
            result.number = static_cast<std::uint32_t>(1 + pick(4));
            return result;
        }
        default:
            return pair(1);
    }
}

TypedQuery TypedQueryMaker::in_area() {
    static constexpr auto kinds =
        std::to_array<Said>({Said::first, Said::lead, Said::headline_lead});
    TypedQuery result = made(kinds[pick(kinds.size())]);
    result.number = static_cast<std::uint32_t>(1 + pick(80));
    TypedQuery inner = placed_operand(1);
    if (one_in(3)) {
        static constexpr auto ways =
            std::to_array<Said>({Said::sequence, Said::both, Said::either});
        inner = made(ways[pick(ways.size())], list(std::move(inner), placed_operand(0)));
        if (inner.said != Said::either && one_in(4)) inner.excluded = list(placed_operand(0));
    }
    if (!exact_in_areas) make_inexact(inner);
    result.children = list(std::move(inner));
    return result;
}

TypedQuery TypedQueryMaker::part(int depth) {
    if (depth > 0 && one_in(4)) {
        switch (pick(4)) {
            case 0:
                return either(depth - 1);
            case 1:
                return both(depth - 1);
            case 2:
                return sequence(depth - 1);
            default:
                return one_in(3) ? in_area() : on_places();
        }
    }
    return leaf();
}

TypedQuery TypedQueryMaker::either(int depth) {
    TypedQuery result = made(Said::either);
    for (std::size_t more = 2 + pick(2); more > 0; --more) result.children.push_back(part(depth));
    if (one_in(12)) {
        TypedQuery without = made(Said::both);
        without.excluded = list(part(depth));
        result.children.push_back(std::move(without));
    }
    return result;
}

TypedQuery TypedQueryMaker::both(int depth) {
    TypedQuery result = made(Said::both);
    for (std::size_t more = 1 + pick(3); more > 0; --more) result.children.push_back(part(depth));
    if (result.children.size() == 1 || one_in(4)) result.excluded = list(part(depth));
    return result;
}

TypedQuery TypedQueryMaker::sequence(int depth) {
    TypedQuery result = made(Said::sequence);
    for (std::size_t more = 1 + pick(4); more > 0; --more) {
        result.children.push_back(part(depth));
        result.children.back().required = one_in(10);
    }
    if (one_in(4)) result.excluded = list(part(depth));
    if (result.excluded.size() == 1 && one_in(4)) result.excluded.push_back(leaf());
    if (!result.excluded.empty() && one_in(10)) result.children.clear();
    return result;
}

TypedQuery TypedQueryMaker::any_query() {
    article_ = pick(articles_.size());
    text_.clear();
    switch (pick(8)) {
        case 0:
            return either(1);
        case 1:
            return both(2);
        case 2:
            return one_in(2) ? on_places() : in_area();
        case 3:
            return one_in(4) ? address() : leaf();
        default:
            return sequence(2);
    }
}

}  // namespace dateline::oracle
