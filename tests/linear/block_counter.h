// SPDX-License-Identifier: GPL-2.0-or-later
// What a piece of work costs, in something that is the same on each machine and in each run: how
// many blocks of instructions it executes, those of all libraries included, as valgrind counts
// them.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

namespace dateline {

class BlockCounter {
public:
    /// `log` is what valgrind was told as its --log-file. Throws Error outside of valgrind.
    explicit BlockCounter(const std::string& log);

    /// The blocks executed so far by the whole program.
    std::uint64_t now();

private:
    std::ifstream log_;
};

}  // namespace dateline
