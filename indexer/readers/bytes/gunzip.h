// SPDX-License-Identifier: GPL-2.0-or-later
// A compressed file of one article (page.html.gz) -> its bytes, within limits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

bool begins_gzip(std::string_view bytes);

/// Nothing if the bytes are damaged, or larger than 64 MB when unpacked; what is whole before
/// the damage is not given either.
std::optional<std::string> gunzip(std::string_view bytes);

}  // namespace dateline
