// SPDX-License-Identifier: GPL-2.0-or-later
// The synonym table: a stem's forms.
#pragma once

#include <cstddef>
#include <span>

#include "indexer/writers/bulk/byte_log.h"
#include "indexer/writers/bulk/table_builder.h"

namespace dateline::bulk {

/// Each section holds pairs (string stem, string form) in the order of their bytes; equal pairs of
/// several sections are written once.
void write_synonyms(TableBuilder& synonym, std::span<const Section* const> sections,
                    std::size_t buffer_bytes);

}  // namespace dateline::bulk
