// SPDX-License-Identifier: GPL-2.0-or-later
// A summand of a score, as --explain shows it.
#pragma once

#include <string>

namespace dateline {

/// {"body: strike", 3.1}
struct ScorePart {
    std::string what;
    double points = 0;
};

}  // namespace dateline
