// SPDX-License-Identifier: GPL-2.0-or-later
// One article beside the others: its quotations, what is new in it, what it changed of another.
#pragma once

#include <vector>

#include "searcher/archives/named_article.h"
#include "searcher/archives/named_folder.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

enum class StudyKind { quotations, news, changes };

struct Study {
    StudyKind kind = StudyKind::quotations;
    NamedArticle article;
    /// Of changes: the article that is compared with the other; without a name it is compared with
    /// the first of its copies, or of the versions under its URL.
    NamedArticle other;

    bool operator==(const Study&) const = default;
};

/// The article as the only hit, with passages: of `quotations` all of them, each with who said it
/// and where else it stands; of `news` the sentences that no earlier article of its story has. Of
/// `changes` what is told of both, without hits. Throws Error as show_article() does.
SearchResult study_article(const std::vector<NamedFolder>& archives, const SearchRequest& request,
                           const Study& study);

}  // namespace dateline
