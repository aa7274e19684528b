// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/segment.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>

#include "common/error.h"
#include "common/file_stamp.h"
#include "indexer/writers/bulk/packing.h"
#include "indexer/writers/bulk/positions.h"
#include "indexer/writers/bulk/term_lists.h"

namespace dateline::bulk {
namespace {

// Keys have 255 bytes: a term with its zero bytes doubled, a zero byte, a docid of up to 5 bytes.
constexpr std::size_t max_term_bytes = 255 - 1 - 5;

constexpr std::size_t prefetch_distance = 12;

// One document in so many is looked up in the finished database.
constexpr std::size_t documents_per_witness = 64;

void check_term(std::string_view term) {
    const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    if (term.empty() || term.size() > 245 || term.size() + zeros > max_term_bytes) {
        std::string message = "a term of ";
        message += std::to_string(term.size());
        message += " bytes does not fit the index";
        throw Error(message);
    }
}

/// What follows the term number in the log: as in Run::terms.
char* put_posting(char* to, std::uint32_t gap, std::uint32_t wdf,
                  std::span<const std::uint32_t> positions) {
    to = put_number(to, gap);
    to = put_number(to, wdf);
    if (positions.empty()) return put_number(to, 0);
    char* const tag = to + 1;
    char* const end = put_positions(tag, positions);
    const auto bytes = static_cast<std::size_t>(end - tag);
    const std::size_t length_bytes = uint_size(bytes);  // nearly always the one byte that was left
    if (length_bytes > 1) std::memmove(to + length_bytes, tag, bytes);
    return put_number(to, bytes) + bytes;
}

}  // namespace

/// Notes terms that are new. Throws before anything else of the document was taken.
void Segment::see_terms(const std::vector<Posting>& postings, const Vocabulary& vocabulary) {
    if (terms_.size() < vocabulary.size()) terms_.resize(vocabulary.size());
    for (std::size_t i = 0; i < postings.size(); ++i) {
        prefetch_term(postings, i + prefetch_distance);
        const std::uint32_t number = postings[i].term;
        if (terms_[number].documents > 0) continue;
        check_term(vocabulary.term(number));
    }
}

void Segment::add(const IndexedDocument& document, const Vocabulary& vocabulary) {
    add_postings(document, vocabulary);
    add_values(document.values);
    append_text(data_, document.data);
    append_text(texts_, document.text);
    if (lengths_.size() % documents_per_witness == 1) remember(document);
}

void Segment::remember(const IndexedDocument& document) {
    witnesses_.push_back({documents(), lengths_.back(),
                          static_cast<std::uint32_t>(document.postings.size()),
                          content_hash(document.data), content_hash(document.text), document.id});
}

/// The states of a document's terms are all over the memory, so they are fetched ahead.
void Segment::prefetch_term(const std::vector<Posting>& postings, std::size_t i) const {
    if (i < postings.size()) __builtin_prefetch(&terms_[postings[i].term], 1);
}

void Segment::add_postings(const IndexedDocument& document, const Vocabulary& vocabulary) {
    const auto number = static_cast<std::uint32_t>(lengths_.size() + 1);
    const std::span<const std::uint32_t> positions(document.positions);
    std::uint32_t length = 0;
    std::size_t most = 0;
    for (const Posting& posting : document.postings) {
        most += 4 + 3 * max_uint32_bytes + max_positions_bytes(posting.position_count);
    }
    see_terms(document.postings, vocabulary);
    char* to = log_.room(most);
    for (const Posting& posting : document.postings) {
        TermState& term = terms_[posting.term];
        if (term.last_document == number) throw std::logic_error("a document has a term twice");
        if (term.documents == 0) seen_.push_back(posting.term);
        std::memcpy(to, &posting.term, 4);
        char* const begin = to + 4;
        to = put_posting(begin, number - term.last_document - 1, posting.wdf,
                         positions.subspan(posting.first_position, posting.position_count));
        term.last_document = number;
        ++term.documents;
        term.occurrences += posting.wdf;
        term.posting_bytes += static_cast<std::uint32_t>(to - begin);
        length += posting.wdf;
        largest_wdf_ = std::max(largest_wdf_, posting.wdf);
    }
    log_.wrote(to);
    posting_counts_.push_back(static_cast<std::uint32_t>(document.postings.size()));
    lengths_.push_back(length);
}

void Segment::add_values(const std::vector<SlotValue>& values) {
    const auto number = static_cast<std::uint32_t>(lengths_.size());
    std::string used;
    std::uint32_t next_slot = 0;
    for (const SlotValue& value : values) {
        if (value.slot < next_slot) throw std::logic_error("value slots do not increase");
        put_number(used, value.slot - next_slot);
        next_slot = value.slot + 1;
        SlotState& slot = slots_[value.slot];
        if (slot.count == 0 || value.value < slot.lowest) slot.lowest = value.value;
        if (slot.count == 0 || value.value > slot.highest) slot.highest = value.value;
        char* to = slot.values.room(2 * most_number_bytes + value.value.size());
        to = put_number(to, number - slot.last_document - 1);
        to = put_number(to, value.value.size());
        slot.values.wrote(put_bytes(to, value.value));
        slot.last_document = number;
        ++slot.count;
    }
    append_text(used_slots_, used);
}

std::size_t Segment::memory_bytes() const {
    std::size_t values = 0;
    for (const auto& [number, slot] : slots_) values += slot.values.size();
    // The log is dealt out into postings and term lists, which together are not larger than itself.
    return 2 * log_.size() + used_slots_.size() + data_.size() + texts_.size() + values +
           seen_.size() * bytes_per_term + forms_.size() * sizeof forms_[0];
}

}  // namespace dateline::bulk
