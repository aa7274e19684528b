// SPDX-License-Identifier: GPL-2.0-or-later
// What of a command touches the world: environment, clock and standard streams; and run_main, which
// turns what happens into messages and an exit status.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/calendar.h"

namespace dateline {

/// A variable of the environment; nothing if unset or empty.
std::optional<std::string> environment(const char* name);

/// Today by this machine's clock and time zone.
Day current_day();

/// When a day begins by this machine's time zone, in seconds since 1970.
std::int64_t midnight_of(const Day& day);

/// Where the index is: `typed` unless "", else $DATELINE_INDEX, else `configured` unless "" (see
/// common/config_file.h), else $XDG_DATA_HOME/dateline, else ~/.local/share/dateline. Throws Error
/// if there is no home either.
std::string index_folder(std::string_view typed, std::string_view configured = "");

/// Where the user's settings of that name are: $XDG_CONFIG_HOME/dateline/NAME, else
/// ~/.config/dateline/NAME; "" if there is no home either.
std::string config_file(std::string_view name);

/// Where what is remembered beside the index is kept, which making that anew does not remove:
/// $XDG_STATE_HOME/dateline/NAME, else ~/.local/state/dateline/NAME; "" if there is no home either.
std::string state_file(std::string_view name);

/// Runs `run` with the arguments after the program's name and returns the exit status: what it
/// returns; that of an Error, whose message and hint go to stderr; 2 for any other exception and
/// when stdout cannot be written; 141 in silence when its reader is gone.
int run_main(std::string_view program, int argc, const char* const* argv,
             const std::function<int(std::span<const std::string_view>)>& run);

}  // namespace dateline
