// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/family.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
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

/// The outlets that members credit, folded.
std::set<std::string> credited_outlets(const Members& members) {
    std::set<std::string> outlets;
    for (const FamilyMember& member : members) {
        const std::string source = fold_value(member.article.source);
        if (source != fold_value(member.article.outlet)) outlets.insert(source);
    }
    outlets.erase("");
    return outlets;
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

/// Of those of the first day, which stand at the beginning, and how many others of it may have been
/// as early. A credited outlet has it from nobody; else the time decides, where it is known.
struct First {
    Members::iterator member;
    std::size_t tied = 0;
};

First first_of(Members& members) {
    const auto day = latest_day(members.front().article);
    const auto end = std::ranges::find_if_not(
        members, [&](const FamilyMember& member) { return latest_day(member.article) == day; });
    const std::set<std::string> credited = credited_outlets(members);
    const auto is_credited = [&](const FamilyMember& member) {
        return credited.contains(fold_value(member.article.outlet));
    };
    const auto seconds = [](const FamilyMember& member) {
        return seconds_of(member.article.instant);
    };
    const auto claim = [&](const FamilyMember& member) {
        return std::tuple(is_credited(member), -seconds(member).value_or(INT64_MAX),
                          member.article.words);
    };
    const auto first = std::max_element(
        members.begin(), end,
        [&](const FamilyMember& a, const FamilyMember& b) { return claim(a) < claim(b); });
    if (is_credited(*first)) return {first, 0};
    const auto tied = std::count_if(members.begin(), end, [&](const FamilyMember& member) {
        return !seconds(member) || !seconds(*first) || seconds(member) == seconds(*first);
    });
    return {first, static_cast<std::size_t>(tied) - 1};
}

/// All of a family hangs together, so that what would be a part of another text is a cut of it.
CopyKind kind_of_member(CopyKind kind) {
    if (kind == CopyKind::within) return CopyKind::cut;
    return kind == CopyKind::around ? CopyKind::longer : kind;
}

}  // namespace

Family family_in_time(const Archives& archives, CopyFinder& copies,
                      const std::vector<Xapian::docid>& articles) {
    Family family;
    Members& members = family.members;
    for (const Xapian::docid docid : articles)
        members.push_back({docid, display_of(archives.at(docid)), CopyKind::same, {}});
    if (members.empty()) return family;
    sort_by_time(members);
    const First first = first_of(members);
    std::rotate(members.begin(), first.member, first.member + 1);
    family.tied = first.tied;
    family.undated = static_cast<std::size_t>(std::ranges::count_if(
        members, [](const FamilyMember& member) { return !member.article.published; }));
    const ComparedText& text = copies.text_of(members.front().docid);
    for (FamilyMember& member : members) {
        if (member.docid == members.front().docid) continue;
        const ComparedText& other = copies.text_of(member.docid);
        const Overlap both = overlap(text, other);
        member.kind = kind_of_member(kind_among_copies(text, other));
        member.runs = both;
    }
    return family;
}

}  // namespace dateline
