// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/posting_lists.h"

#include <cstring>

#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {

PostingListWriter::PostingListWriter(TableBuilder& table, std::size_t chunk_bytes)
    : table_(table),
      memory_(std::make_unique<char[]>(header_room + chunk_bytes + 2 * max_uint32_bytes)),
      full_(body() + chunk_bytes),
      body_end_(body()) {}

void PostingListWriter::begin_term(std::string_view term, std::uint32_t documents,
                                   std::uint64_t occurrences) {
    key_.clear();
    append_string_sort(key_, term);
    ends_term_ = true;
    begin(documents, occurrences);
}

void PostingListWriter::begin_lengths() {
    key_.assign("\0\xe0", 2);
    ends_term_ = false;
    begin(0, 0);
}

void PostingListWriter::begin(std::uint32_t documents, std::uint64_t occurrences) {
    first_chunk_ = true;
    documents_ = documents;
    occurrences_ = static_cast<std::uint32_t>(occurrences);
}

void PostingListWriter::finish_chunk(bool last) {
    char header[header_room];
    char* at = header;
    const std::size_t list_key_bytes = key_.size();
    if (first_chunk_) {
        at = put_number(at, documents_);
        at = put_number(at, occurrences_);
        at = put_number(at, first_docid_ - 1);
    } else {
        append_uint_sort(key_, first_docid_);
    }
    *at++ = last ? '1' : '0';
    at = put_number(at, last_docid_ - first_docid_);
    const auto header_bytes = static_cast<std::size_t>(at - header);
    char* tag = body() - header_bytes;
    std::memcpy(tag, header, header_bytes);
    table_.add(key_, {tag, static_cast<std::size_t>(body_end_ - tag)});
    body_end_ = body();
    key_.resize(list_key_bytes);
    if (first_chunk_ && ends_term_) key_.push_back('\0');
    first_chunk_ = false;
}

}  // namespace dateline::bulk
