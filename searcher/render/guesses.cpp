// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/guesses.h"

#include <algorithm>
#include <iterator>

#include "common/origin.h"

namespace dateline {
namespace {

/// Origins that are as good as a statement: the file says it under a name of more meanings than
/// one, the list of outlets knows the host, or the user said it for all articles of a folder. All
/// others are guesses.
constexpr Origin certain[] = {
    Origin::stated,        Origin::host_of_url,   Origin::sender,
    Origin::sender_person, Origin::source,        Origin::source_known,
    Origin::source_outlet, Origin::source_person, Origin::folder_defaults,
};

}  // namespace

bool is_guess(const Article& article, std::string_view field) {
    return std::ranges::find(certain, origin_of(article, field)) == std::end(certain);
}

std::string guess_mark(const Article& article, std::string_view field) {
    return is_guess(article, field) ? "?" : "";
}

}  // namespace dateline
