// SPDX-License-Identifier: GPL-2.0-or-later
// A site of a small index, and requests to it as a browser that has shown its key sends them.
#pragma once

#include <string>

#include "searcher/web/routes.h"
#include "tests/unit/small_index.h"

namespace dateline::web {

inline const Secrets known_secrets{7857, "0123456789abcdef0123456789abcdef",
                                   "fedcba9876543210fedcba9876543210"};

inline Site site_of(const std::string& index) {
    Site site;
    site.arguments = {"--index=" + index, "--no-config"};
    site.secrets = known_secrets;
    site.places = {index + "/no-searches.toml", index + "/no-seen"};
    site.today = [] { return small_index_day; };
    site.now = [] { return std::int64_t{1'795'775'615}; };
    return site;
}

inline std::vector<Header> browser_headers() {
    return {{"Host", "127.0.0.1:7857"}, {"Cookie", "dateline-key-7857=" + known_secrets.key}};
}

/// Of the browser, with headers instead of or beside its own.
inline Request asked_for(const std::string& target, const std::vector<Header>& more = {},
                         const std::string& method = "GET", const std::string& body = "") {
    Request request = *read_request(method, target, browser_headers(), body);
    for (const auto& [name, value] : more) {
        if (value.empty())
            request.headers.erase(name);
        else
            request.headers[name] = value;
    }
    return request;
}

}  // namespace dateline::web
