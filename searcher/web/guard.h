// SPDX-License-Identifier: GPL-2.0-or-later
// Who may ask. The server listens on this machine alone, but so do others on it: other users, and
// every page that is open in the browser. docs/web.md has the threats and what answers each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/web/http.h"

namespace dateline::web {

/// What a request must know to be answered.
struct Secrets {
    std::uint16_t port = 0;
    std::string key;    ///< shown once to who may read it, then a cookie
    std::string token;  ///< of the forms that change something; another for each run
};

/// Why a request is not answered, or the exchange of the key in its address for a cookie; nothing
/// if it may go on. What needs no key (`is_public`) is still asked for by this host's name alone.
std::optional<Response> refusal(const Request& request, const Secrets& secrets, bool is_public);

/// Equal, in a time that tells nothing of where they differ.
bool equal_secrets(std::string_view a, std::string_view b);

/// What a browser is told to remember, until it is told otherwise, and to show to this server's
/// own pages alone. Cookies know no ports: the name has it.
Header set_cookie(std::string_view name, std::uint16_t port, std::string_view value);

/// The value of such a cookie; "" if there is none.
std::string_view cookie(const Request& request, std::string_view name, std::uint16_t port);

}  // namespace dateline::web
