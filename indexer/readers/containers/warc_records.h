// SPDX-License-Identifier: GPL-2.0-or-later
// The records of a WARC file (ISO 28500, versions 0.17 to 1.1), one after the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "indexer/readers/bytes/byte_reader.h"
#include "indexer/readers/mail/mime.h"

namespace dateline {

class WarcRecords {
public:
    explicit WarcRecords(BlockSource source) : bytes_(std::move(source)) {}

    /// Goes to the next record, past what was not read of the last; false at the end.
    bool next();
    /// The value of the record's header of that name, in lower case; "" if there is none.
    std::string_view value(std::string_view name) const { return header(head_, name); }
    std::uint64_t length() const { return length_; }
    /// Its block, at most so many bytes of it. False if the file ends within them.
    bool read_block(std::uint64_t most, std::string& block);

    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    bool find_record();
    bool read_head();

    ByteReader bytes_;
    std::string line_;
    MailPart head_;
    std::uint64_t length_ = 0;
    std::uint64_t left_ = 0;  ///< of the block
    std::uint64_t lost_ = 0;  ///< places where something else than a record stood
    bool cut_ = false;        ///< the file ends within a block
    bool ended_ = false;
    std::vector<Problem> problems_;
};

}  // namespace dateline
