// SPDX-License-Identifier: GPL-2.0-or-later
// What is said of files that are not read: what they are, and what one can do to have them read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace dateline {

/// How many files, by the end of their names ("jpg", "" for none).
using FilesByEnding = std::map<std::string, std::uint64_t>;

void count_file(std::string_view path, FilesByEnding& files);

std::uint64_t number_of_files(const FilesByEnding& files);

/// `3 .webarchive (Safari; save the page as HTML), 14 .jpg, 2 .png (pictures)`: those of one kind
/// together, most files first; of many kinds the last ones are counted only. "" if there are none.
std::string not_read_text(const FilesByEnding& files);

}  // namespace dateline
