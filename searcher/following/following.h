// SPDX-License-Identifier: GPL-2.0-or-later
// What is done with saved searches. What is told is remembered only when it has been printed: the
// caller prints it, and then says so. In between, no other process tells anything.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "searcher/cli/options.h"
#include "searcher/following/seen_files.h"
#include "searcher/result.h"

namespace dateline {

/// What the searches of one run have in common.
struct Follower {
    FollowPlaces places;
    ConfigSource config;
    std::function<std::string()> usual_index;  ///< of searches for which nothing else names one
    std::string folder;                        ///< below which an --index may be
    std::vector<std::string> display;          ///< options beside those of every search
    Day today{};
    std::int64_t now = 0;                       ///< seconds since 1970
    std::function<std::int64_t(Day)> midnight;  ///< with which a day begins here, as `now`
    std::chrono::seconds longest_wait{30};      ///< for another run
    std::function<void(const std::string& who)> on_wait;  ///< another run tells something
};

/// What became of `--save`.
struct SaveReport {
    SavedSearch search;
    std::string read_as;         ///< how the words were read
    std::uint64_t articles = 0;  ///< that match now
    std::vector<std::string> notes;
};

/// `command` is the search as read_search_command() read it. Throws Error if there is one of the
/// name, and as a search does.
SaveReport save_search(const Follower& follower, const SearchCommand& command);

/// A saved search that could not be asked.
struct FollowFailure {
    std::string name;
    std::string message;
    std::string hint;
};

/// What is new (or was, or is fed) of the searches named, with a part for each; it is to be
/// printed, and then remembered.
struct Told {
    SearchResult result;
    std::vector<FollowFailure> failures;  ///< the others are told all the same
    /// What to remember of each search: nothing that is not in the result. With `marks` only.
    std::vector<std::pair<std::string, Seen>> seen;
    std::optional<FileLock> lock;  ///< until it is remembered
};

/// For FollowAction::news, again and feed. Throws Error if there is no search of a name.
Told tell(const Follower& follower, const Following& following);

/// Remembers what was told.
void remember(const Follower& follower, const Told& told);

/// Marks all as seen that match; how many were new.
std::uint64_t catch_up(const Follower& follower, const Following& following);

/// Marks those as seen that were shown, of those that are new still; by Arrival::mark. How many.
std::uint64_t mark_seen(const Follower& follower, const std::string& name,
                        const std::set<std::string>& marks);

void forget(const Follower& follower, const std::string& name);

/// A saved search as it stands.
struct SavedState {
    std::string name;
    std::vector<std::string> arguments;
    std::uint64_t fresh = 0;
    std::uint64_t matches = 0;
    std::string wrong;  ///< why it cannot be asked; "" if it was
    std::string mend;   ///< what to do about it
};

/// All of them, in the order of their file. Nothing is marked.
std::vector<SavedState> saved_states(const Follower& follower, const Following& following);

}  // namespace dateline
