// SPDX-License-Identifier: GPL-2.0-or-later
// What terms alone decide against what Xapian finds by the places of words.
#include "searcher/match/condition_terms.h"

#include <doctest/doctest.h>

#include <optional>
#include <set>

#include "searcher/match/search_plan.h"
#include "tests/unit/dealt_index.h"

namespace dateline {
namespace {

using Docids = std::set<Xapian::docid>;

std::vector<Article> of_outlets() {
    const char* const outlets[] = {"Fox News",
                                   "FOX News Online",
                                   "News Fox",
                                   "npr",
                                   "U.S. News",
                                   "US-News",
                                   "New York Times - News",
                                   "Le Monde",
                                   "Fox's News",
                                   "Fox. News",
                                   "Die Zeit (Fox News)",
                                   "=Fox News",
                                   "U\u00ad.S. News",
                                   "World 1,\u00ad000 News",
                                   ""};
    std::vector<Article> made;
    for (std::size_t i = 0; i < 120; ++i) {
        Article& article =
            made.emplace_back(made_article("a" + std::to_string(i), "Fox news", "npr"));
        article.outlet = outlets[i % std::size(outlets)];
        article.authors = {i % 3 == 0 ? "Ann Fox" : "Fox Mulder", "Ann News"};
    }
    return made;
}

Docids found_by(const Xapian::Database& database, const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    return {found.begin(), found.end()};
}

/// nothing if terms do not decide it.
std::optional<std::size_t> check(const Archives& archives, const std::string& field,
                                 const std::string& typed) {
    CAPTURE(field);
    CAPTURE(typed);
    const SearchPlan plan(archives, {}, {}, {});
    std::vector<std::string> notes;
    const ReadFilter filter = read_filter({field, {typed}}, plan.words, notes);
    const auto terms = condition_terms(archives, filter.values.front(), {0, 100});
    if (!terms) return std::nullopt;
    const Docids found =
        found_by(archives.all(), Xapian::Query(Xapian::Query::OP_OR, terms->begin(), terms->end()));
    CHECK(found == found_by(archives.all(), plan.compiler.condition(filter.values.front())));
    return found.size();
}

void check_outlets(const Archives& archives) {
    for (const char* typed :
         {"fox", "fox news", "news fox", "us news", "U.S. News", "news online", "york times news",
          "=npr", "le monde", "u s", "000 news", "1000 news", "world", "zebra", "fox zebra", "n*"})
        CHECK(check(archives, "outlet", typed));
    CHECK(check(archives, "outlet", "Fox News") > 0U);
}

TEST_CASE("an outlet's name is found by the values that have its words") {
    check_outlets(SmallIndex(of_outlets()).archives());
}

TEST_CASE("an outlet's name in several archives") {
    check_outlets(DealtIndex(of_outlets(), 3).archives());
}

TEST_CASE("other names count for the articles that have them") {
    std::vector<Article> articles = of_outlets();
    articles[5].outlet_names = {"The Fox News", "Vulpes"};
    articles[7].outlet_names = {"N.P.R."};
    check_outlets(SmallIndex(articles).archives());
    const SmallIndex index(articles);
    CHECK(check(index.archives(), "outlet", "the fox") == 1U);
    CHECK(check(index.archives(), "outlet", "fox vulpes") == 0U);
}

TEST_CASE("names of which an article may have several, or that are too many, need their places") {
    const SmallIndex index(of_outlets());
    CHECK(check(index.archives(), "author", "mulder"));
    CHECK_FALSE(check(index.archives(), "author", "ann fox"));
    const SearchPlan plan(index.archives(), {}, {}, {});
    std::vector<std::string> notes;
    const ReadFilter filter = read_filter({"outlet", {"fox news"}}, plan.words, notes);
    CHECK_FALSE(condition_terms(index.archives(), filter.values.front()));
    CHECK_FALSE(condition_terms(index.archives(), filter.values.front(), {0, 5}));
}

}  // namespace
}  // namespace dateline
