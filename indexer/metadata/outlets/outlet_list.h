// SPDX-License-Identifier: GPL-2.0-or-later
// The outlets that the program knows by itself; a user's outlets.toml adds to them.
#pragma once

#include <span>
#include <string_view>

namespace dateline {

struct ListedOutlet {
    std::string_view name;          ///< as shown: "The Verge"
    std::string_view hosts;         ///< without www., split by blanks; "" if it has none
    std::string_view aliases = "";  ///< other names, split by '|'
    bool agency = false;            ///< a wire service: others print its articles
};

std::span<const ListedOutlet> listed_outlets();

}  // namespace dateline
