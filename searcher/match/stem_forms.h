// SPDX-License-Identifier: GPL-2.0-or-later
// Which exact forms a stem of the index stands for, and in the articles of which languages: the one
// rule for all that look for a word's places (position_check.h, ranking/word_hits.h).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/stemmer.h"

namespace dateline {

/// A set of the index's languages, a bit each.
using LanguageSet = std::uint64_t;
inline constexpr LanguageSet every_language = ~LanguageSet{0};

struct StemForm {
    std::string term;       ///< of the index
    LanguageSet languages;  ///< in whose articles the form has the stem

    bool operator==(const StemForm&) const = default;
};

class StemForms {
public:
    /// `languages` are all that the search knows, of which the database may have some. It must
    /// outlive this.
    StemForms(const Xapian::Database& database, std::vector<std::string> languages);

    /// The forms that articles have or had. Of interest are the languages `among` alone: others may
    /// be missing.
    std::vector<StemForm> of(const std::string& stem, LanguageSet among = every_language);

    /// The language of an article, from its value in the field; "" is English.
    LanguageSet language(std::string_view code) const;

    /// False if all articles are in one language, so that none has to be asked for it.
    bool several_languages() const { return languages_.size() > 1; }

private:
    LanguageSet having(const std::string& form, const std::string& stem, LanguageSet among);

    const Xapian::Database& database_;
    std::vector<std::string> languages_;  ///< of the search
    std::vector<Stemmer> stemmers_;       ///< of each
};

}  // namespace dateline
