// SPDX-License-Identifier: GPL-2.0-or-later
// The archives' vocabulary, for wildcards, fuzzy words and suggestions.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/query/matcher.h"
#include "searcher/query/word_source.h"

namespace dateline {

class IndexWords : public WordSource {
public:
    /// `here`: of archives on this machine alone, since much of a vocabulary is no answer of a
    /// network's.
    enum class Reach { everywhere, here };

    /// They must outlive it.
    explicit IndexWords(const Archives& archives, Reach reach = Reach::everywhere)
        : archives_(archives), database_(archives.all()), reach_(reach) {}

    std::vector<VocabularyWord> words(std::string_view field,
                                      std::string_view prefix) const override;
    std::vector<VocabularyWord> values(std::string_view field,
                                       std::string_view prefix) const override;
    std::vector<NamedValue> other_names(std::string_view field) const override;
    std::uint32_t articles(std::string_view field, const NamedValue& named) const override;
    std::vector<std::string> languages() const override { return archives_.languages(); }
    std::size_t least_beginning() const override;
    std::vector<VocabularyWord> articles_by_language() const override;

private:
    std::vector<VocabularyWord> terms(const std::string& prefix, std::string_view begin) const;

    bool reaches(const Archive& archive) const {
        return !archive.remote || reach_ == Reach::everywhere;
    }
    std::vector<VocabularyWord> archive_names(std::string_view prefix) const;

    const Archives& archives_;
    const Xapian::Database& database_;  ///< all of them
    Reach reach_;
};

}  // namespace dateline
