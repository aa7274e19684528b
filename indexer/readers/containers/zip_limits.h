// SPDX-License-Identifier: GPL-2.0-or-later
// What zip archives of exports may cost: nothing in one is unpacked beyond what the whole may, and
// what cannot be unpacked is told apart from the errors of whoever takes what is in it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/readers/bytes/zip_archive.h"

namespace dateline {

/// All that an archive may unpack to is so many times its size; texts reach a tenth of that.
inline constexpr std::uint64_t most_zip_ratio = 200;

/// Thrown where it is more.
struct TooMuch {};

/// Thrown for what cannot be unpacked.
struct Damaged {
    std::string message;
};

/// Throws Damaged. The bytes have to live as long.
std::unique_ptr<ZipArchive> open_zip(const FileBytes& file);

class ZipLimits {
public:
    explicit ZipLimits(std::uint64_t archive_bytes);

    /// The same file, whose reading throws Damaged and TooMuch. This has to live as long.
    FileBytes bounded(const FileBytes& file);

private:
    std::uint64_t left_;  // bytes that may be unpacked
};

/// All of a file; none if it is larger.
std::optional<std::string> load(const FileBytes& file, std::uint64_t most);

}  // namespace dateline
