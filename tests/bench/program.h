// SPDX-License-Identifier: GPL-2.0-or-later
// The command line that the benchmark programs share:
//     PROGRAM index ARTICLES_DIR INDEX
//     PROGRAM update ARTICLES_DIR INDEX
//     PROGRAM search INDEX SET_FILE KIND [passages]
// bench_dateline takes several indexes, with commas between them.
#pragma once

#include <string>

#include "tests/bench/measure.h"

namespace dateline::bench {

/// How many hits a query shows.
inline constexpr unsigned page = 10;
/// How long a passage is, about.
inline constexpr unsigned passage_bytes = 240;

struct Program {
    /// Makes the index anew; null if that is not this program's part.
    void (*index)(const std::string& articles, const std::string& index) = nullptr;
    /// Adds new and changed files, takes out those that are gone.
    void (*update)(const std::string& articles, const std::string& index) = nullptr;
    /// Opens an index and gives what answers a query of that kind from it.
    Ask (*open)(const std::string& index, QueryKind kind, bool passages) = nullptr;
};

/// Does what the arguments say; 0 if all went well, else 2 and a line on stderr.
int run(const Program& program, int argc, char** argv);

}  // namespace dateline::bench
