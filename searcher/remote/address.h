// SPDX-License-Identifier: GPL-2.0-or-later
// An index on another machine, as it is typed: ssh://[USER@]HOST[:PORT]/PATH.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct RemoteAddress {
    std::string host;  ///< as ssh takes it, with the user if there is one
    std::string port;  ///< "": as ssh has it by itself
    std::string path;  ///< absolute, or below the user's home there

    bool operator==(const RemoteAddress&) const = default;
};

/// Whether it is typed as one, be it rightly or not.
bool is_remote(std::string_view index);

/// `/~/PATH` is below the home; %XX stands for a byte. Throws Error for what is no such address: a
/// host that ssh would take for an option, a control character, a port that there cannot be.
RemoteAddress parse_address(std::string_view typed);

/// The command that serves the index, for posix_spawnp(): ssh asks for no password, gives up a
/// host that does not answer before `patience` is over, says only what went wrong, and the path is
/// one word of the other machine's shell whatever is in it.
std::vector<std::string> ssh_command(const RemoteAddress& address, std::chrono::seconds patience);

/// A command as Xapian::Remote::open() takes the arguments of /bin/sh: it knows no quotes, and
/// parts them at blanks.
std::string arguments_for_sh(const std::vector<std::string>& command);

}  // namespace dateline
