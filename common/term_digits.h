// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers within terms.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

/// The lowest 6 * `count` bits of a number, six to a character, so that terms are short; sorts as
/// the number does.
std::string term_digits(std::uint64_t number, unsigned count);

}  // namespace dateline
