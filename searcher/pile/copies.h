// SPDX-License-Identifier: GPL-2.0-or-later
// An article -> its copies in the archives: candidates by the terms of its sketch, then whole texts
// compared. No group is kept in the index, so that what is added or deleted changes no other
// article.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>
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
    explicit CopyFinder(const Archives& archives) : archives_(archives) {}

    /// Of each of the articles those that are held together with it by copies, itself among them:
    /// copies of copies are of the family too, but for texts within others. They increase;
    /// `most_members` at most.
    std::vector<std::vector<Xapian::docid>> families_of(const std::vector<Xapian::docid>& articles);

    /// The article's copies, and what each is to it, in order of docids.
    std::vector<Copy> copies_of(Xapian::docid article);

    /// What the second article is to the first; nothing if they are no copies.
    std::optional<CopyKind> kind_of(Xapian::docid first, Xapian::docid second);

    const ComparedText& text_of(Xapian::docid article);

    static constexpr std::size_t most_members = 1000;

private:
    /// An article that may be a copy of another.
    struct Candidate {
        Xapian::docid docid;
        std::size_t shared;  ///< terms of their sketches
        std::uint32_t days_apart;
    };

    void learn(std::vector<Xapian::docid> articles);
    std::vector<Candidate> sharers_of(Xapian::docid article) const;
    std::vector<std::vector<Candidate>> candidates_of(const std::vector<Xapian::docid>& articles);
    void keep_near(Xapian::docid article, std::vector<Candidate>& candidates) const;

    const Archives& archives_;
    std::map<Xapian::docid, CopyFacts> facts_;
    std::map<Xapian::docid, ComparedText> texts_;
};

}  // namespace dateline
