// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of the JSON that tell of copies, stories and quotations.
#pragma once

#include "searcher/render/json_values.h"
#include "searcher/result.h"

namespace dateline {

Json json_copies(const HitCopies& copies);
Json json_copy(const CopyShare& copy);
Json json_story(const StoryNote& story);
Json json_coverage(const Coverage& coverage);
Json json_said(const Said& said);

}  // namespace dateline
