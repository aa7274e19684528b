// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/config_source.h"

#include "common/error.h"
#include "common/input_file.h"
#include "common/run_main.h"

namespace dateline {

FollowPlaces follow_places() {
    return {config_file("searches.toml"), state_file("seen")};
}

ConfigSource config_source() {
    ConfigSource source;
    source.file.path = config_file("config");
    source.file.home = environment("HOME").value_or("");
    try {
        source.file.text = read_if_there(source.file.path).value_or("");
    } catch (const Error& error) {
        source.unreadable = error.what();
    }
    const auto decide = [&](const char* option, const char* variable, const std::string& value) {
        source.environment[option] = variable;
        source.values[option] = value;
    };
    if (const auto index = environment("DATELINE_INDEX")) decide("index", "DATELINE_INDEX", *index);
    if (const auto force = environment("CLICOLOR_FORCE"); force && *force != "0")
        decide("color", "CLICOLOR_FORCE", "always");
    if (const auto colors = environment("DATELINE_COLORS"))
        decide("colors", "DATELINE_COLORS", *colors);
    if (environment("NO_COLOR")) decide("color", "NO_COLOR", "never");
    return source;
}

}  // namespace dateline
