// SPDX-License-Identifier: GPL-2.0-or-later
// Folders and files as they are typed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace dateline {

/// Absolute, without links as far as it is there, and without a slash at its end.
std::filesystem::path absolute_path(const std::string& typed);

/// Absolute, without links. Throws Error if it is not there, or neither a folder nor a file.
std::filesystem::path canonical_path(const std::string& typed);

/// The whole path of a file as typed; nothing if it is none.
std::optional<std::string> named_file(const std::string& typed);

}  // namespace dateline
