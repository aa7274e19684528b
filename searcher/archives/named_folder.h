// SPDX-License-Identifier: GPL-2.0-or-later
// An archive as it is asked for.
#pragma once

#include <string>

namespace dateline {

struct NamedFolder {
    std::string name;    ///< by which hits, filters and counts call it
    std::string folder;  ///< of the index

    bool operator==(const NamedFolder&) const = default;
};

}  // namespace dateline
