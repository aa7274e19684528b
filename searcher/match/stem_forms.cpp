// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/stem_forms.h"

#include <algorithm>
#include <utility>

#include "common/fields.h"

namespace dateline {

StemForms::StemForms(const Xapian::Database& database, std::vector<std::string> languages)
    : database_(database), languages_(std::move(languages)) {
    for (const std::string& code : languages_) stemmers_.emplace_back(code, Stemmer::Cache::none);
}

/// The index's synonyms are the exact forms of a stem, but for the one that equals it, in whatever
/// language: written has the stem writ in a Norwegian article, but not in an English one.
std::vector<StemForm> StemForms::of(const std::string& stem, LanguageSet among) {
    std::vector<std::string> forms{stem};
    const std::string key = make_term(stem_prefix, stem);
    for (auto form = database_.synonyms_begin(key); form != database_.synonyms_end(key); ++form)
        forms.push_back(*form);
    std::vector<StemForm> found;
    for (const std::string& form : forms) {
        const LanguageSet languages = having(form, stem, among);
        if (languages != 0) {
            found.push_back({make_term("", form), languages});
            continue;
        }
        // A form that spells the stem need not have it: environmental's is environment, whose own
        // is environ. Any other that has it in no language has it by its accents.
        if (form != stem && having(form, stem, ~among) == 0)
            found.push_back({make_term("", form), every_language});
    }
    return found;
}

/// The languages in which the form has the stem.
LanguageSet StemForms::having(const std::string& form, const std::string& stem, LanguageSet among) {
    LanguageSet found = 0;
    for (std::size_t i = 0; i < stemmers_.size(); ++i) {
        const LanguageSet bit = language(languages_[i]);
        if ((among & bit) != 0 && stemmers_[i].stem(form) == stem) found |= bit;
    }
    return found;
}

LanguageSet StemForms::language(std::string_view code) const {
    const auto found = std::ranges::find(languages_, code.empty() ? "en" : code);
    return LanguageSet{1} << ((found - languages_.begin()) & 63);
}

}  // namespace dateline
