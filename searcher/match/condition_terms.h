// SPDX-License-Identifier: GPL-2.0-or-later
// Conditions that terms alone decide, also the words of an outlet's name in a row: an archive has
// few outlets, so that their names are read, and not the places of the words in many articles.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/query/matcher.h"

namespace dateline {

/// When names are read.
struct NameLimits {
    Xapian::doccount least_articles = 2'000;  ///< of fewer, the places of the words are read sooner
    std::size_t most_names = 5'000;           ///< to read more takes longer than what it saves
};

/// Any one of these an article has which the matcher of fields finds, and no other article; nothing
/// if there is more to it.
std::optional<std::vector<std::string>> condition_terms(const Archives& archives,
                                                        const Matcher& matcher,
                                                        const NameLimits& limits = {});

}  // namespace dateline
