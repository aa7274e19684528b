// SPDX-License-Identifier: GPL-2.0-or-later
// `iamglass`, the file that makes a folder a database: format version, where each table's tree
// begins, and the statistics of the collection.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/writers/bulk/table_builder.h"

namespace dateline::bulk {

inline constexpr std::string_view version_file_name = "iamglass";

/// Magic word and format version: how every version file begins that the loader can write.
inline constexpr std::string_view known_format{"\x0f\x0dXapian Glass\x04\x6e", 16};

using Uuid = std::array<char, 16>;

/// Tells this database from all others (a random UUID, version 4).
Uuid random_uuid();

struct Statistics {
    std::uint32_t documents = 0;  ///< their docids are 1 .. documents
    std::uint64_t total_length = 0;
    std::uint32_t shortest = 0;  ///< the least document length that is not 0; 0 if there is none
    std::uint32_t longest = 0;
    std::uint32_t largest_wdf = 0;
};

struct TableRoots {
    TableRoot postlist, docdata, termlist, position, spelling, synonym;
};

std::string encode_version_file(const Uuid& uuid, const TableRoots& roots,
                                const Statistics& counts);

/// Writes it under another name and renames it, so that a half-written database is none. Durable
/// when it returns, if `durable`.
void write_version_file(const std::filesystem::path& folder, std::string_view bytes, bool durable);

}  // namespace dateline::bulk
