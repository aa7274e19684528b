// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of a mail message: headers (RFC 5322, RFC 2047) and bodies (RFC 2045, 2046), as far as
// newsletters need them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct MailHeader {
    std::string name;   ///< in lower case
    std::string value;  ///< unfolded and decoded to UTF-8
    std::uint32_t line = 0;
};

struct MailPart {
    std::vector<MailHeader> headers;
    std::string_view body;  ///< as it stands in the message
    std::uint32_t body_line = 1;
};

/// Splits a message, or a part of one, at its first blank line.
MailPart split_mail(std::string_view message, std::uint32_t line);

/// The first header of that name, or "".
std::string_view header(const MailPart& part, std::string_view name);

/// `text/html` of `text/html; charset=utf-8`, in lower case.
std::string media_type(std::string_view content_type);

/// The parameter's value: `utf-8` of the above; "" if there is none.
std::string parameter(std::string_view content_type, std::string_view name);

/// The parts of a multipart body, at most 64.
std::vector<MailPart> split_parts(const MailPart& part, std::string_view boundary);

/// The body freed of base64 or quoted-printable, as UTF-8 with "\n" line ends. A page may
/// state its character set itself.
std::string decoded_body(const MailPart& part);

}  // namespace dateline
