// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/guesses.h"

#include <algorithm>

namespace dateline {
namespace {

/// Origins that are as good as a statement: the file says it under a name of more meanings than
/// one, or the list of outlets knows the host. All others are guesses.
constexpr std::string_view certain[] = {
    "host of the URL",         "sender",
    "sender, a person's name", "source",
    "source, a known outlet",  "source, an outlet by its name",
    "source, a person's name",
};

/// The user's own word for all articles of a folder.
constexpr std::string_view folder_defaults = ".dateline.yaml";

}  // namespace

bool is_guess(const Article& article, std::string_view field) {
    const auto from = article.derived.find(std::string(field));
    if (from == article.derived.end()) return false;
    return !from->second.ends_with(folder_defaults) &&
           std::ranges::find(certain, from->second) == std::end(certain);
}

std::string guess_mark(const Article& article, std::string_view field) {
    return is_guess(article, field) ? "?" : "";
}

}  // namespace dateline
