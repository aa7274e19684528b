// SPDX-License-Identifier: GPL-2.0-or-later
// Several values in one value slot, as those of an article with several authors: they are counted
// where nothing else of the article is read.
#pragma once

#include <string>
#include <string_view>

#include "common/fields.h"

namespace dateline {

std::string pack_values(const Values& values);

/// The inverse, but that a control character within a value may have become a blank.
Values unpack_values(std::string_view packed);

}  // namespace dateline
