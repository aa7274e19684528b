// SPDX-License-Identifier: GPL-2.0-or-later
// The messages of Xapian's remote protocol by which articles are read: their form as bytes
// (net/remoteprotocol.h and net/length.h of Xapian 1.4, protocol 39).
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dateline {

/// What comes is no message of the protocol.
class WireError : public std::runtime_error {
    using runtime_error::runtime_error;
};

/// What is asked for.
enum class Ask : unsigned char {
    document = 2,
    keep_alive = 6,
    length = 7,
    term_list = 9,
    metadata = 22,
    metadata_keys = 28,
    frequencies = 29,
};

/// What is answered.
enum class Reply : unsigned char {
    state = 0,
    exception = 1,
    done = 2,
    data = 5,
    length = 10,
    term = 12,
    value = 16,
    metadata = 19,
    metadata_key = 20,
    frequencies = 21,
};

struct WireMessage {
    unsigned char type = 0;
    std::string body;

    bool operator==(const WireMessage&) const = default;
};

/// The first message of the bytes, which are taken off; nothing if it is not whole yet. Throws
/// WireError for a length that there cannot be.
std::optional<WireMessage> take_message(std::string_view& bytes);

std::string encode_message(const WireMessage& message);

/// A number as the protocol has it: one byte below 255, else 255 and sevenfold digits, the last of
/// which has its high bit set.
std::string encode_number(std::uint64_t number);

/// The number at the beginning of a body, which is taken off. Throws WireError.
std::uint64_t take_number(std::string_view& body);

/// The bytes behind their number, which are taken off. Throws WireError.
std::string_view take_bytes(std::string_view& body);

/// The state of a database that a server has opened, as its greeting tells.
struct ServedState {
    std::uint64_t articles = 0;
    std::uint64_t last_docid = 0;
    std::uint64_t total_length = 0;
    std::string uuid;

    bool operator==(const ServedState&) const = default;
};

/// Throws WireError, also of a server of another protocol.
ServedState decode_greeting(const WireMessage& message);

}  // namespace dateline
