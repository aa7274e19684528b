// SPDX-License-Identifier: GPL-2.0-or-later
// The inverter: takes documents one after the other and turns them into a run. Postings are
// appended to one log, already coded; each term's place in the sorted whole is known only at the
// end, when the log is dealt out once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/document/document.h"
#include "indexer/writers/bulk/byte_log.h"
#include "indexer/writers/bulk/run.h"
#include "indexer/writers/bulk/term_list_deflater.h"
#include "indexer/writers/bulk/term_lists.h"
#include "indexer/writers/bulk/term_order.h"

namespace dateline::bulk {

/// About what a term costs in the vocabulary, in the tables beside it, and while it is sorted.
inline constexpr std::size_t bytes_per_term = 200;

/// The most that a segment may hold: its counters have 32 bits.
inline constexpr std::size_t most_segment_bytes = std::size_t{4} << 30;

/// One per worker, not thread-safe. Between two calls of finish() all documents are of one
/// vocabulary.
class Segment {
public:
    /// Throws Error if a term is empty or too long for the format (fields.h: make_term cuts them).
    void add(const IndexedDocument& document, const Vocabulary& vocabulary);
    /// A form of a stem, both as numbers of the vocabulary. The same pair may be told again.
    void add_form(std::uint32_t stem, std::uint32_t form) { forms_.push_back({stem, form}); }

    std::uint32_t documents() const { return static_cast<std::uint32_t>(lengths_.size()); }
    /// About how much memory finish() will need, with what is held now.
    std::size_t memory_bytes() const;

    /// The documents since the last call, inverted. The segment is empty again.
    Run finish(const Vocabulary& vocabulary);

private:
    struct TermState {
        std::uint32_t last_document = 0;
        std::uint32_t documents = 0;
        std::uint32_t occurrences = 0;  // wraps, as in Xapian
        std::uint32_t posting_bytes = 0;
    };
    struct SlotState {
        std::uint32_t last_document = 0;
        std::uint32_t count = 0;
        std::string lowest;
        std::string highest;
        ByteLog values;
    };

    /// Where a term's next posting goes.
    struct Place {
        char* postings = nullptr;
        std::uint32_t rank = 0;
    };
    struct LoggedPosting {
        std::uint32_t term = 0;
        std::uint32_t wdf = 0;
        std::string_view bytes;  // as in Run::terms
    };

    void see_terms(const std::vector<Posting>& postings, const Vocabulary& vocabulary);
    void prefetch_term(const std::vector<Posting>& postings, std::size_t i) const;
    void add_postings(const IndexedDocument& document, const Vocabulary& vocabulary);
    void add_values(const std::vector<SlotValue>& values);
    void remember(const IndexedDocument& document);

    std::vector<std::uint32_t> all_terms() const;
    ByteLog lay_out_terms(const TermOrder& order);
    ByteLog deal_out_postings(const TermOrder& order);
    static const char* find_postings(const char* from, std::uint32_t count,
                                     std::vector<LoggedPosting>& postings);
    void deal_out(const std::vector<LoggedPosting>& postings, std::vector<RankedWdf>& entries);
    Section finish_forms(const TermOrder& order) const;
    std::vector<SlotRun> finish_slots();
    void clear();

    TermListDeflater list_deflater_;
    std::vector<TermState> terms_;     // by number in the vocabulary
    std::vector<std::uint32_t> seen_;  // numbers of terms that have documents
    std::vector<Place> places_;        // by number; only while finishing
    ByteLog log_;  // per document and posting: term number (4 bytes), then as in Run::terms
    std::vector<std::uint32_t> posting_counts_;  // per document
    std::vector<std::uint32_t> lengths_;
    std::uint32_t largest_wdf_ = 0;
    ByteLog used_slots_;
    ByteLog data_;
    ByteLog texts_;
    std::unordered_map<std::uint32_t, SlotState> slots_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> forms_;
    std::vector<Witness> witnesses_;
};

}  // namespace dateline::bulk
