// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/similar_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace dateline {
namespace {

/// Words in a sorted list, as the index has them.
class WordList : public WordSource {
public:
    explicit WordList(std::vector<VocabularyWord> words) : words_(std::move(words)) {
        std::ranges::sort(words_, {}, &VocabularyWord::form);
    }

    std::vector<VocabularyWord> words(std::string_view, std::string_view prefix) const override {
        std::vector<VocabularyWord> found;
        for (auto word = std::ranges::lower_bound(words_, prefix, {}, &VocabularyWord::form);
             word != words_.end() && word->form.starts_with(prefix); ++word)
            found.push_back(*word);
        read_ += found.size();
        return found;
    }
    std::vector<std::string> languages() const override { return {"en"}; }

    /// How many words were handed out.
    std::size_t read() const { return read_; }

private:
    std::vector<VocabularyWord> words_;
    mutable std::size_t read_ = 0;
};

std::vector<std::string> similar(const WordSource& words, std::string_view word) {
    std::vector<std::string> forms;
    for (const SimilarWord& found : similar_words(words, word)) forms.push_back(found.word);
    return forms;
}

TEST_CASE("spellings are found by distance, then by frequency, then by the kind of slip") {
    const WordList words({{"pentagon", 333},
                          {"pentagons", 4},
                          {"pertain", 6},
                          {"patagonia", 9},
                          {"their", 900},
                          {"there", 900},
                          {"general", 50},
                          {"form", 10},
                          {"from", 10},
                          {"farm", 10},
                          {"erdogan", 70},
                          {"gone", 0},
                          {"\u015Bwi\u0119ta", 3}});
    struct Row {
        std::string_view typed;
        std::vector<std::string> found;
    };
    const Row rows[] = {
        {"pentagn", {"pentagon"}},
        {"Pentagn", {"pentagon"}},
        {"hteir", {"their"}},
        {"kgeneral", {"general"}},
        {"eneral", {"general"}},
        {"beneral", {"general"}},
        {"frm", {"farm", "form", "from"}},
        {"fomr", {"form"}},
        {"erdog\u00E1m", {"erdogan"}},
        {"on", {}},
        {"2026", {}},
        {"xyzzyxyzzy", {}},
        {"", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(similar(words, row.typed) == row.found);
    }
}

TEST_CASE("of equally near and common words, the swapped and those that begin alike come first") {
    const WordList words({{"casual", 5}, {"causal", 5}, {"cbsual", 5}});
    CHECK(similar(words, "cauasl").front() == "causal");
    const WordList bread({{"bread", 5}, {"tread", 5}});
    CHECK(similar(bread, "bead").front() == "bread");
}

TEST_CASE("a suggestion never reads more than a tenth of 700,000 forms") {
    std::mt19937 random(8);
    std::vector<VocabularyWord> list;
    for (int i = 0; i < 700'000; ++i) {
        std::string form;
        for (auto letters = 3 + random() % 8; letters > 0; --letters)
            form += "etaoinshrdlucmfwypvbgkqjxz"[std::min(random() % 26, random() % 26)];
        list.push_back({std::move(form), static_cast<std::uint32_t>(1 + random() % 100)});
    }
    const WordList words(std::move(list));
    for (const std::string_view typed : {"etanhoris", "zetanhoris", "eta"}) {
        CAPTURE(typed);
        const std::size_t before = words.read();
        similar_words(words, typed);
        CHECK(words.read() - before < 70'000);
    }
}

TEST_CASE("values of filters are found by their words and by their spelling") {
    const WordList values({{"npr online news", 442},
                           {"npr editorial", 2},
                           {"npr.org", 444},
                           {"reuters", 20},
                           {"fox news", 9}});
    struct Row {
        std::string_view typed;
        std::vector<std::string> found;
    };
    const Row rows[] = {
        {"NPR", {"npr.org", "npr online news", "npr editorial"}},
        {"news fox", {"fox news"}},
        {"Reutres", {"reuters"}},
        {"bbc", {}},
        {"", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        std::vector<std::string> found;
        for (const SimilarWord& value : similar_values(values, "outlet", row.typed))
            found.push_back(value.word);
        CHECK(found == row.found);
    }
}

}  // namespace
}  // namespace dateline
