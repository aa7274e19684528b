// SPDX-License-Identifier: GPL-2.0-or-later
// How well the articles of the same event are told from others, by three sets of labelled ones
// among 8,000 that are not.
#pragma once

#include "tests/pile/gold.h"

namespace dateline {

/// Of each set precision and recall of the stories of its articles, over its articles, and B-cubed
/// F of its articles put together by their scores.
Figures event_figures(const std::filesystem::path& data);

}  // namespace dateline
