// SPDX-License-Identifier: GPL-2.0-or-later
// Parameters of an address -> what is asked, by way of the command line: their names are those of
// its long options, and what it refuses or makes of them is the same here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "searcher/cli/options.h"
#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

/// What an address may ask of a route.
enum class Asks { search, article, files };

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

/// Only what is typed, without an error for what it means: to be shown again.
Parameters known_parameters(const Parameters& parameters);

/// Throws Error for a name that is none, and whatever the command line throws.
Asked read_asked(const Site& site, const Parameters& parameters, Asks asks);

/// The command that answers the same in a shell; and the one that shows one article.
std::string shell_command(const Site& site, const Parameters& typed);
std::string shell_show(const Site& site, const std::string& id, const Parameters& typed);

/// The parameters but those of that name, and with a value for it at its place or the end. The
/// place in a list goes, too: another list begins at its first page.
Parameters without(Parameters parameters, std::string_view name);
Parameters with(Parameters parameters, std::string_view name, std::string value);
/// With more of a query, which all that is found must have.
Parameters with_words(const Parameters& parameters, const std::string& words);
/// But the one at that place.
Parameters without_one(Parameters parameters, std::size_t place);

/// The value; "" if there is none.
std::string value_of(const Parameters& parameters, std::string_view name);

}  // namespace dateline::web
