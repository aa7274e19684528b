// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fingerprint.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <functional>

#include "indexer/document/document.h"

namespace dateline {
namespace {

std::string words_from(int first, int count) {
    std::string text;
    for (int i = first; i < first + count; ++i) text += fmt::format("word{} ", i * 7919 % 100'003);
    return text;
}

Article sample(std::string body = words_from(0, 300)) {
    Article article;
    article.title = "Title";
    article.body = std::move(body);
    article.url = "https://example.org/one";
    article.file.hash = 0x1234'5678'9abc'def0;
    return article;
}

/// As the index keeps it.
Fingerprint fingerprint(Article article) {
    Vocabulary vocabulary;
    DocumentBuilder builder(vocabulary);
    for (const SlotValue& value : builder.build(article).values)
        if (value.slot == fingerprint_slot) return decode_fingerprint(value.value);
    return {};
}

TEST_CASE("a fingerprint is read as it was written, and other bytes are none") {
    const Fingerprint made = fingerprint(sample());
    CHECK(decode_fingerprint(encode_fingerprint(made)) == made);
    CHECK(decode_fingerprint("") == Fingerprint{});
    CHECK(decode_fingerprint(encode_fingerprint(made) + "x") == Fingerprint{});
}

TEST_CASE("where an article lies does not change its fingerprint, and what it says does") {
    const Fingerprint made = fingerprint(sample());
    Article moved = sample();
    moved.path = "elsewhere.txt";
    moved.root = 7;
    moved.id = "another";
    moved.section = "world";
    CHECK(fingerprint(moved) == made);
    const auto changed = [&](const std::function<void(Article&)>& change) {
        Article article = sample();
        change(article);
        return fingerprint(article);
    };
    CHECK(changed([](Article& a) { a.title += "s"; }).text != made.text);
    CHECK(changed([](Article& a) { a.body += "s"; }).text != made.text);
    CHECK(changed([](Article& a) { a.url += "s"; }).text == made.text);
    CHECK(changed([](Article& a) { a.url += "s"; }).url != made.url);
    CHECK(changed([](Article& a) { a.url = "HTTPS://example.org/one"; }).url == made.url);
    CHECK(changed([](Article& a) { a.url.clear(); }).url == 0);
    CHECK(changed([](Article& a) { a.file.hash += 1ULL << 40; }).source != made.source);
}

TEST_CASE("a short text that different articles share is told apart by what is beside it") {
    const Article stub = sample("Subscribe to go on.");
    Article other = stub;
    other.url += "s";
    CHECK(fingerprint(other).text != fingerprint(stub).text);
    other = stub;
    other.outlet = "Another";
    CHECK(fingerprint(other).text != fingerprint(stub).text);
}

TEST_CASE("an edited article is known again, and another in its place is not") {
    const auto other_file = [](Article article) {
        article.file.hash = article.file.hash * 31 + 1;
        return article;
    };
    const Fingerprint made = fingerprint(sample());
    Article edited = other_file(sample(words_from(0, 200) + words_from(1000, 60)));
    edited.title = "Another title";
    CHECK(are_of_one_article(made, fingerprint(edited)));
    CHECK(are_of_one_article(fingerprint(edited), made));
    CHECK_FALSE(are_of_one_article(made, fingerprint(other_file(sample(words_from(2000, 300))))));
    // Read by better readers it is the same, whatever they found.
    CHECK(are_of_one_article(made, fingerprint(sample(words_from(2000, 300)))));
    Article brief = other_file(sample("A few words"));
    brief.title = "Another title";
    brief.url.clear();
    CHECK_FALSE(are_of_one_article(fingerprint(brief), fingerprint(sample("Other few words"))));
}

TEST_CASE("sentences that an outlet has in each article make no article another's state") {
    const std::string standing = words_from(50'000, 40);
    for (int i = 0; i < 100; ++i) {
        Article one = sample(words_from(i * 900, 200) + standing);
        Article other = sample(words_from(i * 900 + 450, 200) + standing);
        other.file.hash = 1;
        CHECK_FALSE(are_of_one_article(fingerprint(one), fingerprint(other)));
    }
}

TEST_CASE("another URL or day makes another article of a like text, and an edit of a brief none") {
    const Fingerprint made = fingerprint(sample());
    const auto edited = [](const std::function<void(Article&)>& change) {
        Article article = sample(words_from(0, 290));
        article.published = parse_iso_date("2026-02-01");
        article.file.hash = 1;
        change(article);
        return fingerprint(article);
    };
    CHECK(are_of_one_article(made, edited([](Article&) {})));
    CHECK_FALSE(are_of_one_article(made, edited([](Article& a) { a.url += "2"; })));
    CHECK(are_of_one_article(made, edited([](Article& a) { a.url.clear(); })));
    const Fingerprint dated = edited([](Article&) {});
    CHECK_FALSE(are_of_one_article(dated, edited([](Article& a) {
                                       a.published = parse_iso_date("2026-02-02");
                                       a.body += "x";
                                       a.file.hash = 2;
                                   })));
    Article brief = sample("A ferry ran aground off the coast.");
    Article corrected =
        sample("A ferry ran aground off the coast. Correction: it was a tug of the port.");
    corrected.file.hash = brief.file.hash = 0;
    CHECK(are_of_one_article(fingerprint(brief), fingerprint(corrected)));
    Article news = sample("Bridge closed on route nine.");
    news.url.clear();
    Article other = sample(words_from(7000, 170));
    other.url.clear();
    news.file.hash = other.file.hash = 0;
    CHECK_FALSE(are_of_one_article(fingerprint(news), fingerprint(other)));  // of one title
    Article photo = sample("");
    Article renamed = photo;
    renamed.title = "Mended";
    renamed.file.hash = photo.file.hash = 0;
    CHECK(are_of_one_article(fingerprint(photo), fingerprint(renamed)));
}

TEST_CASE("hardly any two unrelated texts are taken for states of one") {
    int taken = 0;
    std::vector<Fingerprint> made;
    for (int i = 0; i < 150; ++i) {
        Article article = sample(words_from(i * 400, 380));
        article.file.hash = 0;
        made.push_back(fingerprint(article));
    }
    for (std::size_t i = 0; i < made.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) taken += are_of_one_article(made[i], made[j]);
    CHECK(taken == 0);  // of 11,175
}

}  // namespace
}  // namespace dateline
