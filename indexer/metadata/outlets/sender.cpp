// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/sender.h"

#include <algorithm>

#include "common/ascii.h"
#include "indexer/metadata/outlets/hosts.h"
#include "indexer/metadata/titles.h"

namespace dateline {
namespace {

std::string letters_of(std::string_view text) {
    std::string kept = ascii::lowered(text);
    std::erase_if(kept, [](char c) { return !ascii::is_letter(c) && !ascii::is_digit(c); });
    return kept;
}

}  // namespace

Sender read_sender(std::string_view from) {
    Sender sender;
    const std::size_t open = std::min(from.find('<'), from.size());
    sender.name = plain_inline(from.substr(0, open));
    std::erase(sender.name, '"');
    sender.address = from.substr(open);
    const std::size_t at = from.find('@');
    if (at == from.npos) return sender;
    const std::size_t end = std::min(from.find_first_of("> ", at), from.size());
    sender.host = plain_host(from.substr(at + 1, end - at - 1));
    return sender;
}

bool is_in_address(const Sender& sender) {
    return letters_of(sender.address).find(letters_of(sender.name)) != std::string::npos;
}

}  // namespace dateline
