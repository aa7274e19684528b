// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/question_language.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "common/stop_words.h"

namespace dateline {
namespace {

constexpr std::string_view english = "en";

using Forms = std::set<std::string>;

/// How many of the forms are stop words of one language and not of another.
std::ptrdiff_t words_of(std::string_view language, std::string_view not_of, const Forms& forms) {
    return std::ranges::count_if(forms, [&](const std::string& form) {
        return is_stop_word(form, language) && !is_stop_word(form, not_of);
    });
}

bool reads_as(std::string_view language, std::string_view main, const Forms& forms) {
    constexpr std::ptrdiff_t fewest = 2;
    const std::ptrdiff_t words = words_of(language, main, forms);
    return words >= fewest && words > words_of(main, language, forms) &&
           std::ranges::any_of(forms, [&](const std::string& form) {
               return stop_word(form, language) == StopWord::own && !is_stop_word(form, main);
           });
}

}  // namespace

std::string main_language(const std::vector<VocabularyWord>& languages) {
    const auto most = std::ranges::min_element(languages, {}, [](const VocabularyWord& language) {
        return std::tuple(-std::int64_t{language.articles}, language.form != english,
                          std::string_view(language.form));
    });
    const bool known = most != languages.end() && most->articles > 0;
    return known ? most->form : std::string(english);
}

std::string question_language(const Forms& forms, const std::vector<VocabularyWord>& languages) {
    const std::string main = main_language(languages);
    std::string best = main;
    std::tuple<std::ptrdiff_t, std::uint32_t> evidence;
    std::map<std::string, std::uint32_t> others{{std::string(english), 0}};
    for (const VocabularyWord& language : languages)
        if (language.articles > 0) others[language.form] = language.articles;
    for (const auto& [code, articles] : others) {
        if (code == main || !reads_as(code, main, forms)) continue;
        const std::tuple found(words_of(code, main, forms), articles);
        if (best != main && found <= evidence) continue;
        best = code;
        evidence = found;
    }
    return best;
}

}  // namespace dateline
