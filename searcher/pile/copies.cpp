// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/copies.h"

#include <algorithm>
#include <utility>

#include "common/folding.h"
#include "common/date_terms.h"
#include "searcher/pile/story_days.h"
#include "searcher/ranking/likeness.h"

namespace dateline {
namespace {

using Docids = std::vector<Xapian::docid>;

void sort_each_once(Docids& docids) {
    std::ranges::sort(docids);
    const auto rest = std::ranges::unique(docids);
    docids.erase(rest.begin(), rest.end());
}

/// Values of articles that were read together.
template <class Value>
class ReadValues {
public:
    ReadValues(const Docids& docids, const std::vector<Value>& values)
        : docids_(docids), values_(values) {}

    const Value& of(Xapian::docid docid) const {
        return values_[static_cast<std::size_t>(std::ranges::lower_bound(docids_, docid) -
                                                docids_.begin())];
    }

private:
    const Docids& docids_;
    const std::vector<Value>& values_;
};

}  // namespace

void CopyFinder::learn(Docids articles) {
    std::erase_if(articles, [&](Xapian::docid docid) { return facts_.contains(docid); });
    sort_each_once(articles);
    auto facts = copy_facts(archives_.all(), articles);
    for (std::size_t i = 0; i < articles.size(); ++i)
        facts_.emplace(articles[i], std::move(facts[i]));
}

const ComparedText& CopyFinder::text_of(Xapian::docid article) {
    const auto [place, fresh] = texts_.try_emplace(article);
    if (fresh) {
        place->second = compared_text(whole_article(archives_.at(article)).body);
    }
    return place->second;
}

std::optional<CopyKind> CopyFinder::kind_of(Xapian::docid first, Xapian::docid second) {
    if (!share_enough_text(text_of(first), text_of(second))) return std::nullopt;
    learn({first, second});
    const CopyFacts& a = facts_.at(first);
    const CopyFacts& b = facts_.at(second);
    PairFacts pair{!a.outlet.empty() && a.outlet == b.outlet, days_between(a.days, b.days), true};
    if (is_tiny(text_of(first)) || is_tiny(text_of(second)))
        pair.same_title = title_of(first) == title_of(second);
    return copy_kind(text_of(first), text_of(second), pair);
}

std::string CopyFinder::title_of(Xapian::docid article) const {
    return fold_value(display_of(archives_.at(article)).title);
}

/// The articles that have terms of a sketch. Whole copies have the same, so that it is looked up
/// once for all of them.
const std::vector<CopyFinder::Candidate>& CopyFinder::sharers_of(
    const std::vector<std::string>& sketch) {
    const auto [known, fresh] = sharers_.try_emplace(sketch);
    if (!fresh) return known->second;
    Docids all;
    for (const std::string& term : sketch)
        all.insert(all.end(), archives_.all().postlist_begin(term),
                   archives_.all().postlist_end(term));
    std::ranges::sort(all);
    for (auto docid = all.begin(); docid != all.end();) {
        const auto next = std::upper_bound(docid, all.end(), *docid);
        known->second.push_back({*docid, static_cast<std::size_t>(next - docid)});
        docid = next;
    }
    return known->second;
}

const Docids& CopyFinder::published_in(const std::string& month) {
    const auto [known, fresh] = months_.try_emplace(month);
    if (fresh)
        known->second.assign(archives_.all().postlist_begin(month),
                             archives_.all().postlist_end(month));
    return known->second;
}

/// The others that share terms of its sketch, and of those that share a single one, which are many,
/// only what was published in a month near it, or nobody knows when: told without a look at the day
/// of each.
std::vector<CopyFinder::Candidate> CopyFinder::near_sharers_of(Xapian::docid article,
                                                               bool with_family) {
    const DateRange& days = facts_.at(article).days;
    std::vector<const Docids*> months;
    if (!is_large_) months.push_back(&published_in(std::string(month_prefix)));
    if (days.first)
        for (const std::string& month : month_terms(days_around(days, copy_window_days)))
            months.push_back(&published_in(month));
    const auto is_near = [&](const Candidate& candidate) {
        if (candidate.shared > 1 || (!is_large_ && !days.first)) return true;
        return std::ranges::any_of(months, [&](const Docids* month) {
            return std::ranges::binary_search(*month, candidate.docid);
        });
    };
    std::vector<Candidate> near;
    for (const Candidate& candidate : sharers_of(facts_.at(article).sketch))
        if (candidate.docid != article &&
            (with_family || !is_of_one_family(article, candidate.docid)) && is_near(candidate))
            near.push_back(candidate);
    return near;
}

/// Those that may be copies by what they are about.
void CopyFinder::keep_alike(Xapian::docid article, std::vector<Candidate>& candidates) const {
    const Signature& own = facts_.at(article).signature;
    Docids others;
    for (const Candidate& candidate : candidates)
        if (candidate.shared <= few_terms) others.push_back(candidate.docid);
    const auto signatures = read_signatures(archives_.all(), others);
    const ReadValues signature(others, signatures);
    std::erase_if(candidates, [&](const Candidate& candidate) {
        return candidate.shared <= few_terms &&
               !share_enough(candidate.shared, own, signature.of(candidate.docid));
    });
}

/// Of many articles at once, since values are read fastest in one pass. Those that are known to be
/// of its family are left out, unless asked for.
std::vector<std::vector<CopyFinder::Candidate>> CopyFinder::candidates_of(const Docids& articles,
                                                                          bool with_family) {
    learn(articles);
    std::vector<std::vector<Candidate>> candidates;
    for (const Xapian::docid article : articles)
        candidates.push_back(near_sharers_of(article, with_family));
    Docids others;
    for (const auto& list : candidates)
        for (const Candidate& candidate : list) others.push_back(candidate.docid);
    sort_each_once(others);
    const auto days = published_days(archives_.all(), others);
    const ReadValues day(others, days);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const CopyFacts& own = facts_.at(articles[i]);
        std::erase_if(candidates[i], [&](const Candidate& candidate) {
            return !near_enough(days_between(own.days, day.of(candidate.docid)));
        });
        keep_alike(articles[i], candidates[i]);
    }
    return candidates;
}

