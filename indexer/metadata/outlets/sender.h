// SPDX-License-Identifier: GPL-2.0-or-later
// Who sent a letter: From: "Politico Playbook" <playbook@politico.com>.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct Sender {
    std::string name;     ///< "" if only the address is there
    std::string address;  ///< behind the name: "<playbook@politico.com>"; "" if there is none
    std::string host;     ///< "politico.com"
};

Sender read_sender(std::string_view from);

/// True if the name says what the address does: its letters and digits stand in it in a row.
bool is_in_address(const Sender& sender);

}  // namespace dateline
