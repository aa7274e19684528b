// SPDX-License-Identifier: GPL-2.0-or-later
// The check of places, texts and capitals over several passes of one search. What it decides is
// compared with the brute force in search_oracle_test.cpp.
#include "searcher/match/archive_checks.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "common/error.h"
#include "searcher/counts/facets.h"
#include "searcher/match/compile.h"
#include "searcher/ranking/word_hits.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

constexpr std::uint32_t most_articles = 60;

std::vector<Article> articles_of_two_kinds() {
    std::vector<Article> made;
    for (std::uint32_t i = 0; i < most_articles; ++i) {
        Article article;
        article.id = article.path = "a" + std::to_string(i);
        article.title = "Report";
        article.body = i % 3 == 0 ? "They told us of the dock strike." : "The US has a strike.";
        article.body += " The end of the strike was near the docks.";
        article.outlet = i % 2 == 0 ? "Wire" : "Post";
        article.published = parse_iso_date(fmt::format("20{}-02-{:02}", 10 + i % 9, 1 + i % 28));
        made.push_back(std::move(article));
    }
    return made;
}

/// All passes that a search makes: the list, the counts with shares, the timeline and its peaks.
/// In one line, to compare.
std::string all_passes(const SmallIndex& index, const std::string& typed,
                       const std::function<const Xapian::MatchDecider*()>& decider) {
    const Question question = index.question(typed);
    const Compiler compiler(index.archives(), question);
    const Xapian::Query query = compiler.all();
    Xapian::Enquire enquire(index.database());
    enquire.set_query(query);
    std::string line;
    for (int pass = 0; pass < 2; ++pass) {
        const Xapian::MSet found = enquire.get_mset(0, 100, 100, nullptr, decider());
        for (auto hit = found.begin(); hit != found.end(); ++hit) line += fmt::format("{} ", *hit);
    }
    SearchRequest request;
    request.query = typed;
    request.counts = {{"outlet", "year"}, true, Period::year, true};
    SearchResult result;
    count_pile({index.archives(), query, {}, decider(), compiler.weighting()}, request, result);
    for (const Facet& facet : result.facets)
        for (const FacetCount& count : facet.counts)
            line += fmt::format("{}={}/{} ", count.value, count.articles, count.of.value_or(0));
    for (const TimelineBar& bar : result.timeline->bars)
        line += fmt::format("{}:{} ", bar.articles, bar.peak ? bar.peak->id : "");
    return line;
}

const std::vector<std::string> typed_queries{"caps(US)", "caps(US) AND \"the dock\" w/9 strike",
                                             "strike w/3 docks", "atleast2(strike) -caps(US)",
                                             "=strike /s docks"};

}  // namespace

TEST_CASE("what all passes of a search read is no more than what the first one reads") {
    const SmallIndex index(articles_of_two_kinds());
    for (const std::string typed : {"caps(US)", "strike w/3 docks", "strike /s docks"}) {
        CAPTURE(typed);
        const Question question = index.question(typed);
        // The least limits that let one pass through.
        PositionLimits limits{.texts = most_articles, .lists = 0, .places = 100000};
        const Compiler compiler(index.archives(), question);
        const Xapian::Query query = compiler.all();
        const auto passes = [&] {
            const ArchiveChecks check(index.archives(), question, limits);
            Xapian::Enquire enquire(index.database());
            enquire.set_query(query);
            try {
                enquire.get_mset(0, 0, 100, nullptr, check.decider());
                return true;
            } catch (const Error&) {
                return false;
            }
        };
        while (!passes()) ++limits.lists;
        const ArchiveChecks check(index.archives(), question, limits);
        CHECK_FALSE(all_passes(index, typed, [&] { return check.decider(); }).empty());
    }
}

TEST_CASE("a check that remembers gives what one does that is asked anew") {
    const SmallIndex index(articles_of_two_kinds());
    for (const std::string& typed : typed_queries) {
        CAPTURE(typed);
        const Question question = index.question(typed);
        REQUIRE(needs_of(question).positions);
        const ArchiveChecks remembering(index.archives(), question);
        std::vector<std::unique_ptr<ArchiveChecks>> fresh;
        const std::string forgetful = all_passes(index, typed, [&] {
            fresh.push_back(std::make_unique<ArchiveChecks>(index.archives(), question));
            return fresh.back()->decider();
        });
        CHECK(all_passes(index, typed, [&] { return remembering.decider(); }) == forgetful);
    }
}

TEST_CASE("more than the limits is an error that says what to do") {
    const SmallIndex index(articles_of_two_kinds());
    struct Row {
        const char* typed;
        PositionLimits limits;
    };
    for (const Row& row :
         {Row{"caps(US)", {.texts = most_articles - 1}}, Row{"strike w/3 docks", {.lists = 20}},
          Row{"strike w/3 docks", {.places = 20}}}) {
        CAPTURE(row.typed);
        const Question question = index.question(row.typed);
        const ArchiveChecks check(index.archives(), question, row.limits);
        CHECK_THROWS_AS(all_passes(index, row.typed, [&] { return check.decider(); }),
                        const Error&);
    }
}

namespace {

const std::vector<std::string> related_words{
    "environmental", "environment", "environments", "environ", "environs",  "written",  "writ",
    "writing",       "skriver",     "skrive",       "skrev",   "organ",     "organs",   "strikes",
    "organisation",  "organic",     "hauses",       "hause",   "general",   "generals", "generic",
    "univers",       "universal",   "universe",     "strike",  "generalen", "streiken"};

/// One a language, each with all of the words.
std::vector<Article> articles_of_languages() {
    const std::vector<std::string>& words = related_words;
    std::vector<Article> articles;
    for (const std::string code : {"en", "no", "de", "", "en", "fr"}) {
        Article article;
        article.id = article.path = "a" + std::to_string(articles.size());
        article.language = code;
        for (std::size_t i = 0; i < words.size(); ++i) {
            (i % 5 == 0 ? article.title : article.body) += words[i] + " ";
            article.body += words[(i * 7 + articles.size()) % words.size()] + " ";
        }
        articles.push_back(std::move(article));
    }
    return articles;
}

}  // namespace

TEST_CASE("the places of a stem are those of the words that have it in the article's language") {
    const std::vector<Article> articles = articles_of_languages();
    const SmallIndex index(articles);
    std::vector<Xapian::docid> docids;
    for (Xapian::docid docid = 1; docid <= articles.size(); ++docid) docids.push_back(docid);
    for (const std::string& language : index.languages()) {
        Stemmer stemmer(language);
        for (const std::string& word : related_words) {
            const Matcher wanted =
                term_matcher(std::string(stemmer.stem(word)), TermForm::stem, "");
            CAPTURE(wanted.text);
            WantedWords one;
            one.add(wanted);
            const auto hits = read_word_hits(index.database(), index.languages(),
                                             {{{{wanted.text, {}}}, 1, 1, {}}}, docids);
            for (std::size_t i = 0; i < articles.size(); ++i) {
                CAPTURE(i);
                std::vector<std::uint32_t> read;
                std::vector<std::uint32_t> found;
                for (const WordHit& hit : hits[i]) read.push_back(hit.position);
                const ArticleWords words_found = find_words(one, articles[i]);
                for (const Occurrence& place : words_found.of_word[0]) found.push_back(place.first);
                CHECK(read == found);
            }
        }
    }
}

}  // namespace dateline
