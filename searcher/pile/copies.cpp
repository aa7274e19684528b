// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/copies.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/stored_article.h"
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
        const ArchivePlace at = archives_.at(article);
        Article stored;
        decode_text(at.archive.database.get_metadata(text_key(at.docid)), stored);
        place->second = compared_text(stored.body);
    }
    return place->second;
}

std::optional<CopyKind> CopyFinder::kind_of(Xapian::docid first, Xapian::docid second) {
    learn({first, second});
    const CopyFacts& a = facts_.at(first);
    const CopyFacts& b = facts_.at(second);
    return copy_kind(text_of(first), text_of(second),
                     {!a.outlet.empty() && a.outlet == b.outlet, days_apart(a.days, b.days)});
}

/// The other articles that have terms of its sketch.
std::vector<CopyFinder::Candidate> CopyFinder::sharers_of(Xapian::docid article) const {
    Docids all;
    for (const std::string& term : facts_.at(article).sketch)
        all.insert(all.end(), archives_.all().postlist_begin(term),
                   archives_.all().postlist_end(term));
    std::ranges::sort(all);
    std::vector<Candidate> sharers;
    for (auto docid = all.begin(); docid != all.end();) {
        const auto next = std::upper_bound(docid, all.end(), *docid);
        if (*docid != article)
            sharers.push_back({*docid, static_cast<std::size_t>(next - docid), copy_window_days});
        docid = next;
    }
    return sharers;
}

/// Of too many those that share most, of equal ones those nearest in time.
void CopyFinder::keep_near(Xapian::docid article, std::vector<Candidate>& candidates) const {
    const Signature& own = facts_.at(article).signature;
    Docids others;
    for (const Candidate& candidate : candidates)
        if (candidate.shared == 1) others.push_back(candidate.docid);
    const auto signatures = read_signatures(archives_.all(), others);
    const ReadValues signature(others, signatures);
    std::erase_if(candidates, [&](const Candidate& candidate) {
        return candidate.shared == 1 && !share_enough(1, own, signature.of(candidate.docid));
    });
    if (candidates.size() <= most_members) return;
    std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
        return a.shared != b.shared ? a.shared > b.shared : a.days_apart < b.days_apart;
    });
    candidates.resize(most_members);
}

/// Of many articles at once, since values are read fastest in one pass.
std::vector<std::vector<CopyFinder::Candidate>> CopyFinder::candidates_of(const Docids& articles) {
    learn(articles);
    std::vector<std::vector<Candidate>> candidates;
    Docids others;
    for (const Xapian::docid article : articles) {
        candidates.push_back(sharers_of(article));
        for (const Candidate& candidate : candidates.back()) others.push_back(candidate.docid);
    }
    sort_each_once(others);
    const auto days = published_days(archives_.all(), others);
    const ReadValues day(others, days);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto& own = facts_.at(articles[i]).days;
        for (Candidate& candidate : candidates[i])
            candidate.days_apart = days_apart(own, day.of(candidate.docid)).value_or(0);
        std::erase_if(candidates[i], [](const Candidate& candidate) {
            return candidate.days_apart > copy_window_days;
        });
        keep_near(articles[i], candidates[i]);
    }
    return candidates;
}

/// Level by level: of all articles that have been found last, their copies.
std::vector<Docids> CopyFinder::families_of(const Docids& articles) {
    std::vector<std::set<Xapian::docid>> families;
    std::vector<std::pair<std::size_t, Xapian::docid>> waiting;  // family, member
    for (const Xapian::docid article : articles) {
        waiting.emplace_back(families.size(), article);
        families.push_back({article});
    }
    while (!waiting.empty()) {
        Docids members;
        for (const auto& [family, member] : waiting) members.push_back(member);
        const auto candidates = candidates_of(members);
        std::vector<std::pair<std::size_t, Xapian::docid>> found;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            auto& [number, member] = waiting[i];
            std::set<Xapian::docid>& family = families[number];
            for (const Candidate& candidate : candidates[i]) {
                if (family.size() == most_members) break;
                if (family.contains(candidate.docid)) continue;
                const auto kind = kind_of(member, candidate.docid);
                if (!kind || !links(*kind)) continue;
                family.insert(candidate.docid);
                found.emplace_back(number, candidate.docid);
            }
        }
        waiting = std::move(found);
    }
    std::vector<Docids> lists;
    for (const auto& family : families) lists.emplace_back(family.begin(), family.end());
    return lists;
}

std::vector<Copy> CopyFinder::copies_of(Xapian::docid article) {
    const std::vector<std::vector<Candidate>> candidates = candidates_of({article});
    std::vector<Copy> copies;
    for (const Candidate& candidate : candidates.front())
        if (const auto kind = kind_of(article, candidate.docid))
            copies.push_back({candidate.docid, *kind});
    std::ranges::sort(copies, {}, &Copy::docid);
    return copies;
}

}  // namespace dateline
