// SPDX-License-Identifier: GPL-2.0-or-later
// Article -> the values of its slots that the table of fields asks for, and those of no field that
// follow from its fields alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"

namespace dateline {

struct SlotValue {
    std::uint32_t slot = 0;
    std::string value;

    bool operator==(const SlotValue&) const = default;
};

/// By increasing slot, no empty values.
std::vector<SlotValue> slot_values(const Article& article);

}  // namespace dateline
