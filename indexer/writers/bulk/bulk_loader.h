// SPDX-License-Identifier: GPL-2.0-or-later
// The fast writer: inverts documents in memory and writes a new database in Xapian's own glass
// format, which stock Xapian opens, searches, checks, updates and compacts. For first runs and
// rebuilds; small updates go through the ordinary writer. The folder's files follow the format's
// parts (packing, table_builder, posting_lists, positions, term_lists, document_tables, values,
// synonyms, version_file); documents pass through segment -> run -> term_merge -> write_database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/writers/bulk/database.h"
#include "indexer/writers/bulk/segment.h"

namespace dateline {

struct BulkOptions {
    std::size_t memory_bytes = std::size_t{512} << 20;  ///< runs beyond it go to a temporary file
    bulk::SegmentOptions segment;
    bulk::DatabaseOptions database;
};

/// Docids are 1, 2, 3 … in the order of the documents. What is written depends on the documents
/// only, apart from the database's UUID: not on memory, jobs or the division into runs.
class BulkLoader {
public:
    /// `folder` must not exist; commit() makes it. Its parent exists and takes the temporary file.
    BulkLoader(std::filesystem::path folder, const BulkOptions& options);
    ~BulkLoader();
    BulkLoader(const BulkLoader&) = delete;
    BulkLoader& operator=(const BulkLoader&) = delete;

    /// Term numbers are of `vocabulary`. Throws Error if a term does not fit the format. An id that
    /// comes twice is found by commit().
    void put(const IndexedDocument& document, const Vocabulary& vocabulary);
    /// A form of a stem, both as terms; the same pair may be told again.
    void add_form(std::string_view stem, std::string_view form);
    /// The same for many pairs, by numbers of the vocabulary of the last document
    /// (DocumentBuilder::take_new_forms).
    void add_forms(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& forms);
    /// Keeps a value of the index itself; an empty value removes it.
    void set_metadata(const std::string& key, const std::string& value);
    /// Writes the database; nothing more can be put then. If it throws, the folder is gone again.
    void commit();

    /// True after a put() that closed a run: then the next documents may, and to save memory
    /// should, be of a new and empty vocabulary. At any other time a vocabulary that was used must
    /// live until commit() or until put() was called with another one.
    bool wants_new_vocabulary() const { return segment_.empty() && !runs_.empty(); }

    /// For workers with segments of their own: takes the documents of a run, after all that were
    /// taken before. Workers spill their runs to spill_file() when memory is short.
    void append(bulk::Run run);
    /// For check_database(), after commit().
    const bulk::Expectation& expectation() const { return expectation_; }
    /// Made by the first call; may be used by several threads after that.
    std::shared_ptr<bulk::SpillFile> spill_file();

private:
    void close_segment(bool spill);
    void take(bulk::Run run);
    bulk::Section sorted_forms() const;

    std::filesystem::path folder_;
    BulkOptions options_;
    bulk::Segment segment_;
    const Vocabulary* vocabulary_ = nullptr;  // of the segment's documents
    std::vector<bulk::Run> runs_;
    std::vector<std::pair<std::string, std::string>> forms_;
    std::map<std::string, std::string> metadata_;
    std::shared_ptr<bulk::SpillFile> spill_file_;
    bulk::Expectation expectation_;
    bool committed_ = false;
};

}  // namespace dateline
