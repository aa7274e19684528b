// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/excerpt.h"

#include <doctest/doctest.h>

#include "tests/unit/made_matchers.h"

namespace dateline {
namespace {

TEST_CASE("an over-long sentence is cut at words around what is lit") {
    std::string body;
    for (int i = 0; i < 100; ++i) body += "word" + std::to_string(i) + ' ';
    body += "strike by the port ";
    for (int i = 0; i < 100; ++i) body += "word" + std::to_string(i) + ' ';
    const Article article = with_body(body);
    const PassageOptions options{.most = 1, .passage_bytes = 60};
    const Evidence evidence = find_evidence(ask({stem("strike"), stem("port")}), article, options);
    CHECK(shown(evidence, article) ==
          Shown{"word98 word99 [strike] by the [port] word0 word1 word2 word3"});
    REQUIRE(evidence.passages.size() == 1);
    CHECK(evidence.passages[0].cut_before);
    CHECK(evidence.passages[0].cut_after);
}

TEST_CASE("a phrase longer than the passage is shown whole, and what follows it is not forgotten") {
    std::string body = "It says that the committee for infrastructure and transport has met. Then ";
    for (int i = 0; i < 20; ++i) body += "word" + std::to_string(i) + ' ';
    body += "strike.";
    const Article article = with_body(body);
    const Matcher phrase =
        row_of({"the", "committee", "for", "infrastructure", "and", "transport"});
    const PassageOptions options{.most = 2, .context = Context::bytes, .passage_bytes = 25};
    CHECK(shown(find_evidence(ask({phrase}), article, options), article) ==
          Shown{"[the committee for infrastructure and transport]"});
    CHECK(shown(find_evidence(ask({phrase, stem("strike")}), article, options), article) ==
          Shown{"[the committee for infrastructure and transport]", "word18 word19 [strike]."});
}

}  // namespace
}  // namespace dateline
