// SPDX-License-Identifier: GPL-2.0-or-later
// Random questions on small random articles: the passage finder against the plain meaning.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "common/analysis.h"
#include "searcher/match/evaluation.h"
#include "searcher/passages/evidence.h"
#include "searcher/passages/passages.h"
#include "searcher/query/describe.h"
#include "tests/unit/brute_force.h"
#include "tests/unit/random_articles.h"

namespace dateline {
namespace {

bool is_pair(MatcherKind kind) {
    return kind == MatcherKind::near || kind == MatcherKind::before ||
           kind == MatcherKind::same_sentence || kind == MatcherKind::same_paragraph;
}

bool has_pair(const Matcher& matcher) {
    return is_pair(matcher.kind) || std::ranges::any_of(matcher.children, has_pair);
}

bool is_word(const Matcher& matcher) {
    return matcher.kind == MatcherKind::term ||
           (matcher.kind == MatcherKind::any && std::ranges::all_of(matcher.children, is_word));
}

/// Within phrases, pairs and filters nothing but words and phrases of words: what people write. For
/// these all evidence is wanted; deeper nests may leave out longer places where a shorter one says
/// the same.
bool is_plain(const Matcher& matcher) {
    const auto is_row = [](const Matcher& m) {
        return is_word(m) ||
               (m.kind == MatcherKind::phrase && std::ranges::all_of(m.children, is_word));
    };
    switch (matcher.kind) {
        case MatcherKind::all:
        case MatcherKind::any:
        case MatcherKind::except:
            return std::ranges::all_of(matcher.children, is_plain);
        default:
            return is_row(matcher) || std::ranges::all_of(matcher.children, is_word);
    }
}

/// Whether an article is found must agree for every question whose pairs stand inside other pairs
/// or combinations at most: a count or a distance of pairs is told by the nearest ones only.
bool is_decided(const Matcher& matcher) {
    switch (matcher.kind) {
        case MatcherKind::phrase:
        case MatcherKind::not_near:
        case MatcherKind::at_least:
        case MatcherKind::capitals:
        case MatcherKind::accents:
            return std::ranges::all_of(matcher.children, is_plain) && !has_pair(matcher);
        default:
            return std::ranges::all_of(matcher.children, is_decided);
    }
}

template <typename Test>
bool all_matchers(const Question& question, const Test& test) {
    return std::ranges::all_of(question.parts, test, &Part::matcher) &&
           std::ranges::all_of(question.excluded, test);
}

bool within(const std::vector<Span>& lit, const std::vector<Span>& wide) {
    return std::ranges::all_of(lit, [&](Span span) {
        return std::ranges::any_of(
            wide, [&](Span w) { return w.begin <= span.begin && span.end <= w.end; });
    });
}

bool begins_character(const std::string& text, std::uint32_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_passages(const Evidence& evidence, const Article& article,
                    const PassageOptions& options) {
    std::uint32_t behind = 0;
    CHECK(evidence.passages.size() <= options.most);
    for (const Passage& passage : evidence.passages) {
        CHECK(passage.span.begin >= behind);
        CHECK(passage.span.end > passage.span.begin);
        CHECK(passage.span.end <= article.body.size());
        behind = passage.span.end;
        CHECK(begins_character(article.body, passage.span.begin));
        CHECK(begins_character(article.body, passage.span.end));
        CHECK(within(passage.lit, {passage.span}));
        CHECK(within(passage.lit, evidence.body));
        if (!evidence.body.empty()) CHECK_FALSE(passage.lit.empty());
        for (std::size_t i = 1; i < passage.lit.size(); ++i)
            CHECK(passage.lit[i].begin > passage.lit[i - 1].end);
    }
    if (!evidence.body.empty()) CHECK(!evidence.passages.empty());
}

void add_all_words(const Matcher& matcher, WantedWords& wanted) {
    if (matcher.kind == MatcherKind::term && matcher.form != TermForm::value) wanted.add(matcher);
    for (const Matcher& child : matcher.children) add_all_words(child, wanted);
}

/// Whether the article fulfils all parts of the question and nothing that it excludes.
bool fulfils(const Article& article, const Question& question) {
    WantedWords wanted;
    for (const Part& part : question.parts) add_all_words(part.matcher, wanted);
    for (const Matcher& matcher : question.excluded) add_all_words(matcher, wanted);
    const ArticleWords words = find_words(wanted, article);
    Evaluation evaluation(article, wanted, words);
    if (title_repeats_body(article)) evaluation.look_in(Evaluation::FreeText::without_title);
    return std::ranges::all_of(question.parts,
                               [&](const Part& part) { return evaluation.holds(part.matcher); }) &&
           std::ranges::none_of(question.excluded,
                                [&](const Matcher& matcher) { return evaluation.holds(matcher); });
}

TEST_CASE("what is lit is what the question means") {
    using Text = BruteForce::Text;
    Generator generator(20260226);
    int found = 0;
    for (int round = 0; round < 12000; ++round) {
        const Article article = generator.article();
        const Question question = generator.question();
        const BruteForce plainly(article);
        const PassageOptions options{.most = 1 + generator.number(5),
                                     .context = static_cast<Context>(generator.number(2)),
                                     .passage_bytes = generator.number(120)};
        CAPTURE(round);
        CAPTURE(to_string(question));
        CAPTURE(article.title);
        CAPTURE(article.body);

        const bool fulfilled = plainly.fulfils(question);
        found += fulfilled;
        if (all_matchers(question, is_decided)) CHECK(fulfils(article, question) == fulfilled);

        const Evidence evidence = find_evidence(question, article, options);
        const std::pair<Text, std::vector<Span>> texts[] = {{Text::title, evidence.title},
                                                            {Text::summary, evidence.summary},
                                                            {Text::body, evidence.body},
                                                            {Text::outlet, evidence.outlet},
                                                            {Text::authors, evidence.authors}};
        for (const auto& [text, lit] : texts) {
            CAPTURE(static_cast<int>(text));
            const std::vector<Span> meant = plainly.evidence(question, text);
            CHECK(within(lit, meant));
            if (all_matchers(question, is_plain)) CHECK((lit == meant));
        }
        check_passages(evidence, article, options);
    }
    CHECK(found > 2000);
}

/// Long words and phrases of them, with wide gaps.
class LongTexts {
public:
    explicit LongTexts(unsigned seed) : random_(seed) {}

    std::size_t number(std::size_t count) { return random_() % count; }

    Article article() {
        constexpr std::array<std::string_view, 6> blanks{" ", " ", " ", " — ", ". ", "\n\n"};
        Article result;
        for (std::size_t left = 3 + number(60); left > 0; --left) {
            result.body += word();
            result.body += number(40) == 0 ? std::string(number(1500), '-') : " ";
            result.body += blanks[number(blanks.size())];
        }
        return result;
    }

    Matcher phrase() {
        std::string text;
        for (std::size_t left = 1 + number(5); left > 0; --left) text += std::string(word()) + " ";
        Tokenizer tokenizer;
        std::vector<Matcher> words;
        for (const Token& token : tokenizer.tokens(text))
            if (token.kind != TokenKind::joined && token.kind != TokenKind::bigram)
                words.push_back(term_matcher(std::string(token.form), TermForm::exact, ""));
        return parent_matcher(MatcherKind::phrase, std::move(words));
    }

private:
    std::string_view word() {
        constexpr std::array<std::string_view, 7> words{"a",
                                                        "strike",
                                                        "Verkehrsinfrastruktur",
                                                        "правительства",
                                                        "\u4eba\u6c11\u5927\u4f1a",
                                                        "Élysée",
                                                        "disproportionately-affected"};
        return words[number(words.size())];
    }

    std::mt19937 random_;
};

TEST_CASE("a passage shows what it proves, however long that is") {
    LongTexts texts(23);
    int longer = 0;
    for (int round = 0; round < 4000; ++round) {
        const Article article = texts.article();
        Question question;
        for (std::size_t parts = 1 + texts.number(3); parts > 0; --parts)
            question.parts.push_back({texts.phrase(), true});
        const PassageOptions options{
            .most = 1 + static_cast<std::uint32_t>(texts.number(4)),
            .context = static_cast<Context>(texts.number(3)),
            .passage_bytes = static_cast<std::uint32_t>(texts.number(120))};
        CAPTURE(round);
        CAPTURE(article.body);
        const Evidence evidence = find_evidence(question, article, options);
        check_passages(evidence, article, options);
        for (const Span lit : evidence.body) longer += lit.end - lit.begin > options.passage_bytes;
    }
    CHECK(longer > 500);
}

}  // namespace
}  // namespace dateline
