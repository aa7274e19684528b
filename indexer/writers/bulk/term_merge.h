// SPDX-License-Identifier: GPL-2.0-or-later
// All runs' terms as one sequence: each term once, with the postings of all runs in the order of
// the documents. What comes out does not depend on how the documents were divided into runs.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writers/bulk/run.h"

namespace dateline::bulk {

class TermMerge {
public:
    /// The runs, in the order of their documents, must outlive it. `buffer_bytes` is for each run
    /// that was spilled.
    TermMerge(std::span<const Run> runs, std::size_t buffer_bytes);

    /// Goes to the next term, the first at first; false at the end.
    bool next();

    // Of the present term. The views live until next().
    std::string_view term() const { return group_.front()->term; }
    std::uint32_t documents() const { return documents_; }
    std::uint64_t occurrences() const { return occurrences_; }

    /// Calls `use(docid, wdf, positions)` for each posting, `positions` being the position table's
    /// tag or empty. To be called exactly once for each term.
    template <typename Use>
    void for_each_posting(Use use) {
        for (Source* source : group_) {
            std::uint32_t docid = source->documents_before;
            for (std::uint32_t left = source->documents; left > 0; --left) {
                const RunPosting posting = read_posting(source->reader);
                docid += posting.gap + 1;
                use(docid, posting.wdf, posting.positions);
            }
        }
    }

private:
    struct Source {
        Source(const Run& run, std::uint32_t before, std::size_t buffer_bytes)
            : reader(run.terms, buffer_bytes), documents_before(before) {}

        SectionReader reader;
        std::uint32_t documents_before;
        std::uint64_t prefix = 0;
        std::string term;
        std::uint32_t documents = 0;
        std::uint32_t occurrences = 0;
    };
    static bool comes_later(const Source* a, const Source* b);
    void queue_next_term(Source& source);

    std::deque<Source> sources_;
    std::vector<Source*> heap_;   // the runs that have a term after the present one
    std::vector<Source*> group_;  // the runs that have the present term
    std::uint32_t documents_ = 0;
    std::uint64_t occurrences_ = 0;
};

}  // namespace dateline::bulk
