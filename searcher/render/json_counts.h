// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of the JSON that tell of the pile as a whole and of what was not found.
#pragma once

#include <vector>

#include "searcher/render/json_values.h"
#include "searcher/result.h"

namespace dateline {

Json json_facet(const Facet& facet);
Json json_timeline(const Timeline& timeline);

/// An object for each line of JSON Lines; the last one, with a value or period of null, counts what
/// has none.
std::vector<Json> json_facet_lines(const Facet& facet);
std::vector<Json> json_timeline_lines(const Timeline& timeline);

Json json_missing(const std::vector<MissingWord>& missing);
Json json_without(const std::vector<LeftOut>& without);

}  // namespace dateline
