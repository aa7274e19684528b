// SPDX-License-Identifier: GPL-2.0-or-later
// A run: consecutive documents, inverted and sorted, ready to be merged with other runs into a
// database. Documents are numbered 1, 2, 3 … within the run, so that runs can be made at the same
// time; the merge knows how many documents came before.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writers/bulk/byte_log.h"
#include "indexer/writers/bulk/check_database.h"

namespace dateline::bulk {

/// The values of one slot.
struct SlotRun {
    std::uint32_t slot = 0;
    std::uint32_t count = 0;
    std::string lowest;
    std::string highest;
    Section values;  ///< per value: uint docid - previous docid - 1 (from 0), string value
};

/// Numbers are as put_number writes them, a string is its length and its bytes, a tag is twice its
/// length plus 1 if it is compressed, and its bytes.
struct Run {
    std::uint32_t documents = 0;
    std::uint32_t largest_wdf = 0;
    std::vector<std::uint32_t> lengths;  ///< sums of wdf, per document
    Section
        terms;  ///< per term in byte order: string term, uint documents, uint occurrences, postings
    Section term_lists;              ///< per document: tag
    Section used_slots;              ///< per document: string, empty without values
    Section data;                    ///< per document: string
    Section texts;                   ///< per document: string
    Section forms;                   ///< per pair in byte order: string stem, string form
    std::vector<SlotRun> slots;      ///< by increasing slot
    std::vector<Witness> witnesses;  ///< docids as within the run

    void spill(const std::shared_ptr<SpillFile>& file);
};

/// Appends a string.
void append_text(ByteLog& log, std::string_view text);
/// Appends a tag: the compressed one if there is one.
void append_tag(ByteLog& log, std::string_view plain, std::string_view compressed);

/// One posting of a term in a run.
struct RunPosting {
    std::uint32_t gap = 0;  ///< docid - previous docid - 1 (from 0)
    std::uint32_t wdf = 0;
    std::string_view positions;  ///< tag of the position table; empty without positions
};

inline RunPosting read_posting(SectionReader& reader) {
    RunPosting posting;
    posting.gap = reader.number();
    posting.wdf = reader.number();
    const std::uint32_t bytes = reader.number();
    if (bytes > 0) posting.positions = reader.bytes(bytes);
    return posting;
}

}  // namespace dateline::bulk
