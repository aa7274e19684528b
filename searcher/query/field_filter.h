// SPDX-License-Identifier: GPL-2.0-or-later
// A filter of a field as it is typed: --outlet npr --outlet bbc.
#pragma once

#include <string>
#include <vector>

namespace dateline {

/// The field and its values, ORed.
struct FieldFilter {
    std::string field;
    std::vector<std::string> values;

    bool operator==(const FieldFilter&) const = default;
};

}  // namespace dateline
