// SPDX-License-Identifier: GPL-2.0-or-later
// The index's vocabulary, for wildcards, fuzzy words and suggestions.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/query/word_source.h"

namespace dateline {

class IndexWords : public WordSource {
public:
    IndexWords(const Xapian::Database& database, std::vector<std::string> languages)
        : database_(database), languages_(std::move(languages)) {}

    std::vector<VocabularyWord> words(std::string_view field,
                                      std::string_view prefix) const override;
    std::vector<VocabularyWord> values(std::string_view field,
                                       std::string_view prefix) const override;
    std::vector<NamedValue> other_names(std::string_view field) const override;
    std::vector<std::string> languages() const override { return languages_; }

private:
    std::vector<VocabularyWord> terms(const std::string& prefix, std::string_view begin) const;

    const Xapian::Database& database_;
    std::vector<std::string> languages_;
};

}  // namespace dateline
