// SPDX-License-Identifier: GPL-2.0-or-later
// A saved search's arguments -> what is asked, by way of the command line's own reading.
#pragma once

#include <string>
#include <vector>

#include "searcher/archives/named_folder.h"
#include "searcher/cli/options.h"
#include "searcher/following/following.h"
#include "searcher/query/tree.h"

namespace dateline {

struct AskedSearch {
    SearchRequest request;  ///< of articles with all words, unless --any is saved
    Node query;
    std::vector<NamedFolder> archives;
    bool has_limit = false;  ///< it says itself how many are shown; else all are
};

/// `display`: options typed beside. Throws Error as the command line does, and where they name
/// other archives than the search.
AskedSearch asked_search(const Follower& follower, const std::vector<std::string>& arguments,
                         const std::vector<std::string>& display);

/// The options with every --index as a whole path, since it is asked from anywhere.
std::vector<TypedOption> with_whole_paths(const Follower& follower,
                                          std::vector<TypedOption> options);

/// What of the search means other days tomorrow: a saved search then is a window, out of which what
/// comes in late falls. "" if nothing does.
std::string relative_dates(const Follower& follower, const std::vector<std::string>& arguments);

}  // namespace dateline
