// SPDX-License-Identifier: GPL-2.0-or-later
// What --config-show prints: the places that count in a run, and who decided.
#pragma once

#include <optional>
#include <string>

namespace dateline {

/// As found, nothing of it opened but the two files.
struct IndexPlaces {
    std::string index;
    std::string index_from;  ///< "command line", "DATELINE_INDEX in the environment"
    std::string config;      ///< path of the searcher's configuration
    bool has_config = false;
    std::string outlets_path;            ///< of the user's outlets
    std::optional<std::string> outlets;  ///< their text; nothing if there is no such file
};

/// A line each, in the form of dateline-search --config-show. Outlets that cannot be read are said
/// to be wrong, with what is.
std::string config_text(const IndexPlaces& places);

}  // namespace dateline
