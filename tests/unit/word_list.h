// SPDX-License-Identifier: GPL-2.0-or-later
// An index's words given as a list, and the questions that queries become with them.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/describe.h"
#include "searcher/query/resolve.h"
#include "searcher/query/word_source.h"

namespace dateline {

/// An index's words, given as a list.
class WordList : public WordSource {
public:
    struct Entry {
        std::string field;
        VocabularyWord word;
    };

    WordList(std::vector<Entry> entries, std::vector<std::string> languages = {"en"},
             std::vector<VocabularyWord> by_language = {})
        : entries_(std::move(entries)),
          languages_(std::move(languages)),
          by_language_(std::move(by_language)) {
        std::ranges::sort(entries_, {}, [](const Entry& e) { return e.word.form; });
    }

    std::vector<VocabularyWord> words(std::string_view field,
                                      std::string_view prefix) const override {
        std::vector<VocabularyWord> result;
        for (const Entry& entry : entries_)
            if (entry.field == field && entry.word.form.starts_with(prefix))
                result.push_back(entry.word);
        return result;
    }

    std::vector<VocabularyWord> values(std::string_view field,
                                       std::string_view prefix) const override {
        return words(std::string(field) + (field == "outlet" ? "=" : ""), prefix);
    }

    std::vector<std::string> languages() const override { return languages_; }

    std::vector<VocabularyWord> articles_by_language() const override { return by_language_; }

private:
    std::vector<Entry> entries_;
    std::vector<std::string> languages_;
    std::vector<VocabularyWord> by_language_;
};

inline const WordList small_list({{"", {"surveil", 2}},
                                  {"", {"surveillance", 9}},
                                  {"", {"survey", 4}},
                                  {"", {"word", 5}},
                                  {"", {"ward", 7}},
                                  {"", {"wort", 1}},
                                  {"", {"wellbeing", 1}},
                                  {"", {"therapist", 1}},
                                  {"", {"ärger", 1}},
                                  {"", {"bbc", 9}},
                                  {"", {"министр", 3}},
                                  {"", {"министры", 2}},
                                  {"title", {"surveillance", 3}},
                                  {"outlet", {"npr", 40}},
                                  {"outlet", {"the", 30}},
                                  {"outlet", {"verge", 30}},
                                  {"outlet", {"new", 30}},
                                  {"outlet", {"newsweek", 30}},
                                  {"outlet", {"york", 30}},
                                  {"outlet", {"times", 20}},
                                  {"outlet", {"post", 10}},
                                  {"outlet=", {"new york times", 20}},
                                  {"outlet=", {"new york post", 10}},
                                  {"host", {"npr.org", 40}},
                                  {"host", {"nasa.gov", 3}},
                                  {"section", {"us news", 3}}});

/// For what people paste.
inline const WordList few_words({{"author", {"anna", 1}},
                                 {"author", {"annette", 1}},
                                 {"outlet", {"fox", 1}},
                                 {"outlet", {"foxnews", 1}},
                                 {"outlet", {"npr", 1}},
                                 {"outlet=", {"fox news", 1}},
                                 {"outlet=", {"fox sports", 1}},
                                 {"host", {"npr.org", 1}},
                                 {"path", {"2024/a.md", 1}},
                                 {"path", {"2024/b.md", 1}},
                                 {"url", {"https://npr.org/a-b", 1}},
                                 {"url", {"http://npr.org/c/?utm=1", 1}},
                                 {"url", {"http://npr.org/cd", 1}}});

inline Question ask(std::string_view typed, const WordSource& words = small_list) {
    return resolve_query(parse_query(typed, *make_day(2026, 3, 1)), words);
}

struct AskedRow {
    std::string_view typed;
    std::string_view expected;
};

template <std::size_t size>
void check_questions(const std::array<AskedRow, size>& rows) {
    for (const AskedRow& row : rows) {
        CAPTURE(row.typed);
        CHECK(to_string(ask(row.typed)) == row.expected);
    }
}

inline bool has_note(const Question& question, std::string_view part) {
    return std::ranges::any_of(question.notes, [&](const std::string& note) {
        return note.find(part) != std::string::npos;
    });
}

}  // namespace dateline
