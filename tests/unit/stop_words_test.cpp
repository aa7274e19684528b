// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stop_words.h"

#include <doctest/doctest.h>

#include <array>
#include <sstream>
#include <string>

#include "common/analysis.h"
#include "common/stop_word_lists.h"

namespace dateline {
namespace {

/// As the index has it, a compound's parts with hyphens.
std::string folded(const std::string& word) {
    Tokenizer tokenizer;
    std::string form;
    for (const Token& token : tokenizer.tokens(word)) {
        if (token.kind == TokenKind::joined) continue;
        form += (form.empty() ? "" : "-") + std::string(token.form);
    }
    return form;
}

}  // namespace

TEST_CASE("a word is a stop word of its language alone") {
    struct Row {
        std::string_view form;
        std::string_view language;
        StopWord expected;
    };
    constexpr auto rows = std::to_array<Row>({
        {"the", "en", StopWord::own},       {"yourselves", "en", StopWord::own},
        {"eg", "en", StopWord::own},        {"strike", "en", StopWord::none},
        {"wer", "de", StopWord::own},       {"war", "de", StopWord::shared},
        {"war", "en", StopWord::none},      {"uber", "de", StopWord::none},
        {"pourquoi", "fr", StopWord::own},  {"ou", "fr", StopWord::own},
        {"qu-est-ce", "fr", StopWord::own}, {"d", "fr", StopWord::none},
        {"donde", "es", StopWord::own},     {"la", "es", StopWord::shared},
        {"perche", "it", StopWord::own},    {"wanneer", "nl", StopWord::own},
        {"почему", "ru", StopWord::own},    {"hvorfor", "da", StopWord::own},
        {"hvorfor", "no", StopWord::own},   {"hvorfor", "nb", StopWord::own},
        {"varfor", "sv", StopWord::own},    {"miksi", "fi", StopWord::own},
        {"miert", "hu", StopWord::own},     {"porque", "pt", StopWord::own},
        {"the", "zh", StopWord::none},      {"the", "", StopWord::none},
        {"", "en", StopWord::none},         {"shared:", "de", StopWord::none},
        {"#", "de", StopWord::none},
    });
    for (const Row& row : rows) {
        CAPTURE(row.form);
        CAPTURE(row.language);
        CHECK(stop_word(row.form, row.language) == row.expected);
        if (has_stop_words(row.language))
            CHECK(is_stop_word(row.form, row.language) == (row.expected != StopWord::none));
    }
    CHECK(is_stop_word("the", "en"));
    CHECK_FALSE(is_stop_word("der", "en"));
    CHECK(is_stop_word("the", "zh"));
    CHECK(has_stop_words("sv"));
    CHECK_FALSE(has_stop_words("zh"));
    CHECK_FALSE(has_stop_words("shared"));
}

TEST_CASE("the lists are folded as the index is, in byte order, and have no word twice") {
    std::istringstream lines{std::string(stop_word_lists())};
    std::string language;
    std::string last;
    std::size_t words = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream row(line);
        for (std::string word; row >> word;) {
            CAPTURE(language);
            CAPTURE(word);
            if (word.ends_with(':')) {
                if (word != "shared:") language = word.substr(0, word.size() - 1);
                last.clear();
                continue;
            }
            ++words;
            CHECK(word == folded(word));
            CHECK(last < word);
            CHECK(stop_word(word, language) != StopWord::none);
            last = word;
        }
    }
    CHECK(words > 2000);
}

}  // namespace dateline
