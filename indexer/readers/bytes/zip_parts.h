// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of a file that is a zip archive of its own: office documents, e-books, pages that
// unpack themselves. Parts are looked up by name and unpacked into memory, within limits; a name is
// never a path.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/bytes/zip_archive.h"

namespace dateline {

class ZipParts {
public:
    /// `bytes` must live as long as this. Bytes that are no archive have no parts: `problem()` says
    /// it.
    explicit ZipParts(std::string_view bytes);
    ZipParts(const ZipParts&) = delete;
    ZipParts& operator=(const ZipParts&) = delete;

    /// What is wrong with the archive or with the part that was read last, fit for a Problem; "" if
    /// nothing is.
    const std::string& problem() const { return problem_; }

    bool has(const std::string& name) const { return numbers_.contains(name); }

    /// The part's bytes; "" if there is none of that name, or if it cannot be unpacked, is
    /// encrypted, or goes beyond the limits on sizes and on how far it expands.
    std::string read(const std::string& name);

private:
    FileBytes file_;
    std::optional<ZipArchive> archive_;
    std::map<std::string, std::size_t> numbers_;
    std::string problem_;
    std::size_t unpacked_bytes_ = 0;  // of all parts read
};

}  // namespace dateline
