// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/result.h"

#include <fmt/format.h>

#include "searcher/counted.h"

namespace dateline {

std::string_view name_of(FileState state) {
    switch (state) {
        case FileState::unchanged:
            return "unchanged";
        case FileState::changed:
            return "changed";
        case FileState::missing:
            return "missing";
        case FileState::unchecked:
            return "unchecked";
    }
    return "";
}

std::string to_string(const MissingWord& missing) {
    std::string text = missing.field.empty()
                           ? fmt::format("no article has '{}'", missing.word)
                           : fmt::format("no article has {} '{}'", missing.field, missing.word);
    for (const SimilarWord& similar : missing.similar) {
        text += &similar == &missing.similar.front() ? "; perhaps " : ", ";
        text += fmt::format("'{}' ({})", similar.word,
                            counted(similar.articles, "article", "articles"));
    }
    return text;
}

}  // namespace dateline
