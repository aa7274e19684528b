// SPDX-License-Identifier: GPL-2.0-or-later
// The key that a browser shows, in a file that only its owner can read; and the page by which the
// browser is opened with it, since what a command is given can be seen by every user.
#pragma once

#include <string>

namespace dateline::web {

/// 32 hexadecimal digits, of 128 bits that nobody can guess.
std::string new_secret();

/// The key in that file, which is made, with its folders, where there is none. Throws Error where
/// it cannot be, where others can read it, and where no key is in it.
std::string key_in(const std::string& path);

/// Writes a page, for its owner alone, that leads to the address.
void write_opening_page(const std::string& path, const std::string& address);

}  // namespace dateline::web
