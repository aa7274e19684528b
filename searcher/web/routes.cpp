// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>

#include "common/error.h"
#include "searcher/search.h"
#include "searcher/web/article_page.h"
#include "searcher/web/asked.h"
#include "searcher/web/changes_page.h"
#include "searcher/web/files.h"
#include "searcher/web/frame.h"
#include "searcher/web/help_page.h"
#include "searcher/web/keys.h"
#include "searcher/web/saved_pages.h"
#include "searcher/web/search_page.h"

namespace dateline::web {
namespace {

// clang-format off
constexpr std::array routes{
    Route{.method = "GET", .path = "/", .answer = search_page, .reads_archives = true},
    Route{.method = "GET", .path = "/search", .answer = search_page, .reads_archives = true},
    Route{.method = "GET", .path = "/article/", .answer = article_page, .reads_archives = true},
    Route{.method = "GET", .path = "/changes/", .answer = changes_page, .reads_archives = true},
    Route{.method = "GET", .path = "/export", .answer = export_file, .reads_archives = true,
           .limit = std::chrono::seconds(60)},
    Route{.method = "GET", .path = "/suggest", .answer = suggestions, .reads_archives = true},
    Route{.method = "GET", .path = "/help", .answer = help_page},
    Route{.method = "GET", .path = "/saved", .answer = saved_searches, .reads_archives = true},
    Route{.method = "GET", .path = "/saved/", .answer = saved_search, .reads_archives = true},
    Route{.method = "POST", .path = "/saved", .answer = change_saved, .reads_archives = true},
    Route{.method = "POST", .path = "/keys", .answer = switch_keys},
    Route{.method = "GET", .path = "/style.css", .answer = style_sheet, .is_public = true},
    Route{.method = "GET", .path = "/page.js", .answer = script, .is_public = true},
    Route{.method = "GET", .path = "/icon.svg", .answer = icon, .is_public = true},
};
// clang-format on

bool fits(std::string_view pattern, std::string_view path) {
    if (pattern.size() > 1 && pattern.ends_with('/'))
        return path.starts_with(pattern) && path.size() > pattern.size();
    return path == pattern;
}

Response failed(int status, const std::string& what, const std::string& next) {
    Response response;
    response.status = status;
    response.body = plain_page(status == 404 ? "Not here" : "No answer", what, next);
    return response;
}

Response answered(const Site& site, const Request& request, const Route& route) {
    try {
        return route.answer(site, request);
    } catch (const IndexError& error) {
        return failed(503, error.what(), error.hint());
    } catch (const Error& error) {
        if (error.status() == 1) return failed(404, error.what(), error.hint());
        if (error.status() == status_busy) return failed(503, error.what(), error.hint());
        return asked_wrongly(site, request, error.what(), error.hint());
    } catch (const std::exception& error) {
        return failed(500, error.what(), "");
    } catch (...) {
        return failed(500, "an unknown fault", "");
    }
}

}  // namespace

const Route* route_of(const Request& request) {
    std::string_view method = request.method;
    if (method == "HEAD") method = "GET";
    const auto row = std::ranges::find_if(routes, [&](const Route& route) {
        return route.method == method && fits(route.path, request.path);
    });
    return row == routes.end() ? nullptr : &*row;
}

std::optional<Response> quick_response(const Site& site, const Request& request) {
    const Route* route = route_of(request);
    if (auto refused = refusal(request, site.secrets, route != nullptr && route->is_public))
        return refused;
    if (route == nullptr)
        return failed(404, "There is nothing at this address.",
                      "Pages are /, /search, /article/ID, /changes/ID, /saved and /help.");
    return route->reads_archives ? std::nullopt : std::optional(answered(site, request, *route));
}

Response respond(const Site& site, const Request& request) {
    if (auto response = quick_response(site, request)) return std::move(*response);
    return answered(site, request, *route_of(request));
}

void check_archives(const Site& site) {
    const Asked asked = read_asked(site, {}, Asks::search);
    SearchRequest request = asked.command.request;
    request.count_only = true;
    request.copies = CopyMode::show;  // else their texts would be counted
    search(asked.archives, request);
}

Response not_a_request(int status) {
    return failed(status,
                  status == 431 || status == 413 ? "That is more than is read of a request."
                                                 : "That is no request.",
                  "");
}

Response not_in_time(const Route& route) {
    return failed(
        504, fmt::format("This took longer than {} seconds and was given up.", route.limit.count()),
        "Narrow it by a filter or by days, or ask in the shell, which waits.");
}

Response too_large() {
    return failed(503, "This is larger than a page can be.",
                  "Narrow it, or print it by dateline-search, which has no limit.");
}

Response busy() {
    return failed(503, "This machine has no process left to answer with.", "Try again.");
}

Response no_answer() {
    return failed(500, "Reading the index ended in a crash; most likely it is damaged.",
                  "Run dateline-index --verify, then dateline-index --rebuild.");
}

}  // namespace dateline::web
