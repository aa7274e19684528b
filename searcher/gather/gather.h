// SPDX-License-Identifier: GPL-2.0-or-later
// The subject of a request -> the articles that belong to it, in their order, and what is told of
// each beside what any hit has. Words and filters narrow them like any others.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/pile/copies.h"
#include "searcher/ranking/ranked_list.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

struct Gathered {
    std::vector<Xapian::docid> articles;  ///< in their order
    std::vector<Xapian::docid> related;   ///< beside them, the nearest first
    std::map<Xapian::docid, CopyShare> copies;
    std::map<Xapian::docid, StoryNote> story;
    std::map<Xapian::docid, std::vector<ShownPassage>> passages;  ///< instead of those of words
    std::optional<Coverage> coverage;
};

/// What a subject is gathered from.
struct GatherSources {
    const Archives& archives;
    CopyFinder& copies;
    bool with_passages = true;
};

/// The copies of an article in order of time; those within others, or around them, at their end.
Gathered gather_copies(const GatherSources& from, Xapian::docid article);

/// The articles of the same event and their copies in order of time, each with the sentence that
/// says most that no earlier one said.
Gathered gather_story(const GatherSources& from, Xapian::docid article);

/// The articles in which typed words stand as a quotation, or any of the quotations of an article,
/// in order of time.
Gathered gather_quotation(const GatherSources& from, std::string_view words);
Gathered gather_quotations_of(const GatherSources& from, Xapian::docid article);

/// What belongs to an article, which is none where words are the subject.
Gathered gather(const GatherSources& from, const Subject& subject,
                std::optional<Xapian::docid> article);

/// The articles by their days, the undated behind; of one day by id.
void sort_by_time(const Archives& archives, std::vector<Xapian::docid>& articles);

/// Puts a list of such articles in their order.
void put_in_order(const Gathered& gathered, std::vector<ListedArticle>& list);

/// What is told of one of them.
void tell(const Gathered& gathered, Xapian::docid docid, Hit& hit);

/// Why an article is one of them, by the numbers that decided.
std::vector<std::string> reasons_of(const Gathered& gathered, Xapian::docid docid);

/// What a hit stands for.
HitCopies hit_copies(const Archives& archives, CopyFinder& copies, const ListedArticle& listed);

/// The place of an article as a passage.
ShownPassage shown_place(const Article& article, Span place, std::vector<Span> lit);

}  // namespace dateline
