// SPDX-License-Identifier: GPL-2.0-or-later
// The fast writer: takes documents that were inverted in memory and writes a new database in
// Xapian's own glass format, which stock Xapian opens, searches, checks, updates and compacts. For
// first runs and rebuilds; small updates go through the ordinary writer. The folder's files follow
// the format's parts (packing, table_builder, posting_lists, positions, term_lists,
// document_tables, values, synonyms, version_file); documents pass through segment -> run ->
// term_merge -> database.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/length_column.h"
#include "indexer/writers/bulk/database.h"
#include "indexer/writers/bulk/run.h"

namespace dateline {

/// Docids are 1, 2, 3 … in the order of the documents. What is written depends on the documents
/// only, apart from the database's UUID: not on memory, jobs or the division into runs.
class BulkLoader {
public:
    /// `folder` must not exist; commit() makes it. Its parent exists and takes the temporary file.
    BulkLoader(std::filesystem::path folder, const bulk::DatabaseOptions& options);

    /// Takes the documents of a run (bulk::Segment makes them), after all that were taken before.
    /// Runs are spilled to spill_file() when memory is short. An id that comes twice is found by
    /// commit().
    void append(bulk::Run run);
    /// Keeps a value of the index itself; an empty value removes it.
    void set_metadata(const std::string& key, const std::string& value);
    /// Writes the database; nothing more can be taken then. If it throws, the folder is gone again.
    void commit();

    /// How long the documents are that were taken.
    const LengthColumn& lengths() const { return lengths_; }
    /// For check_database(), after commit().
    const bulk::Expectation& expectation() const { return expectation_; }
    /// Made by the first call; may be used by several threads after that.
    std::shared_ptr<bulk::SpillFile> spill_file();

private:
    std::filesystem::path folder_;
    bulk::DatabaseOptions options_;
    std::vector<bulk::Run> runs_;
    std::map<std::string, std::string> metadata_;
    std::shared_ptr<bulk::SpillFile> spill_file_;
    bulk::Expectation expectation_;
    LengthColumn lengths_;
    bool committed_ = false;
};

}  // namespace dateline
