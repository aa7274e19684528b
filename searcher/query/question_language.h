// SPDX-License-Identifier: GPL-2.0-or-later
// The language whose stop words are left out of a question. War, die and la are words of English
// questions and stop words of other languages, so that another language is read only where the
// question shows it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "searcher/query/word_source.h"

namespace dateline {

/// The code of the language in which most articles are (of equals English, then the first code);
/// English if there are no articles.
std::string main_language(const std::vector<VocabularyWord>& languages);

/// That language, unless the question reads as another one of the articles, or as English: of its
/// `forms` (folded bare words) two or more are stop words of that language and not of the main one,
/// more than are so the other way round, and one of them is neither a word nor a name in English
/// news. `languages` are codes and how many articles each has; neither order matters.
std::string question_language(const std::set<std::string>& forms,
                              const std::vector<VocabularyWord>& languages);

}  // namespace dateline
