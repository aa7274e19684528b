// SPDX-License-Identifier: GPL-2.0-or-later
// Documents for the tests of the bulk loader: made to hurt, from a fixed seed, and written by
// Xapian's own API for comparison.
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/document/document.h"
#include "indexer/writers/bulk/bulk_loader.h"
#include "tests/unit/temporary_folder.h"

namespace dateline {

/// Everything that a database is made from.
struct Sample {
    Vocabulary vocabulary;
    std::vector<IndexedDocument> documents;
    std::vector<std::pair<std::string, std::string>> forms;
    std::vector<std::pair<std::string, std::string>> metadata;

    /// Adds a posting to the last document.
    void post(std::string_view term, std::uint32_t wdf,
              const std::vector<std::uint32_t>& positions = {});
};

/// How many documents the random samples have; DATELINE_TEST_DOCUMENTS asks for more.
std::size_t sample_documents();

/// Random documents: long and empty ones, terms with zero bytes and of all lengths, long position
/// lists, values in odd slots, texts that compress well or not at all.
Sample random_sample(std::uint32_t seed, std::size_t documents);

/// The document as an application would hand it to Xapian.
Xapian::Document api_document(const IndexedDocument& document, const Vocabulary& vocabulary);

void write_by_api(const Sample& sample, const std::filesystem::path& folder);
/// Runs larger than `most_run_bytes` are spilled. Returns what the database must hold.
bulk::Expectation write_by_loader(const Sample& sample, const std::filesystem::path& folder,
                                  const bulk::DatabaseOptions& options,
                                  std::size_t most_run_bytes = SIZE_MAX);

/// No waiting for the disk.
bulk::DatabaseOptions quick_options();

/// What `xapian-check` says; empty if it finds nothing.
std::string check_output(const std::filesystem::path& folder);

std::string file_bytes(const std::filesystem::path& path);

}  // namespace dateline
