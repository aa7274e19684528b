// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/wire.h"

#include <fmt/format.h>

namespace dateline {
namespace {

constexpr unsigned char escape = 255;
constexpr std::uint64_t most_bytes = std::uint64_t{1}
                                     << 28;  // of a message; texts are of megabytes
constexpr int protocol = 39;

/// The number at the beginning of the bytes, and how many it takes; nothing if it is not whole.
struct Number {
    std::uint64_t value = 0;
    std::size_t size = 0;
};

std::optional<Number> number_in(std::string_view bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto first = static_cast<unsigned char>(bytes.front());
    if (first != escape) return Number{first, 1};
    std::uint64_t value = 0;
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        const std::size_t shift = 7 * (i - 1);
        const auto digit = static_cast<unsigned char>(bytes[i]);
        const std::uint64_t low = digit & 0x7fU;
        if (shift >= 64 || (low << shift) >> shift != low) throw WireError("a number is too large");
        value |= low << shift;
        if ((digit & 0x80U) == 0) continue;
        if (value > UINT64_MAX - escape) throw WireError("a number is too large");
        return Number{value + escape, i + 1};
    }
    return std::nullopt;
}

}  // namespace

std::optional<WireMessage> take_message(std::string_view& bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto length = number_in(bytes.substr(1));
    if (!length) return std::nullopt;
    if (length->value > most_bytes) throw WireError("a message is too long");
    const std::size_t begin = 1 + length->size;
    if (bytes.size() - begin < length->value) return std::nullopt;
    WireMessage message{static_cast<unsigned char>(bytes.front()),
                        std::string(bytes.substr(begin, length->value))};
    bytes.remove_prefix(begin + length->value);
    return message;
}

std::string encode_message(const WireMessage& message) {
    return std::string(1, static_cast<char>(message.type)) + encode_number(message.body.size()) +
           message.body;
}

std::string encode_number(std::uint64_t number) {
    if (number < escape) return std::string(1, static_cast<char>(number));
    std::string bytes(1, static_cast<char>(escape));
    number -= escape;
    for (; number > 0x7f; number >>= 7U) bytes += static_cast<char>(number & 0x7fU);
    return bytes + static_cast<char>(number | 0x80U);
}

std::uint64_t take_number(std::string_view& body) {
    const auto number = number_in(body);
    if (!number) throw WireError("a message is too short");
    body.remove_prefix(number->size);
    return number->value;
}

std::string_view take_bytes(std::string_view& body) {
    const std::uint64_t size = take_number(body);
    if (size > body.size()) throw WireError("a message is too short");
    const std::string_view bytes = body.substr(0, size);
    body.remove_prefix(size);
    return bytes;
}

ServedState decode_greeting(const WireMessage& message) {
    std::string_view body = message.body;
    if (message.type != static_cast<unsigned char>(Reply::state) || body.size() < 2)
        throw WireError("it is no server of Xapian's");
    if (const int version = static_cast<unsigned char>(body.front()); version != protocol)
        throw WireError(fmt::format("its Xapian speaks protocol {}, not {}", version, protocol));
    body.remove_prefix(2);
    ServedState state;
    state.articles = take_number(body);
    state.last_docid = take_number(body) + state.articles;
    take_number(body);  // the lengths of articles
    take_number(body);
    if (body.empty()) throw WireError("a message is too short");
    body.remove_prefix(1);  // whether there are positions
    state.total_length = take_number(body);
    state.uuid = body;
    return state;
}

}  // namespace dateline
