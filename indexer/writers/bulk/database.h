// SPDX-License-Identifier: GPL-2.0-or-later
// Runs -> a database: merges the runs into the tables of a new folder and completes it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/writers/bulk/document_tables.h"
#include "indexer/writers/bulk/run.h"

namespace dateline::bulk {

struct DatabaseOptions {
    std::uint32_t block_bytes = 8192;
    std::size_t posting_chunk_bytes = 2000;  ///< also of values
    std::size_t length_chunk_bytes = 600;  ///< scoring scans half a chunk for each length it needs
    std::size_t read_buffer_bytes = std::size_t{64} << 10;  ///< per run that was spilled, and table
    unsigned jobs = 1;    ///< threads; what is written does not depend on it
    bool durable = true;  ///< wait for the disk
};

struct DatabaseContent {
    std::vector<Run> runs;                        ///< in the order of their documents
    std::map<std::string, std::string> metadata;  ///< without empty values
    TextKey text_key = nullptr;                   ///< needed if there are texts
};

/// Several documents have the same id.
class DuplicateIds : public Error {
public:
    explicit DuplicateIds(std::vector<std::string> ids);

    const std::vector<std::string>& ids() const { return ids_; }

private:
    std::vector<std::string> ids_;
};

/// Writes all tables into the folder, which exists and is empty, and last the file that makes it a
/// database. Throws Error if the disk is full, and DuplicateIds.
void write_database(const std::filesystem::path& folder, const DatabaseContent& content,
                    const DatabaseOptions& options);

}  // namespace dateline::bulk
