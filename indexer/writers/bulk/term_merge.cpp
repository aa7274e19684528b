// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/term_merge.h"

#include "indexer/writers/bulk/term_order.h"

namespace dateline::bulk {

TermMerge::TermMerge(std::span<const Run> runs, std::size_t buffer_bytes) {
    std::uint32_t before = 0;
    for (const Run& run : runs) {
        queue_next_term(sources_.emplace_back(run, before, buffer_bytes));
        before += run.documents;
    }
}

/// By term, then in the order of the documents.
bool TermMerge::comes_later(const Source* a, const Source* b) {
    if (a->prefix != b->prefix) return a->prefix > b->prefix;
    const int order = a->term.compare(b->term);
    return order != 0 ? order > 0 : a->documents_before > b->documents_before;
}

void TermMerge::queue_next_term(Source& source) {
    if (source.reader.at_end()) return;
    source.term = source.reader.string();
    source.prefix = sort_prefix(source.term);
    source.documents = source.reader.number();
    source.occurrences = source.reader.number();
    heap_.push_back(&source);
    std::push_heap(heap_.begin(), heap_.end(), comes_later);
}

bool TermMerge::next() {
    for (Source* source : group_) queue_next_term(*source);
    group_.clear();
    documents_ = 0;
    occurrences_ = 0;
    while (!heap_.empty() && (group_.empty() || heap_.front()->term == term())) {
        std::pop_heap(heap_.begin(), heap_.end(), comes_later);
        group_.push_back(heap_.back());
        heap_.pop_back();
        documents_ += group_.back()->documents;
        occurrences_ += group_.back()->occurrences;
    }
    return !group_.empty();
}

}  // namespace dateline::bulk
