// SPDX-License-Identifier: GPL-2.0-or-later
// What the tables keep per document: data, term lists with the used value slots, lengths, texts.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "indexer/writers/bulk/posting_lists.h"
#include "indexer/writers/bulk/run.h"
#include "indexer/writers/bulk/table_builder.h"

namespace dateline::bulk {

/// The key of user metadata under which a document's text is kept; increases with the docid.
using TextKey = std::string (*)(std::uint32_t docid);

// Runs are in the order of their documents; `buffer_bytes` is for each that was spilled.

void write_data(TableBuilder& docdata, std::span<const Run> runs, std::size_t buffer_bytes);
void write_term_lists(TableBuilder& termlist, std::span<const Run> runs, std::size_t buffer_bytes);

/// The first entries of the postlist table: values of the index itself, and the documents' texts.
/// Throws Error if a key is too long, std::logic_error if one comes twice.
void write_metadata(TableBuilder& postlist, const std::map<std::string, std::string>& metadata,
                    std::span<const Run> runs, TextKey text_key, std::size_t buffer_bytes);

/// After the values, before the terms.
void write_lengths(PostingListWriter& postings, std::span<const Run> runs);

}  // namespace dateline::bulk
