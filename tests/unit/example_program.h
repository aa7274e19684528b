// SPDX-License-Identifier: GPL-2.0-or-later
// A program with an option of each kind.
#pragma once

#include <string_view>

#include "common/command_line.h"

namespace dateline {

inline constexpr std::string_view shown = "Group";

inline Program example(DashWords dash_words) {
    return {
        .name = "example",
        .summary = "do nothing",
        .synopsis = {"[OPTIONS] WORDS..."},
        .description = {"Does nothing, and says so."},
        .options =
            {{.name = "limit", .letter = 'n', .value = "N", .group = shown, .help = "so many"},
             {.name = "files", .letter = 'l', .group = shown, .help = "names only"},
             {.name = "null", .letter = '0', .group = shown, .help = "zero bytes"},
             {.name = "outlet", .alias = "source", .value = "NAME", .group = shown, .help = "who"},
             {.name = "color", .value = "auto|always|never", .group = shown, .help = "colour"},
             {.name = "timeline",
              .value = "day|week",
              .optional_value = true,
              .group = shown,
              .help = "bars"},
             {.name = "context", .value = "sentence|BYTES", .group = shown, .help = "room"},
             {.name = "secret", .value = "X"}},
        .dash_words = dash_words,
        .examples = {{"-n5 word", "It's an example:"}},
        .see_also = {"other-page(7)"},
    };
}

}  // namespace dateline
