// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "common/fields.h"

namespace dateline {
namespace {

struct Built {
    std::map<std::string, std::uint32_t> wdf;
    std::map<std::string, std::vector<std::uint32_t>> positions;
    IndexedDocument document;
};

Built build(Article article) {
    Vocabulary vocabulary;
    DocumentBuilder builder(vocabulary);
    Built built;
    built.document = builder.build(article);
    for (const Posting& posting : built.document.postings) {
        const std::string term(vocabulary.term(posting.term));
        REQUIRE_FALSE(built.wdf.contains(term));
        built.wdf[term] = posting.wdf;
        const auto begin = built.document.positions.begin() + posting.first_position;
        built.positions[term] = {begin, begin + posting.position_count};
    }
    return built;
}

Article article(const std::string& title, const std::string& body) {
    Article made;
    made.id = "id";
    made.title = title;
    made.body = body;
    return made;
}

}  // namespace

TEST_CASE("stems carry the weight, title words three times, exact forms the positions") {
    const Built built = build(article("Strikes", "The strike ends. Striking again."));
    CHECK(built.wdf.at("Zstrike") == 5);
    CHECK(built.wdf.at("strike") == 0);
    CHECK(built.wdf.at("strikes") == 0);
    CHECK(built.positions.at("strikes") == std::vector<std::uint32_t>{title_position});
    CHECK(built.positions.at("strike") == std::vector<std::uint32_t>{body_position + 1});
    CHECK(built.positions.at("Zstrike").empty());
    CHECK(built.wdf.contains("Sstrikes"));
}

TEST_CASE("a title made from the first sentence does not count twice") {
    Article made = article("Strike", "Strike one.");
    made.derived["title"] = "first sentence";
    const Built built = build(made);
    CHECK(built.wdf.at("Zstrike") == 1);
    CHECK(built.wdf.contains("Sstrike"));
}

TEST_CASE("a compound's parts count, its joined form only finds") {
    const Built built = build(article("", "well-being"));
    CHECK(built.wdf.at("Zwell") == 1);
    CHECK(built.wdf.at("Zbe") == 1);
    CHECK(built.wdf.at("Zwellb") == 0);
    CHECK(built.positions.at("wellbeing") == std::vector<std::uint32_t>{body_position});
}

TEST_CASE("sentences and paragraphs of the body are marked at their first words") {
    const Built built = build(article("T", "One two. Three four.\n\nFive."));
    CHECK(built.positions.at(std::string(sentence_marker)) ==
          std::vector<std::uint32_t>{body_position, body_position + 2, body_position + 4});
    CHECK(built.positions.at(std::string(paragraph_marker)) ==
          std::vector<std::uint32_t>{body_position, body_position + 4});
}

TEST_CASE("names are found by word and as whole values, an outlet by its other names, too") {
    Article made = article("T", "Text");
    made.outlet = "The Verge";
    made.outlet_names = {"Verge Media"};
    made.authors = {"Hayden Field", "Jane Roe"};
    made.tags = {"Supply Chain"};
    const Built built = build(made);
    for (const char* term : {"XO:=the verge", "XO:verge", "XO:media", "XO:~the verge\tverge media",
                             "A=hayden field", "A=jane roe", "K=supply chain", "Kchain"}) {
        CAPTURE(term);
        CHECK(built.wdf.contains(term));
    }
    CHECK_FALSE(built.wdf.contains("XO:=verge media"));
    CHECK(built.positions.at("XO:verge").size() == 2);
    CHECK(built.positions.at("Afield")[0] == built.positions.at("Ahayden")[0] + 1);
    CHECK(built.positions.at("Ajane")[0] > built.positions.at("Afield")[0] + 1);
    CHECK(built.wdf.at("Zverg") == 0);
    CHECK_FALSE(built.wdf.contains("Zmedia"));
    CHECK(built.wdf.contains("XHAS:outlet"));
    CHECK_FALSE(built.wdf.contains("XHAS:url"));
}

TEST_CASE("a month covers its first to its last day in the value slots") {
    Article made = article("T", "Text");
    made.published = parse_iso_date("2026-02");
    const Built built = build(made);
    CHECK(std::ranges::find(built.document.values, SlotValue{0, "20260201"}) !=
          built.document.values.end());
    CHECK(std::ranges::find(built.document.values, SlotValue{1, "20260228"}) !=
          built.document.values.end());
}

TEST_CASE("accented words are found under both stems") {
    Article made = article("", "étudiée");
    made.language = "fr";
    const Built built = build(made);
    CHECK(built.wdf.at("Zetudi") == 1);
    CHECK(built.wdf.at("Zetudie") == 1);
    CHECK(built.wdf.contains("etudiee"));
}

TEST_CASE("forms of a stem are told once") {
    Vocabulary vocabulary;
    DocumentBuilder builder(vocabulary);
    Article made = article("", "strikes striking strike strikes");
    builder.build(made);
    CHECK(builder.take_new_forms().size() == 2);
    builder.build(made);
    CHECK(builder.take_new_forms().empty());
}

}  // namespace dateline
