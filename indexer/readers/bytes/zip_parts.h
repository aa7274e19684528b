// SPDX-License-Identifier: GPL-2.0-or-later
// The entries of a ZIP archive that lies in memory: what office documents, e-books and some saved
// pages are made of. Entries are looked up by name and unpacked into memory; a name is never a
// path.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace dateline {

class ZipParts {
public:
    /// `bytes` must live as long as this. Bytes that are no archive, and archives of too many
    /// entries, have none: `problem()` says it.
    explicit ZipParts(std::string_view bytes);

    /// What is wrong with the archive or with the entry that was read last, fit for a Problem; ""
    /// if nothing is.
    const std::string& problem() const { return problem_; }

    bool has(const std::string& name) const;

    /// The entry's bytes; "" if there is none of that name, or if it cannot be unpacked, is
    /// encrypted, or goes beyond the limits on sizes and on how far it expands.
    std::string read(const std::string& name);

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> archive_;
    std::string problem_;
    std::size_t unpacked_bytes_ = 0;  // of all entries read
};

}  // namespace dateline
