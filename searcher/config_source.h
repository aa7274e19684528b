// SPDX-License-Identifier: GPL-2.0-or-later
// The user's habits as both of the searcher's programs find them: the file, and the environment
// above it. A part of the mains, which alone look there.
#pragma once

#include "searcher/cli/config.h"
#include "searcher/following/seen_files.h"

namespace dateline {

/// Where saved searches are, and what they have told of.
FollowPlaces follow_places();

/// Reads the file; that it cannot be read is told by what uses it.
ConfigSource config_source();

}  // namespace dateline
