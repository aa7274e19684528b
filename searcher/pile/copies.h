// SPDX-License-Identifier: GPL-2.0-or-later
// An article -> its copies in the archives: candidates by the terms of its sketch, then whole texts
// compared. No group is kept in the index, so that what is added or deleted changes no other
// article.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/pile/copy_facts.h"
#include "searcher/pile/overlap.h"

namespace dateline {

struct Copy {
    Xapian::docid docid = 0;
    CopyKind kind = CopyKind::same;

    bool operator==(const Copy&) const = default;
};

/// Finds copies. It remembers what it has read, for one search.
class CopyFinder {
public:
    /// The archives must outlive it.
    explicit CopyFinder(const Archives& archives, std::uint64_t large = most_for_single_terms)
        : archives_(archives), is_large_(archives.articles() > large) {}

    /// Of each of the articles those that are held together with it by copies, itself among them:
    /// copies of copies are of the family too, but for texts within others. They increase;
    /// `most_members` at most.
    std::vector<std::vector<Xapian::docid>> families_of(const std::vector<Xapian::docid>& articles);

    /// The article's copies, and what each is to it, in order of docids.
    std::vector<Copy> copies_of(Xapian::docid article);

    /// What the second article is to the first; nothing if they are no copies.
    std::optional<CopyKind> kind_of(Xapian::docid first, Xapian::docid second);

    const ComparedText& text_of(Xapian::docid article);

    /// A family that had more would take seconds to tell.
    static constexpr std::size_t most_members = 10'000;
    /// Whether one had, so that not all of it was told.
    bool was_cut() const { return cut_; }

private:
    /// An article that may be a copy of another.
    struct Candidate {
        Xapian::docid docid;
        std::size_t shared;  ///< terms of their sketches
    };

    void learn(std::vector<Xapian::docid> articles);
    std::string title_of(Xapian::docid article) const;
    const std::vector<Xapian::docid>& published_in(const std::string& month);
    std::vector<Candidate> near_sharers_of(Xapian::docid article, bool with_family);
    const std::vector<Candidate>& sharers_of(const std::vector<std::string>& sketch);
    std::vector<std::vector<Candidate>> candidates_of(const std::vector<Xapian::docid>& articles,
                                                      bool with_family);
    bool is_of_one_family(Xapian::docid one, Xapian::docid other) const;
    void begin_family(Xapian::docid article);
    void complete_families();
    void add_to_family(Xapian::docid member, Xapian::docid other);
    void join_families(std::size_t one, std::size_t other);
    void keep_alike(Xapian::docid article, std::vector<Candidate>& candidates) const;

    const Archives& archives_;
    bool is_large_;
    std::map<Xapian::docid, CopyFacts> facts_;
    std::map<Xapian::docid, ComparedText> texts_;
    std::map<std::vector<std::string>, std::vector<Candidate>> sharers_;  ///< of sketches
    std::map<std::string, std::vector<Xapian::docid>> months_;  ///< articles by month's term
    std::vector<std::vector<Xapian::docid>> families_;
    std::unordered_map<Xapian::docid, std::size_t> family_;  ///< of each article
    std::vector<Xapian::docid> waiting_;                     ///< of families that are not complete
    bool cut_ = false;
};

}  // namespace dateline
