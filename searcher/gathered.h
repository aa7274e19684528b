// SPDX-License-Identifier: GPL-2.0-or-later
// The subject of a request -> the articles that belong to it, in their order, and what is told of
// each beside what any hit has. Words and filters narrow them like any others.
#pragma once

#include <xapian.h>

#include <map>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/pile/copies.h"
#include "searcher/ranking/ranked_list.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

struct Gathered {
    std::vector<Xapian::docid> articles;        ///< in their order
    std::map<Xapian::docid, CopyShare> copies;  ///< of copies: what each is to the first
};

/// None if there is no such article.
Gathered gather(const Archives& archives, CopyFinder& copies, const Subject& subject);

/// Puts a list of such articles in their order.
void put_in_order(const Gathered& gathered, std::vector<ListedArticle>& list);

/// What is told of one of them.
void tell(const Gathered& gathered, Xapian::docid docid, Hit& hit);

/// What a hit stands for.
HitCopies hit_copies(const Archives& archives, CopyFinder& copies, const ListedArticle& listed);

}  // namespace dateline
