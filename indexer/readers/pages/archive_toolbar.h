// SPDX-License-Identifier: GPL-2.0-or-later
// What the Wayback Machine adds to the pages that it hands out: a toolbar with days and texts of
// its own, between two comments.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The page itself, or a copy in `storage` without the toolbar. Lines stay where they are.
std::string_view without_archive_toolbar(std::string_view html, std::string& storage);

}  // namespace dateline
