// SPDX-License-Identifier: GPL-2.0-or-later
// What the answers of Xapian's server say: messages as values. All decoders throw WireError for
// what is no answer to their question.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/remote/wire.h"

namespace dateline {

/// An article as Xapian has it.
struct RemoteDocument {
    std::string data;
    std::map<std::uint32_t, std::string> values;  ///< by slot
};

/// How often a term stands in the index.
struct TermCounts {
    std::uint64_t articles = 0;
    std::uint64_t occurrences = 0;
};

struct ListedTerm {
    std::string name;
    std::uint32_t wdf = 0;
};

/// The answer to one question; of a list without the message that ends it.
using Replies = std::vector<WireMessage>;

/// Whether a question is answered by several messages, the last of which says so.
bool is_list(Ask kind);

bool is(const WireMessage& message, Reply reply);

/// Throws if a server's first message cannot begin so: what speaks before it is mostly a shell that
/// greets whoever comes.
void check_beginning(std::string_view bytes);

RemoteDocument decode_document(const Replies& replies);
std::string decode_metadata(const Replies& replies);
std::uint32_t decode_length(const Replies& replies);
TermCounts decode_counts(const Replies& replies);
std::vector<ListedTerm> decode_terms(const Replies& replies);
std::vector<std::string> decode_keys(const Replies& replies, const std::string& prefix);

}  // namespace dateline
