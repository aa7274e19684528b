// SPDX-License-Identifier: GPL-2.0-or-later
// Parameters of an address -> what is asked, by way of the command line: their names are those of
// its long options, and what it refuses or makes of them is the same here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "searcher/cli/options.h"
#include "searcher/web/parameters.h"
#include "searcher/web/site.h"

namespace dateline::web {

/// Hits of one page, at most.
inline constexpr std::uint32_t most_hits = 200;

struct Asked {
    Parameters typed;   ///< by the names of the table, without empty ones; `q` among them
    std::string query;  ///< of `q`
    SearchCommand command;
    std::vector<NamedFolder> archives;
    std::optional<Period> period;  ///< of the timeline
    std::string whole_list;        ///< the field of which all values are listed
    std::uint32_t hit = 0;         ///< of an article: which one of the list it is; 0: of none
};

/// Throws Error for a name that is none, and whatever the command line throws.
Asked read_asked(const Site& site, const Parameters& parameters, Asks asks);

/// The command line that saves what is typed under a name.
SearchCommand save_command(const Site& site, const std::string& name, const Parameters& typed);

/// The command that answers the same in a shell; those of one article, and of two.
std::string shell_command(const Site& site, const Parameters& typed);
std::string shell_show(const Site& site, const std::string& id, const Parameters& typed);
std::string shell_changes(const Site& site, const std::string& first, const std::string& second);

}  // namespace dateline::web
