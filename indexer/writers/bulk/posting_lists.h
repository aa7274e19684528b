// SPDX-License-Identifier: GPL-2.0-or-later
// Posting lists and the list of document lengths, cut into chunks: entries of the postlist table.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/bytes.h"
#include "indexer/writers/bulk/table_builder.h"

namespace dateline::bulk {

class PostingListWriter {
public:
    /// A chunk ends when its postings have reached so many bytes. Any size is legal.
    PostingListWriter(TableBuilder& table, std::size_t chunk_bytes);

    /// Begins a term's list. `documents` and `occurrences` are those of the whole list. Terms come
    /// in the order of their bytes.
    void begin_term(std::string_view term, std::uint32_t documents, std::uint64_t occurrences);
    /// Begins the list of all documents, whose "wdf" is the document's length. Before the first
    /// term.
    void begin_lengths();
    /// Docids increase strictly within a list.
    void add(std::uint32_t docid, std::uint32_t wdf) {
        if (body_end_ == body()) {
            first_docid_ = docid;
        } else if (body_end_ >= full_) {
            finish_chunk(false);
            first_docid_ = docid;
        } else {
            body_end_ = put_number(body_end_, docid - last_docid_ - 1);
        }
        last_docid_ = docid;
        body_end_ = put_number(body_end_, wdf);
    }
    /// Ends the list, which has at least one posting.
    void end() { finish_chunk(true); }

private:
    char* body() const { return memory_.get() + header_room; }
    void begin(std::uint32_t documents, std::uint64_t occurrences);
    void finish_chunk(bool last);

    static constexpr std::size_t header_room = 32;

    TableBuilder& table_;
    std::unique_ptr<char[]> memory_;  // room for a header, then the chunk's postings
    char* full_;
    char* body_end_;
    std::string key_;         // of the chunk that is being filled, without the docid
    bool ends_term_ = false;  // a zero byte stands between a term and the docid
    bool first_chunk_ = true;
    std::uint32_t documents_ = 0;
    std::uint32_t occurrences_ = 0;  // wraps, as in Xapian
    std::uint32_t first_docid_ = 0;
    std::uint32_t last_docid_ = 0;
};

}  // namespace dateline::bulk
