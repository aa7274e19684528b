// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/seen.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace dateline {
namespace {

Seen sample() {
    Seen seen;
    seen.since = 1'795'000'000;
    seen.asked = {"--outlet=npr", "--", "50% of\tships\nand \"more\""};
    SeenArticle article;
    article.place = {"my archive", "0javkb8r7jh1h"};
    article.told_as = "ax22x3bewb3kg";
    article.told = 1'795'775'615;
    article.kind = ArrivalKind::copy;
    article.of = "my archive:8sf9dbez2w88m";
    article.fingerprint.text = 0xfedc'ba98'7654'3210;
    article.fingerprint.shingles[15] = 0xff;
    seen.articles.push_back(article);
    article.place = {};  // nowhere
    article.shown = false;
    article.kind = ArrivalKind::version;
    article.of = "";
    seen.articles.push_back(article);
    article = {};
    article.place.id = article.told_as = "ds78w4ygcwtv2";
    article.was_there = true;
    seen.articles.push_back(article);
    return seen;
}

TEST_CASE("what a search has told of is read as it was written") {
    CHECK(decode_seen(encode_seen(sample())) == sample());
    CHECK(decode_seen(encode_seen({})) == Seen{});
    Seen only_asked;
    only_asked.asked = {"--"};
    CHECK(decode_seen(encode_seen(only_asked)) == only_asked);
}

TEST_CASE("what was written otherwise is refused, wherever it is cut or changed") {
    const std::string text = encode_seen(sample());
    for (std::size_t at = 0; at < text.size(); ++at) {
        CAPTURE(at);
        CHECK_THROWS_AS(decode_seen(text.substr(0, at)), Error);
        std::string changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_THROWS_AS(decode_seen(changed), Error);
    }
    CHECK_THROWS_AS(decode_seen(text + "x"), Error);
}

TEST_CASE("places are told as ids are shown") {
    CHECK(id_shown(ArticlePlace{"", "0javkb8r7jh1h"}) == "0javkb8r7jh1h");
    CHECK(id_shown(ArticlePlace{"desk", "0javkb8r7jh1h"}) == "desk:0javkb8r7jh1h");
    CHECK(id_shown(ArticlePlace{"desk", ""}).empty());
}

}  // namespace
}  // namespace dateline
