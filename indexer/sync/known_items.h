// SPDX-License-Identifier: GPL-2.0-or-later
// The items that the index has of a container, read from the database.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "indexer/document/container.h"

namespace dateline {

/// The items of a container. Throws Error if they are not as they were written.
KnownItems items_of(const Xapian::Database& database, std::uint32_t root, const std::string& path);

}  // namespace dateline
