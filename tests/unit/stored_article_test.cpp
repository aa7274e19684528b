// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stored_article.h"

#include <doctest/doctest.h>

#include <random>

#include "common/error.h"

namespace dateline {
namespace {

Article sample() {
    Article article;
    article.id = "0123456789abc";
    article.root = 3;
    article.path = "2026/\xff name.txt";
    article.item_line = 7;
    article.file = {1234, -5, 1'700'000'000'000'000'000, 0xfedcba9876543210};
    article.title = "A title";
    article.summary = "What it is about";
    article.authors = {"Hayden Field", "Jane Roe"};
    article.outlet = "The Verge";
    article.host = "theverge.com";
    article.source = "Reuters";
    article.url = "https://www.theverge.com/x";
    article.section = "tech";
    article.tags = {"ai", "law"};
    article.language = "en";
    article.published = parse_iso_date("2026-02");
    article.instant = "2026-02-26T23:22:44Z";
    article.words = 123;
    article.derived = {{"outlet", "host of the URL"}, {"title", "first line"}};
    return article;
}

}  // namespace

TEST_CASE("an article comes back as it was stored") {
    Article article = sample();
    CHECK(decode_display(encode_display(Article{})) == Article{});
    Article whole = article;
    whole.item_line = 0;
    CHECK(decode_display(encode_display(whole)) == whole);
    article.file = {};  // an item's stamp is its container's
    CHECK(decode_display(encode_display(sample())) == article);

    article.body = "One.\n\nTwo lines\nhere.";
    article.lines = {{0, 3}, {6, 5}};
    Article restored;
    decode_text(encode_text(article), restored);
    CHECK(restored.body == article.body);
    CHECK(restored.lines == article.lines);
    decode_text(encode_text(Article{}), restored);
    CHECK(restored.body.empty());
    CHECK(restored.lines.empty());
}

TEST_CASE("damaged bytes are an error, never a crash") {
    std::mt19937 random(1);
    Article article = sample();
    article.body = std::string(500, 'x');
    const std::string display = encode_display(article);
    const std::string text = encode_text(article);
    for (int round = 0; round < 5000; ++round) {
        for (std::string bytes : {display, text}) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
            bytes.resize(random() % (bytes.size() + 1));
            Article out;
            try {
                out = decode_display(bytes);
            } catch (const Error&) {
            }
            try {
                decode_text(bytes, out);
            } catch (const Error&) {
            }
        }
    }
}

TEST_CASE("no changed bit of an article goes unnoticed") {
    Article article = sample();
    article.body = "Otters were seen in Kent, and badgers in Sussex.\n\nThey swim.";
    article.lines = {{0, 3}, {50, 5}};
    const std::string display = encode_display(article);
    const std::string text = encode_text(article);
    for (std::size_t bit = 0; bit < display.size() * 8; ++bit) {
        CAPTURE(bit);
        std::string bytes = display;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        CHECK_THROWS_AS(decode_display(bytes), Error);
    }
    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
        CAPTURE(bit);
        std::string bytes = text;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        Article out;
        try {
            decode_text(bytes, out);
            CHECK(out.body == article.body);  // a bit that means nothing
            CHECK(out.lines == article.lines);
        } catch (const Error&) {
        }
    }
}

TEST_CASE("an article or a text that was lost is damage, not an empty one") {
    Article out;
    CHECK_THROWS_AS(decode_display(""), Error);
    CHECK_THROWS_AS(decode_text("", out), Error);
    const std::string display = encode_display(sample());
    for (std::size_t size = 0; size < display.size(); ++size)
        CHECK_THROWS_AS(decode_display(display.substr(0, size)), Error);
}

TEST_CASE("a field that is none, or a list that is none, is damage") {
    for (const std::string& bytes :
         {std::string("\0\1\1x", 4), std::string("\x63\1\1x"), std::string("\x68\1\1x"),
          std::string("\x65\2\1x\1y"), std::string("\x66\1\6\xff\xff\xff\xff\xff\x01"),
          std::string("\x67\1\5\1\1\1\1\1"),
          std::string("\1\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f")}) {
        CAPTURE(bytes);
        CHECK_THROWS_AS(decode_display(bytes), Error);
    }
}

TEST_CASE("the line of a byte counts the line breaks since its mark") {
    Article article;
    article.body = "One.\n\nTwo lines\nhere.";
    article.lines = {{0, 3}, {6, 5}};
    CHECK(line_of(article, 0) == 3);
    CHECK(line_of(article, 6) == 5);
    CHECK(line_of(article, 17) == 6);
    article.lines.clear();
    CHECK(line_of(article, 17) == 1);
    article.item_line = 12;
    CHECK(line_of(article, 17) == 12);
}

TEST_CASE("ids are stable and depend on the root only beyond the first") {
    CHECK(article_id(0, "a.txt") == article_id(0, "a.txt"));
    CHECK(article_id(0, "a.txt") != article_id(1, "a.txt"));
    CHECK(article_id(0, "a.txt").size() == 13);
    CHECK(text_key(1) < text_key(256));
}

}  // namespace dateline
