// SPDX-License-Identifier: GPL-2.0-or-later
// Does the installed Xapian write the format that the bulk loader knows?
#pragma once

#include <filesystem>

namespace dateline {

/// True if the installed Xapian writes the format that the bulk loader knows: makes a tiny database
/// by the API and by the loader, in a folder `probe-XXXXXX` of `parent` that is gone at the end,
/// and compares. Some milliseconds. Throws Error if it cannot write there.
bool library_writes_known_format(const std::filesystem::path& parent);

}  // namespace dateline
