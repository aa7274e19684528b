// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-index --export: every article of an index as a line of JSON (article_line.h), in the
// order of the database, one at a time. From what the index keeps; no article's file is opened.
#pragma once

#include <atomic>
#include <cstdint>
#include <ostream>
#include <string>

namespace dateline {

/// Writes the file, packed as its ending says (packer.h), under its name when it is whole
/// (common/whole_file.h). It is begun anew if the index changes too much meanwhile. How many
/// articles it has. Throws Error if there is no index, it cannot be read, the file cannot be
/// written, or, with status 130, `stop` came true.
std::uint64_t export_to_file(const std::string& index, const std::string& path,
                             const std::atomic<bool>& stop);

/// The same to a stream, plain. Throws what the stream does, and Error if the index changes too
/// much meanwhile.
std::uint64_t export_to_stream(const std::string& index, std::ostream& out);

}  // namespace dateline
