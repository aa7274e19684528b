// SPDX-License-Identifier: GPL-2.0-or-later
// A request and a response as values. The server (server.h) makes the one from bytes and bytes of
// the other; everything between them is a function from one to the other (routes.h).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::web {

struct Parameter {
    std::string name;
    std::string value;

    bool operator==(const Parameter&) const = default;
};

/// In the order typed; a name may come again.
using Parameters = std::vector<Parameter>;

using Header = std::pair<std::string, std::string>;

struct Request {
    std::string method;  ///< "GET"
    std::string path;    ///< decoded: "/article/0javkb8r7jh1h"
    Parameters parameters;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;

    /// The header's value; "" if there is none.
    std::string_view header(const std::string& name) const;
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body = {};
    std::vector<Header> headers = {};  ///< beside those that every response has

    bool operator==(const Response&) const = default;
};

/// A request line's method and target, the headers, the body. Nothing if the target is no path of
/// this server with valid %-escapes, a header that tells who asks is there twice, or the path has
/// control characters.
std::optional<Request> read_request(std::string_view method, std::string_view target,
                                    const std::vector<Header>& headers, std::string_view body);

/// `a=1&b=x+y`, as in an address or a form; nothing if an escape is no two hexadecimal digits.
std::optional<Parameters> decode_parameters(std::string_view text);

/// The inverse, short enough to be read and edited: signs that mean nothing there stay.
std::string encode_parameters(const Parameters& parameters);

/// A segment of a path.
std::string encode_segment(std::string_view text);

/// A path and what is asked of it as an address on this server, whatever is in them.
std::string address_of(std::string_view path, const Parameters& parameters);

/// What every response says, whatever it is: nothing of it is kept, nothing of it is loaded from
/// elsewhere or run but our own style and script, and no other page may hold or read it.
const std::vector<Header>& safety_headers();

/// "See Other": the browser asks for that address.
Response redirect(std::string address);

std::string_view reason_of(int status);

}  // namespace dateline::web
