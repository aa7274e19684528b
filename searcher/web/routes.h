// SPDX-License-Identifier: GPL-2.0-or-later
// The table of what is answered, and the one function that answers.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

inline constexpr std::chrono::seconds usual_limit{5};

/// What becomes of an address.
struct Route {
    std::string_view method;  ///< GET (HEAD, too) or POST
    std::string_view path;    ///< all of it; if it ends in '/', what it begins with
    Response (*answer)(const Site&, const Request&);
    bool is_public = false;                    ///< needs no key: has nothing of the archive
    bool reads_archives = false;               ///< so that it may take long, or crash on damage
    std::chrono::seconds limit = usual_limit;  ///< an answer that takes longer is given up
};

/// The row for a request; nullptr if there is none.
const Route* route_of(const Request& request);

/// The answer where no archive has to be read for it: a refusal, or what is built in.
std::optional<Response> quick_response(const Site& site, const Request& request);

/// The answer to any request: refusals, errors and all. Changes nothing.
Response respond(const Site& site, const Request& request);

/// Throws Error where no archive can be read: as each search would, but at the start.
void check_archives(const Site& site);

/// What is answered to bytes that are no request, and where no answer came in time.
Response not_a_request(int status);
Response not_in_time(const Route& route);
Response no_answer();
Response too_large();
Response busy();

}  // namespace dateline::web
