// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "searcher/render/html_parts.h"
#include "searcher/web/frame.h"

namespace dateline::web {
namespace {

constexpr std::string_view key_cookie = "dateline-key";

Response refuse(int status, std::string_view what, const std::string& next) {
    Response response;
    response.status = status;
    response.body = plain_page("Not answered", std::string(what), next);
    return response;
}

/// One of our own names, whole: a name that leads here by a foreign name server is none.
bool is_our_host(std::string_view host, std::uint16_t port) {
    constexpr std::array names{"127.0.0.1", "localhost", "localhost.", "[::1]"};
    return std::ranges::any_of(names, [&](std::string_view name) {
        return ascii::equal_ignoring_case(host, fmt::format("{}:{}", name, port));
    });
}

std::string without_key(const Request& request) {
    Parameters rest = request.parameters;
    std::erase_if(rest, [](const Parameter& p) { return p.name == "key"; });
    return address_of(request.path, rest);
}

/// The key becomes a cookie. A page of another origin that was opened with the key (a file that
/// opens the browser) is no way to hand on a strict cookie, so that there a page of ours goes on.
Response take_key(const Request& request, const Secrets& secrets) {
    const std::string address = without_key(request);
    const std::string_view site = request.header("sec-fetch-site");
    Response response = redirect(address);
    if (site == "cross-site" || site == "same-site") {
        response = {};
        response.body = forwarding_page(address);
    }
    response.headers.push_back(set_cookie(key_cookie, secrets.port, secrets.key));
    return response;
}

/// A page that may not tell where it comes from sends "null" as its origin, ours among them; then
/// the browser's own word counts that it is the same.
bool is_our_origin(const Request& request, std::uint16_t port) {
    const std::string_view origin = request.header("origin");
    constexpr std::string_view scheme = "http://";
    if (origin == "null") return request.header("sec-fetch-site") == "same-origin";
    if (!origin.starts_with(scheme)) return false;
    const std::string_view host = origin.substr(scheme.size());
    return is_our_host(host, port) && ascii::equal_ignoring_case(host, request.header("host"));
}

bool is_form(std::string_view content_type) {
    constexpr std::string_view form = "application/x-www-form-urlencoded";
    return ascii::equal_ignoring_case(ascii::trim(content_type.substr(0, content_type.find(';'))),
                                      form);
}

std::optional<Response> refuse_post(const Request& request, const Secrets& secrets) {
    if (!is_our_origin(request, secrets.port))
        return refuse(403, "This form was not sent by a page of this server.",
                      "Open the page here and send it again.");
    if (!is_form(request.header("content-type"))) return refuse(415, "Only forms are taken.", "");
    const Parameters form = decode_parameters(request.body).value_or(Parameters{});
    const auto token = std::ranges::find(form, "token", &Parameter::name);
    if (token == form.end() || !equal_secrets(token->value, secrets.token))
        return refuse(403, "This form is of an earlier run of dateline-web.",
                      "Load the page again, then send it again.");
    return std::nullopt;
}

}  // namespace

bool equal_secrets(std::string_view a, std::string_view b) {
    unsigned different = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        different |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return different == 0 && !a.empty();
}

Header set_cookie(std::string_view name, std::uint16_t port, std::string_view value) {
    constexpr int ten_years = 10 * 365 * 24 * 3600;
    return {"Set-Cookie", fmt::format("{}-{}={}; Max-Age={}; Path=/; HttpOnly; SameSite=Strict",
                                      name, port, value, ten_years)};
}

std::string_view cookie(const Request& request, std::string_view name, std::uint16_t port) {
    const std::string begin = fmt::format("{}-{}=", name, port);
    std::string_view rest = request.header("cookie");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view one = ascii::trim(rest.substr(0, end));
        if (one.starts_with(begin)) return one.substr(begin.size());
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return "";
}

std::optional<Response> refusal(const Request& request, const Secrets& secrets, bool is_public) {
    if (!is_our_host(request.header("host"), secrets.port))
        return refuse(403, "This server answers on this machine alone, under its own name.",
                      fmt::format("Ask for http://127.0.0.1:{}/. Through a tunnel, use the same "
                                  "port at both ends.",
                                  secrets.port));
    const bool posts = request.method == "POST";
    if (request.method != "GET" && request.method != "HEAD" && !posts) {
        Response response = refuse(405, "Pages are read here, and forms sent.", "");
        response.headers.emplace_back("Allow", "GET, HEAD, POST");
        return response;
    }
    const auto key = std::ranges::find(request.parameters, "key", &Parameter::name);
    const bool shows_key = !posts && !is_public && key != request.parameters.end();
    if (shows_key && equal_secrets(key->value, secrets.key)) return take_key(request, secrets);
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none")
        return refuse(403, "A page of another site asked for this.",
                      "If you followed a link, copy it into the address bar: what you search for "
                      "is told to nobody, and nobody else's page may ask here.");
    if (is_public) return std::nullopt;
    if (!equal_secrets(cookie(request, key_cookie, secrets.port), secrets.key))
        return refuse(403, "This browser has not shown the key yet.",
                      "Run dateline-web --open, or open the address that dateline-web printed.");
    if (shows_key) return redirect(without_key(request));  // an old one, of no use any longer
    return posts ? refuse_post(request, secrets) : std::nullopt;
}

}  // namespace dateline::web
