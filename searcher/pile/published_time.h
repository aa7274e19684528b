// SPDX-License-Identifier: GPL-2.0-or-later
// When an article was published, as far as it says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// Seconds since 1970 of "2026-02-27T16:42:00+04:00"; without a zone as if in Greenwich.
std::optional<std::int64_t> seconds_of(std::string_view instant);

}  // namespace dateline
