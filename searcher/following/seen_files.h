// SPDX-License-Identifier: GPL-2.0-or-later
// Saved searches and what they have told of, as files: whole or as they were, for their user alone,
// and of one process at a time.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/file_lock.h"
#include "searcher/following/saved_searches.h"
#include "searcher/following/seen.h"

namespace dateline {

/// Where they are. Throws Error when used if "", since no home is known.
struct FollowPlaces {
    std::string searches;  ///< the file of saved searches
    std::string seen;      ///< the folder of what they have told of: a file a search
};

/// None if there is no file. Throws Error if it cannot be read.
std::vector<SavedSearch> load_searches(const FollowPlaces& places);

/// The bytes of the file; "" if there is none.
std::string searches_text(const FollowPlaces& places);

void store_searches(const FollowPlaces& places, const std::string& text);

/// Held while something is told and remembered. Another run that holds it is told to `on_wait`, and
/// waited for, so long at most: then Error with status_busy.
FileLock lock_seen(const FollowPlaces& places, std::chrono::seconds longest,
                   const std::function<void(const std::string& who)>& on_wait);

/// Nothing if there is no file. Throws Error, with the file and what to do, if it is damaged.
std::optional<Seen> load_seen(const FollowPlaces& places, const std::string& name);

void store_seen(const FollowPlaces& places, const std::string& name, const Seen& seen);

/// Nothing is remembered of that search.
void remove_seen(const FollowPlaces& places, const std::string& name);

}  // namespace dateline
