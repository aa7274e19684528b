// SPDX-License-Identifier: GPL-2.0-or-later
// An archive as it is asked for.
#pragma once

#include <string>

namespace dateline {

inline constexpr unsigned usual_patience = 10;

struct NamedFolder {
    std::string name;                    ///< by which hits, filters and counts call it
    std::string folder;                  ///< of the index, or its address on another machine
    unsigned patience = usual_patience;  ///< seconds that one on another machine has to answer

    bool operator==(const NamedFolder&) const = default;
};

}  // namespace dateline
