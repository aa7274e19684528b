// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/lacking_words.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "searcher/match/among.h"

namespace dateline {
namespace {

/// A word as it was typed, or words with OR between them.
std::string typed_text(const Matcher& matcher) {
    if (!matcher.typed.empty()) return matcher.typed;
    std::string text;
    for (const Matcher& child : matcher.children)
        text.append(text.empty() ? "" : " OR ").append(typed_text(child));
    return text;
}

/// The terms of which any will do; none if it takes more.
std::vector<std::string> terms_of(const Matcher& matcher) {
    const bool is_term = matcher.kind == MatcherKind::term;
    if (is_term && matcher.languages.empty()) return {term_name(matcher)};
    std::vector<std::string> terms;
    if (matcher.kind != MatcherKind::any) return terms;
    for (const Matcher& child : matcher.children) {
        std::vector<std::string> more = terms_of(child);
        if (more.empty()) return {};
        std::ranges::move(more, std::back_inserter(terms));
    }
    return terms;
}

/// Those of the articles that a query finds.
std::set<Xapian::docid> found_by(const SearchPlan& plan, const Xapian::Query& query,
                                 const std::vector<Xapian::docid>& articles) {
    std::set<Xapian::docid> docids;
    for (const auto& [docid, weight] : found_among(plan, query, articles)) docids.insert(docid);
    return docids;
}

/// All articles that have any of the terms.
std::set<Xapian::docid> all_with(const SearchPlan& plan, const std::vector<std::string>& terms) {
    Xapian::Enquire enquire(plan.database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, plan.database.get_doccount());
    return {found.begin(), found.end()};
}

/// At least those that have any of the terms, from other machines: of a page its articles' terms,
/// which the order has needed, too; of a long list fewer bytes.
std::set<Xapian::docid> with_term_there(const SearchPlan& plan,
                                        const std::vector<std::string>& terms,
                                        const std::vector<Xapian::docid>& articles) {
    constexpr std::size_t most_of_page = 100;
    if (articles.size() > most_of_page) return all_with(plan, terms);
    std::set<Xapian::docid> docids;
    plan.archives.expect_terms(articles);
    for (const Xapian::docid docid : articles)
        for (const std::string& term : terms)
            if (plan.archives.has_term(docid, term)) docids.insert(docid);
    return docids;
}

/// Those that have any of the terms, at least; `articles` increase.
std::set<Xapian::docid> with_term(const SearchPlan& plan, const std::vector<std::string>& terms,
                                  const std::vector<Xapian::docid>& articles) {
    if (plan.archives.any_remote()) return with_term_there(plan, terms, articles);
    std::set<Xapian::docid> docids;
    for (const std::string& term : terms) {
        auto article = plan.database.postlist_begin(term);
        const auto end = plan.database.postlist_end(term);
        for (const Xapian::docid docid : articles) {
            if (article != end) article.skip_to(docid);
            if (article == end) break;
            if (*article == docid) docids.insert(docid);
        }
    }
    return docids;
}

}  // namespace

std::vector<std::vector<std::string>> lacking_words(const SearchPlan& plan,
                                                    const std::vector<Xapian::docid>& articles) {
    std::vector<std::vector<std::string>> lacking(articles.size());
    if (articles.empty() || !plan.compiler.has_optional_parts()) return lacking;
    std::vector<Xapian::docid> sorted = articles;
    std::ranges::sort(sorted);
    for (const Matcher* part : plan.compiler.optional_parts()) {
        const std::vector<std::string> terms = terms_of(*part);
        const std::set<Xapian::docid> found =
            terms.empty() ? found_by(plan, plan.compiler.condition(*part), sorted)
                          : with_term(plan, terms, sorted);
        for (std::size_t i = 0; i < articles.size(); ++i)
            if (!found.contains(articles[i])) lacking[i].push_back(typed_text(*part));
    }
    return lacking;
}

}  // namespace dateline
