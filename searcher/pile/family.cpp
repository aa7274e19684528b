// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/family.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "common/folding.h"
#include "searcher/pile/published_time.h"

namespace dateline {
namespace {

using Members = std::vector<FamilyMember>;

/// The last day on which it can have been published: what is known by the month is not the first.
std::optional<Day> latest_day(const Article& article) {
    return article.published ? days_of(*article.published).last : std::nullopt;
}

bool is_credited(const Members& members, const Article& article) {
    const std::string outlet = fold_value(article.outlet);
    if (outlet.empty()) return false;
    return std::ranges::any_of(members, [&](const FamilyMember& member) {
        return &member.article != &article && fold_value(member.article.source) == outlet;
    });
}

void sort_by_time(Members& members) {
    const auto key = [](const FamilyMember& member) {
        const Article& article = member.article;
        const auto day = latest_day(article);
        constexpr std::int64_t last = INT64_MAX;
        return std::tuple(!day, day ? day_key(*day) : "",
                          seconds_of(article.instant).value_or(last), article.archive, article.id);
    };
    std::ranges::sort(
        members, [&](const FamilyMember& a, const FamilyMember& b) { return key(a) < key(b); });
}

/// Of those of the first day, which stand at the beginning.
Members::iterator first_of(Members& members) {
    const auto day = latest_day(members.front().article);
    const auto end = std::ranges::find_if_not(
        members, [&](const FamilyMember& member) { return latest_day(member.article) == day; });
    const bool timed = day && std::all_of(members.begin(), end, [](const FamilyMember& member) {
                           return seconds_of(member.article.instant).has_value();
                       });
    if (timed) return members.begin();
    return std::max_element(members.begin(), end,
                            [&](const FamilyMember& a, const FamilyMember& b) {
                                const auto claim = [&](const Article& article) {
                                    return std::pair(is_credited(members, article), article.words);
                                };
                                return claim(a.article) < claim(b.article);
                            });
}

/// All of a family hangs together, so that what would be a part of another text is a cut of it.
CopyKind kind_of_member(CopyKind kind) {
    if (kind == CopyKind::within) return CopyKind::cut;
    return kind == CopyKind::around ? CopyKind::longer : kind;
}

}  // namespace

std::vector<FamilyMember> family_in_time(const Archives& archives, CopyFinder& copies,
                                         const std::vector<Xapian::docid>& articles) {
    Members members;
    for (const Xapian::docid docid : articles)
        members.push_back({docid, display_of(archives.at(docid)), CopyKind::same, {}});
    if (members.empty()) return members;
    sort_by_time(members);
    const auto first = first_of(members);
    std::rotate(members.begin(), first, first + 1);
    const ComparedText& text = copies.text_of(members.front().docid);
    for (FamilyMember& member : members) {
        if (member.docid == members.front().docid) continue;
        const ComparedText& other = copies.text_of(member.docid);
        const Overlap both = overlap(text, other);
        member.kind = kind_of_member(kind_among_copies(text, other));
        member.runs = both;
    }
    return members;
}

}  // namespace dateline