/// As far as is known yet.
bool CopyFinder::is_of_one_family(Xapian::docid one, Xapian::docid other) const {
    const auto first = family_.find(one);
    const auto second = family_.find(other);
    return first != family_.end() && second != family_.end() && first->second == second->second;
}

void CopyFinder::begin_family(Xapian::docid article) {
    if (!family_.try_emplace(article, families_.size()).second) return;
    families_.push_back({article});
    waiting_.push_back(article);
}

/// Level by level: of all articles that have been found last, their copies. Each is in one family,
/// whatever it was found from: where two families meet, they are one.
void CopyFinder::complete_families() {
    while (!waiting_.empty()) {
        const Docids members = std::exchange(waiting_, {});
        const auto candidates = candidates_of(members, false);
        for (std::size_t i = 0; i < members.size(); ++i)
            for (const Candidate& candidate : candidates[i])
                add_to_family(members[i], candidate.docid);
    }
}

void CopyFinder::add_to_family(Xapian::docid member, Xapian::docid other) {
    const std::size_t family = family_.at(member);
    const auto known = family_.find(other);
    if (known != family_.end() && known->second == family) return;
    const auto kind = kind_of(member, other);
    if (!kind || !links(*kind)) return;
    if (known != family_.end()) return join_families(family, known->second);
    if (families_[family].size() == most_members) {
        cut_ = true;
        return;
    }
    families_[family].push_back(other);
    family_.emplace(other, family);
    waiting_.push_back(other);
}

void CopyFinder::join_families(std::size_t one, std::size_t other) {
    for (const Xapian::docid docid : families_[other]) family_[docid] = one;
    families_[one].insert(families_[one].end(), families_[other].begin(), families_[other].end());
    families_[other].clear();
}

std::vector<Docids> CopyFinder::families_of(const Docids& articles) {
    for (const Xapian::docid article : articles) begin_family(article);
    complete_families();
    std::vector<Docids> families;
    for (const Xapian::docid article : articles) {
        families.push_back(families_[family_.at(article)]);
        std::ranges::sort(families.back());
    }
    return families;
}

std::vector<Copy> CopyFinder::copies_of(Xapian::docid article) {
    const std::vector<std::vector<Candidate>> candidates = candidates_of({article}, true);
    std::vector<Copy> copies;
    for (const Candidate& candidate : candidates.front())
        if (const auto kind = kind_of(article, candidate.docid))
            copies.push_back({candidate.docid, *kind});
    std::ranges::sort(copies, {}, &Copy::docid);
    return copies;
}

}  // namespace dateline
