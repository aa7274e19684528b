// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/study.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"
#include "common/fields.h"
#include "common/folding.h"
#include "searcher/archives/find_article.h"
#include "searcher/archives/with_archives.h"
#include "searcher/gather/gather.h"
#include "searcher/gather/story_news.h"
#include "searcher/hits/hits.h"
#include "searcher/pile/family.h"
#include "searcher/pile/quote_search.h"

namespace dateline {
namespace {

/// The article alone, without passages.
Hit bare_hit(const Archives& archives, const SearchRequest& request, Xapian::docid article) {
    SearchRequest bare = request;
    bare.with_passages = false;
    const SearchPlan plan(archives, parse_query("", request.today), {}, {});
    FileCheck files;
    ListedArticle listed;
    listed.ranked.docid = article;
    return make_hit(plan, bare, listed, files);
}

/// How many other articles have the quotation, copies of this one aside, and how many words of it
/// they have that this one has not.
void trace(QuoteFinder& finder, const AskedQuotation& asked, Xapian::docid own,
           const std::vector<Xapian::docid>& family, Said& said) {
    said.others = 0;
    for (const QuotedPlace& place : finder.places_of(asked)) {
        if (std::ranges::binary_search(family, place.docid)) {
            said.copies += place.docid != own;
            continue;
        }
        ++*said.others;
        said.left_out = std::max<std::uint64_t>(said.left_out, place.longer);
    }
}

void add_quotations(const Archives& archives, Xapian::docid article, SearchResult& result) {
    Hit& hit = result.hits.front();
    CopyFinder copies(archives);
    const std::vector<Xapian::docid> family = copies.families_of({article}).front();
    QuoteFinder finder(archives);
    const QuotingArticle& quoting = finder.article(article);
    for (std::size_t i = 0; i < quoting.utterances.size(); ++i) {
        QuotedPlace place = finder.place_in(article, i);
        if (place.words < fewest_shown_words) continue;
        if (place.words >= fewest_traced_words)
            trace(finder, finder.of_article(article, i), article, family, place.said);
        hit.passages.push_back(shown_place(quoting.article, place.marked, place.shared));
        hit.passages.back().said = place.said;
    }
    if (hit.passages.empty())
        result.notes.push_back(
            fmt::format("it has no quotation of {} words or more", fewest_shown_words));
}

void add_news(const Archives& archives, Xapian::docid article, SearchResult& result) {
    News news = news_in(archives, article);
    Hit& hit = result.hits.front();
    hit.passages = std::move(news.passages);
    if (news.share)
        hit.story.emplace().fresh = news.share;
    else
        result.notes.emplace_back("no earlier article of its story is in this archive");
}

/// The articles under a URL; none if it is not known.
std::vector<Xapian::docid> versions_under(const Archives& archives, const std::string& url) {
    if (url.empty()) return {};
    const std::string term = value_term(field("url"), fold_value(url));
    return {archives.all().postlist_begin(term), archives.all().postlist_end(term)};
}

/// That there is nothing before an article, with what lists the others.
Error is_first(const std::string& which, bool of_copies, const std::string& url) {
    if (of_copies)
        return Error(
            fmt::format("article '{}' is the first of its copies", which),
            fmt::format("name the other: dateline-search --copies-of {} lists them", which), 1);
    return Error(fmt::format("article '{}' is the first under its URL", which),
                 fmt::format("name the other: dateline-search 'url:\"{}\"' lists them", url), 1);
}

/// The first of its copies, or of the versions under its URL.
Xapian::docid first_before(const Archives& archives, Xapian::docid article,
                           const std::string& which) {
    CopyFinder copies(archives);
    std::vector<Xapian::docid> others = copies.families_of({article}).front();
    const std::string url = display_of(archives.at(article)).url;
    const bool has_copies = others.size() > 1;
    if (!has_copies) others = versions_under(archives, url);
    if (others.size() < 2)
        throw Error(fmt::format("article '{}' has no copy in this archive", which),
                    "name the article that it is to be compared with: --changes ID ID", 1);
    const Xapian::docid first = family_in_time(archives, copies, others).members.front().docid;
    if (first == article) throw is_first(which, has_copies, url);
    return first;
}

ArticleVersion version_of(const Archives& archives, Xapian::docid docid) {
    Article article = whole_article(archives.at(docid));
    if (!archives.several()) article.archive.clear();
    return {article.outlet, article.title, article.published ? to_string(*article.published) : "",
            id_shown(article), article.body};
}

std::optional<Xapian::docid> one_article(const Archives& archives, const NamedArticle& named) {
    const std::vector<Xapian::docid> found = find_article(archives, named);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

/// Returns the name of an article that is not there; nullptr if all are.
const NamedArticle* add_study(const Archives& archives, const SearchRequest& request,
                              const Study& study, SearchResult& result) {
    const auto article = one_article(archives, study.article);
    if (!article) return &study.article;
    if (study.kind == StudyKind::changes) {
        const bool names_other = !study.other.which.empty();
        const auto other = names_other ? one_article(archives, study.other)
                                       : first_before(archives, *article, study.article.which);
        if (!other) return &study.other;
        // The one that is named first comes first; alone it is what came of the other.
        result.changes =
            names_other
                ? compare_articles(version_of(archives, *article), version_of(archives, *other))
                : compare_articles(version_of(archives, *other), version_of(archives, *article));
        result.all_words.number = 2;
        return nullptr;
    }
    result.hits.push_back(bare_hit(archives, request, *article));
    result.all_words.number = 1;
    if (study.kind == StudyKind::quotations) add_quotations(archives, *article, result);
    if (study.kind == StudyKind::news) add_news(archives, *article, result);
    return nullptr;
}

}  // namespace

SearchResult study_article(const std::vector<NamedFolder>& archives, const SearchRequest& request,
                           const Study& study) {
    SearchResult result;
    const NamedArticle* missing = nullptr;
    const auto reports = with_archives(archives, [&](const Archives& opened) {
        result = {};
        const bool compares_two = study.kind == StudyKind::changes && !study.other.which.empty();
        if (opened.any_remote() && !compares_two)
            throw Error(
                "quotations, news and versions of archives on other machines cannot be "
                "told; two articles can be compared",
                "name archives on this one: --index DIR");
        result.articles = opened.articles();
        missing = add_study(opened, request, study, result);
    });
    if (missing != nullptr) tell_missing(*missing, reports);
    tell_archives(reports, result);
    return result;
}

}  // namespace dateline
