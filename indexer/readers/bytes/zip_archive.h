// SPDX-License-Identifier: GPL-2.0-or-later
// Files in a zip archive, read block by block. Nothing is written, and no name in it is used but to
// tell what is what.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "indexer/readers/bytes/unpacked_bytes.h"

namespace dateline {

class ZipArchive {
public:
    /// The bytes have to live as long. Throws Error if it is no zip archive, or a damaged one.
    explicit ZipArchive(const FileBytes& file);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    /// Names as UTF-8, in its order; folders end in a slash. At most 100,000.
    std::vector<std::string> names() const;
    /// How many files and folders are in it, those behind the names() among them.
    std::uint64_t count() const;
    /// The bytes of the file of that number; the archive has to live as long. Throws Error, the
    /// source too, for what cannot be read.
    BlockSource open(std::size_t number) const;
    /// The same as a file, which is quick where it is read from its beginning to its end. What has
    /// to go back unpacks it again.
    FileBytes file(std::size_t number) const;

private:
    struct Source;
    std::unique_ptr<Source> source_;
};

}  // namespace dateline
