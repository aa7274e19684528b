// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <span>

#include "common/terminal.h"

namespace dateline {
namespace {

std::uint32_t narrow(std::uint64_t number) {
    if (number > std::numeric_limits<std::uint32_t>::max())
        throw WireError("a number is too large");
    return static_cast<std::uint32_t>(number);
}

std::string_view of_kind(const WireMessage& message, Reply kind) {
    if (!is(message, kind)) throw WireError("an answer is to another question");
    return message.body;
}

/// Of the answer's first message, which may be its only one.
std::string_view first(const Replies& replies, Reply kind) {
    if (replies.empty()) throw WireError("an answer is empty");
    return of_kind(replies.front(), kind);
}

/// A message whose name begins as that of the one before.
std::string continued(std::string_view body, std::string_view before) {
    if (body.empty()) throw WireError("a message is too short");
    const auto same = static_cast<unsigned char>(body.front());
    if (same > before.size()) throw WireError("a name begins with more than there is");
    return std::string(before.substr(0, same)).append(body.substr(1));
}

}  // namespace

bool is_list(Ask kind) {
    return kind == Ask::document || kind == Ask::term_list || kind == Ask::metadata_keys;
}

bool is(const WireMessage& message, Reply reply) {
    return message.type == static_cast<unsigned char>(reply);
}

void check_beginning(std::string_view bytes) {
    if (bytes.empty()) return;
    const WireMessage begun{static_cast<unsigned char>(bytes.front()), ""};
    if (is(begun, Reply::state) || is(begun, Reply::exception)) return;
    const std::string_view line = bytes.substr(0, std::min<std::size_t>(bytes.find('\n'), 40));
    throw WireError(
        fmt::format("something else than a server speaks there: '{}'; let the shell "
                    "there print nothing where it is not asked to",
                    make_safe(line)));
}

RemoteDocument decode_document(const Replies& replies) {
    RemoteDocument document;
    document.data = first(replies, Reply::data);
    for (const WireMessage& message : std::span(replies).subspan(1)) {
        std::string_view body = of_kind(message, Reply::value);
        const std::uint32_t slot = narrow(take_number(body));
        document.values.emplace(slot, body);
    }
    return document;
}

std::string decode_metadata(const Replies& replies) {
    return std::string(first(replies, Reply::metadata));
}

std::uint32_t decode_length(const Replies& replies) {
    std::string_view body = first(replies, Reply::length);
    return narrow(take_number(body));
}

TermCounts decode_counts(const Replies& replies) {
    std::string_view body = first(replies, Reply::frequencies);
    TermCounts counts;
    counts.articles = take_number(body);
    counts.occurrences = take_number(body);
    return counts;
}

std::vector<ListedTerm> decode_terms(const Replies& replies) {
    first(replies, Reply::length);
    std::vector<ListedTerm> list;
    std::string name;
    for (const WireMessage& message : std::span(replies).subspan(1)) {
        std::string_view body = of_kind(message, Reply::term);
        const std::uint32_t wdf = narrow(take_number(body));
        take_number(body);  // its articles
        name = continued(body, name);
        list.push_back({name, wdf});
    }
    return list;
}

std::vector<std::string> decode_keys(const Replies& replies, const std::string& prefix) {
    std::vector<std::string> keys;
    std::string key = prefix;
    for (const WireMessage& message : replies) {
        key = continued(of_kind(message, Reply::metadata_key), key);
        keys.push_back(key);
    }
    return keys;
}

}  // namespace dateline
