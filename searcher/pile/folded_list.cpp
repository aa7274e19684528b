// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/folded_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "common/counted.h"
#include "common/error.h"

namespace dateline {
namespace {

using Docids = std::vector<Xapian::docid>;
using Articles = std::vector<ListedArticle>;

/// The next articles of the list that no family has yet, some at a time: copies are found fastest
/// of many at once.
Docids next_unfolded(const Articles& articles, const std::set<Xapian::docid>& folded,
                     std::uint64_t most, std::size_t& at) {
    Docids next;
    for (; at < articles.size() && next.size() < most; ++at)
        if (!folded.contains(articles[at].ranked.docid)) next.push_back(articles[at].ranked.docid);
    return next;
}

/// The member of the family that stands for it: of those with the score of the first of the list
/// the last, since equals stand in the list with the newest first.
const ListedArticle& earliest_of_equal(const Articles& articles, std::size_t place,
                                       const Docids& family) {
    std::size_t chosen = place;
    for (std::size_t i = place; i < articles.size(); ++i) {
        if (articles[i].ranked.score != articles[place].ranked.score) break;
        if (std::ranges::binary_search(family, articles[i].ranked.docid)) chosen = i;
    }
    return articles[chosen];
}

struct Folded {
    Articles kept;
    bool to_the_end = false;  ///< equals of one that has copies go on to the end of the list
};

/// The first of each family, `wanted` of them if there are.
Folded folded(const Articles& articles, std::uint64_t wanted, bool only_families, bool by_date,
              CopyFinder& copies) {
    constexpr std::uint64_t at_once = 200;
    std::set<Xapian::docid> seen;
    Folded made;
    Articles& kept = made.kept;
    for (std::size_t at = 0; at < articles.size() && kept.size() < wanted;) {
        std::size_t place = at;
        const std::uint64_t most =
            std::min(only_families ? at_once : wanted - kept.size(), at_once);
        const Docids next = next_unfolded(articles, seen, most, at);
        const std::vector<Docids> families = copies.families_of(next);
        for (std::size_t i = 0; i < next.size(); ++i) {
            while (articles[place].ranked.docid != next[i]) ++place;
            if (seen.contains(next[i])) continue;
            seen.insert(families[i].begin(), families[i].end());
            if (families[i].size() == 1 && only_families) continue;
            const bool is_copied = families[i].size() > 1;
            const bool has_equals = is_copied && !by_date;
            kept.push_back(has_equals ? earliest_of_equal(articles, place, families[i])
                                      : articles[place]);
            if (is_copied) kept.back().copies = families[i];
            made.to_the_end |=
                has_equals && articles.back().ranked.score == articles[place].ranked.score;
        }
    }
    return made;
}

FoldedList unfolded_list(const SearchPlan& plan, const SearchRequest& request,
                         const ListMode& mode) {
    FoldedList made{ranked_list(plan, request, mode), {}, false};
    const MatchCount matches = made.list.matches();
    made.more = !matches.exact || request.offset + made.list.articles.size() < matches.number;
    return made;
}

}  // namespace

bool keep_page(const SearchRequest& request, Articles& articles) {
    const std::size_t end =
        std::min<std::uint64_t>(articles.size(), std::uint64_t{request.offset} + request.limit);
    const std::size_t begin = std::min<std::size_t>(request.offset, end);
    const bool more = end < articles.size();
    articles.erase(articles.begin() + static_cast<std::ptrdiff_t>(end), articles.end());
    articles.erase(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(begin));
    return more;
}

FoldedList folded_list(const SearchPlan& plan, const SearchRequest& request, const ListMode& mode,
                       CopyFinder& copies) {
    if (request.copies == CopyMode::show || request.count_only)
        return unfolded_list(plan, request, mode);
    const bool only = request.copies == CopyMode::only;
    const std::uint64_t end = std::uint64_t{request.offset} + request.limit;
    SearchRequest wider = request;
    wider.offset = 0;
    for (std::uint64_t asked = 3 * end;; asked *= 4) {
        wider.limit = static_cast<std::uint32_t>(std::min<std::uint64_t>(asked, no_limit));
        FoldedList made{ranked_list(plan, wider, mode), {}, false};
        Articles& articles = made.list.articles;
        const bool all_listed = articles.size() < wider.limit || wider.limit == no_limit;
        const bool folds_all = all_listed && articles.size() <= std::min(3 * end, most_folded);
        auto [kept, to_the_end] =
            folded(articles, folds_all ? no_limit : end + 1, only, mode.by_date, copies);
        // Others follow that may stand on the page, or for a text on it.
        if (!all_listed && (kept.size() <= end || to_the_end)) continue;
        if (only ? all_listed && kept.size() <= end : folds_all) made.texts = kept.size();
        articles = std::move(kept);
        made.more = keep_page(request, articles);
        return made;
    }
}

Docids one_of_each_text(const SearchPlan& plan, const SearchRequest& request, CopyFinder& copies) {
    SearchRequest all = request;
    all.sort = SortOrder::oldest;
    all.count_only = false;
    all.offset = 0;
    all.limit = static_cast<std::uint32_t>(most_folded_if_asked + 1);
    const RankedList list = ranked_list(plan, all, list_mode(all, plan));
    if (list.articles.size() > most_folded_if_asked)
        throw Error(fmt::format("{} articles match, too many to tell their copies",
                                grouped(list.matches().number)),
                    fmt::format("narrow the search to {} or fewer, or leave out --texts and "
                                "--copies",
                                grouped(most_folded_if_asked)));
    Docids docids;
    for (const ListedArticle& article :
         folded(list.articles, no_limit, request.copies == CopyMode::only, true, copies).kept)
        docids.push_back(article.ranked.docid);
    return docids;
}

}  // namespace dateline
