// SPDX-License-Identifier: GPL-2.0-or-later
// Random queries for the tests that compare: from the words and fields of real articles, neighbours
// among them, so that every operator has something to find.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "common/article.h"

namespace dateline {

/// The same queries for the same articles and seed.
class QueryMaker {
public:
    QueryMaker(const std::vector<Article>& articles, unsigned seed);

    std::string query();

private:
    struct Word {
        std::string form;   ///< folded
        std::string typed;  ///< as the text has it
    };

    std::size_t pick(std::size_t count) { return random_() % count; }
    std::string number(std::size_t most) { return std::to_string(1 + pick(most)); }
    const std::string& one_of(const std::vector<std::string>& list);
    void read_words(const std::string& text);

    std::string word();
    std::string accented_word();
    std::string pattern();
    std::string fuzzy();
    std::string phrase();
    std::string exact_phrase();
    std::string capitals();
    std::string group(int depth);
    std::string proximity(int depth);
    std::string place(int depth);
    std::string value();
    std::string range();
    std::string stated();
    std::string operand(int depth);

    const std::vector<Article>& articles_;
    std::mt19937 random_;
    std::vector<Word> words_;
    std::vector<std::string> capitals_;
    std::vector<std::string> accented_;
    std::size_t at_ = 0;
};

}  // namespace dateline
