// SPDX-License-Identifier: GPL-2.0-or-later
// Value slots: entries of the postlist table, after the metadata and before the document lengths.
#pragma once

#include <cstddef>
#include <span>

#include "indexer/writers/bulk/run.h"
#include "indexer/writers/bulk/table_builder.h"

namespace dateline::bulk {

/// Writes each slot's statistics, then the streams of values in chunks that end at `chunk_bytes`.
void write_values(TableBuilder& postlist, std::span<const Run> runs, std::size_t chunk_bytes,
                  std::size_t buffer_bytes);

}  // namespace dateline::bulk
