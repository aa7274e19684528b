// SPDX-License-Identifier: GPL-2.0-or-later
// How mail carries bytes as ASCII (RFC 2045, RFC 2047). Wrong input gives what can be read of it.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

std::string decode_base64(std::string_view text);
std::string decode_quoted_printable(std::string_view text);

/// The Q encoding of headers: quoted-printable with `_` for blanks.
std::string decode_q(std::string_view text);

}  // namespace dateline
