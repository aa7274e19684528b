// SPDX-License-Identifier: GPL-2.0-or-later
// A segment becomes a run: terms sorted, the log dealt out to them, term lists, forms and values.
#include <algorithm>
#include <cstring>
#include <utility>

#include "indexer/writers/bulk/packing.h"
#include "indexer/writers/bulk/segment.h"

namespace dateline::bulk {

Run Segment::finish(const Vocabulary& vocabulary) {
    terms_.resize(vocabulary.size());
    places_.resize(vocabulary.size());
    const TermOrder order(vocabulary, all_terms());
    Run run;
    run.documents = documents();
    run.largest_wdf = largest_wdf_;
    ByteLog terms = lay_out_terms(order);
    run.term_lists = Section(deal_out_postings(order));
    run.terms = Section(std::move(terms));
    run.lengths = std::move(lengths_);
    run.used_slots = Section(std::move(used_slots_));
    run.data = Section(std::move(data_));
    run.texts = Section(std::move(texts_));
    run.forms = finish_forms(order);
    run.slots = finish_slots();
    run.witnesses = std::move(witnesses_);
    clear();
    return run;
}

/// The numbers of all terms that have documents or are a form of a stem, or its stem.
std::vector<std::uint32_t> Segment::all_terms() const {
    std::vector<std::uint32_t> numbers;
    for (const auto& [stem, form] : forms_) {
        if (terms_[stem].documents == 0) numbers.push_back(stem);
        if (terms_[form].documents == 0) numbers.push_back(form);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    numbers.insert(numbers.end(), seen_.begin(), seen_.end());
    return numbers;
}

/// Only what was used: a small run must not cost what the whole vocabulary would.
void Segment::clear() {
    for (const std::uint32_t number : seen_) terms_[number] = {};
    seen_.clear();
    log_.clear();
    posting_counts_.clear();
    lengths_.clear();
    largest_wdf_ = 0;
    used_slots_ = ByteLog();
    data_ = ByteLog();
    texts_ = ByteLog();
    slots_.clear();
    forms_.clear();
    witnesses_.clear();
}

/// Writes each term's head and leaves room for its postings, at its place.
ByteLog Segment::lay_out_terms(const TermOrder& order) {
    std::size_t most = 0;
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        const TermState& state = terms_[order.number(rank)];
        most += 3 * max_uint32_bytes + order.term(rank).size() + state.posting_bytes;
    }
    ByteLog terms;
    char* to = terms.room(most);
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        const TermState& state = terms_[order.number(rank)];
        if (state.documents > 0) {
            to = put_bytes(put_number(to, order.term(rank).size()), order.term(rank));
            to = put_number(put_number(to, state.documents), state.occurrences);
        }
        places_[order.number(rank)] = {to, rank};
        to += state.posting_bytes;
    }
    terms.wrote(to);
    return terms;
}

/// Returns the documents' term lists.
ByteLog Segment::deal_out_postings(const TermOrder& order) {
    ByteLog lists;
    TermListEncoder encoder(order);
    RankSorter sorter;
    std::vector<LoggedPosting> postings;
    std::vector<RankedWdf> entries;
    auto chunk = log_.chunks().begin();
    const char* from = nullptr;
    const char* end = nullptr;
    for (std::size_t i = 0; i < lengths_.size(); ++i) {
        while (from == end && posting_counts_[i] > 0) {
            from = chunk->bytes.get();
            end = from + chunk->used;
            ++chunk;
        }
        from = find_postings(from, posting_counts_[i], postings);
        deal_out(postings, entries);
        sorter.sort(entries, order.size());
        const std::string_view list = encoder.encode(entries, lengths_[i]);
        append_tag(lists, list, list_deflater_.deflate(list));
    }
    return lists;
}

/// Finds a document's postings in the log; returns where the next document begins.
const char* Segment::find_postings(const char* from, std::uint32_t count,
                                   std::vector<LoggedPosting>& postings) {
    postings.resize(count);
    for (LoggedPosting& posting : postings) {
        std::memcpy(&posting.term, from, 4);
        const char* const begin = from + 4;
        std::uint32_t gap = 0;
        std::uint32_t position_bytes = 0;
        from = take_uint(take_uint(take_uint(begin, gap), posting.wdf), position_bytes);
        from += position_bytes;
        posting.bytes = {begin, static_cast<std::size_t>(from - begin)};
    }
    return from;
}

/// Copies a document's postings to their terms, and notes the terms. The places are all over the
/// memory, so they are fetched ahead.
void Segment::deal_out(const std::vector<LoggedPosting>& postings,
                       std::vector<RankedWdf>& entries) {
    entries.resize(postings.size());
    const std::size_t last = postings.size() - 1;
    for (std::size_t i = 0; i < postings.size(); ++i) {
        __builtin_prefetch(&places_[postings[std::min(i + 16, last)].term]);
        __builtin_prefetch(places_[postings[std::min(i + 8, last)].term].postings, 1);
        const LoggedPosting& posting = postings[i];
        Place& place = places_[posting.term];
        entries[i] = ranked_wdf(place.rank, posting.wdf);
        place.postings = put_few_bytes(place.postings, posting.bytes);
    }
}

Section Segment::finish_forms(const TermOrder& order) const {
    std::vector<std::uint64_t> pairs;
    pairs.reserve(forms_.size());
    for (const auto& [stem, form] : forms_) {
        pairs.push_back(std::uint64_t{places_[stem].rank} << 32 | places_[form].rank);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    ByteLog forms;
    for (const std::uint64_t pair : pairs) {
        append_text(forms, order.term(static_cast<std::uint32_t>(pair >> 32)));
        append_text(forms, order.term(static_cast<std::uint32_t>(pair)));
    }
    return Section(std::move(forms));
}

std::vector<SlotRun> Segment::finish_slots() {
    std::vector<SlotRun> slots;
    slots.reserve(slots_.size());
    for (auto& [number, state] : slots_) {
        slots.push_back({number, state.count, std::move(state.lowest), std::move(state.highest),
                         Section(std::move(state.values))});
    }
    std::sort(slots.begin(), slots.end(),
              [](const SlotRun& a, const SlotRun& b) { return a.slot < b.slot; });
    return slots;
}

}  // namespace dateline::bulk
