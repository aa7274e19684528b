// SPDX-License-Identifier: GPL-2.0-or-later
// What all pages of a run know: what was typed at its start, and what its main() looked up.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/calendar.h"
#include "searcher/cli/config.h"
#include "searcher/following/seen_files.h"
#include "searcher/web/guard.h"

namespace dateline::web {

struct Site {
    std::vector<std::string> arguments;  ///< --index and the like, for each search
    ConfigSource config;
    Secrets secrets;
    std::string usual_index;     ///< where neither the arguments nor the configuration name one
    std::string folder;          ///< below which an --index among the arguments may be
    std::function<Day()> today;  ///< a server lives longer than a day
    FollowPlaces places;         ///< of saved searches
    std::function<std::int64_t()> now;  ///< seconds since 1970
};

}  // namespace dateline::web
