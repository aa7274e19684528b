// SPDX-License-Identifier: GPL-2.0-or-later
// Lines of files that are too large to hold, plain or compressed: JSON Lines archives. Bytes come
// from a callback, so that this knows no file system; memory is one line and two blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "indexer/readers/bytes/unpacked_bytes.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// Gets each line without its end, and its number from 1; false stops the stream. The line is as in
/// the file, in no particular encoding but never UTF-16 (unpacked_text.h), and lives until the
/// callback returns.
using LineSink = std::function<bool(std::string_view line, std::uint32_t number)>;

/// Lines longer than this are passed over and reported.
inline constexpr std::size_t longest_line = 32 * 1024 * 1024;

/// Reads to the end; gzip (also several members in a row) and zstd are told by their first bytes.
/// What is wrong comes back as problems; damage to the compression is fatal for what follows it.
std::vector<Problem> for_each_line(const BlockSource& source, const LineSink& sink,
                                   std::size_t most_line_bytes = longest_line,
                                   char line_end = '\n');

/// The character that ends the first line, unpacked: "\r" if no "\n" follows it, else "\n".
char line_end_of(const BlockSource& source);

}  // namespace dateline
