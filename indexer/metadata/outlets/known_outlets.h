// SPDX-License-Identifier: GPL-2.0-or-later
// The outlets that the program knows by itself: known_outlets.toml, which the build puts into it
// (known_outlets.cpp.in).
#pragma once

#include <string_view>

namespace dateline {

/// In the form that Outlets::extend reads.
std::string_view known_outlets();

}  // namespace dateline
