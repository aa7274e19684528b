// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/guard.h"

#include <doctest/doctest.h>

#include "tests/unit/web_site.h"

namespace dateline::web {
namespace {

int status_of(const Request& request, bool is_public = false) {
    const auto refused = refusal(request, known_secrets, is_public);
    return refused ? refused->status : 0;
}

std::string header_of(const Response& response, const std::string& name) {
    for (const auto& [one, value] : response.headers)
        if (one == name) return value;
    return "";
}

Request form(const std::string& token, const std::vector<Header>& more = {}) {
    std::vector<Header> headers{{"origin", "http://127.0.0.1:7857"},
                                {"content-type", "application/x-www-form-urlencoded"}};
    headers.insert(headers.end(), more.begin(), more.end());
    return asked_for("/keys", headers, "POST", "token=" + token + "&keys=off");
}

}  // namespace

TEST_CASE("a server is asked for by its own name and port alone") {
    for (const char* host :
         {"127.0.0.1:7857", "localhost:7857", "LOCALHOST:7857", "localhost.:7857", "[::1]:7857"}) {
        CAPTURE(host);
        CHECK(status_of(asked_for("/", {{"host", host}})) == 0);
    }
    for (const char* host : {"", "127.0.0.1", "localhost", "127.0.0.1:80", "evil.example:7857",
                             "127.0.0.1:7857.evil.example", "127.0.0.1.:7857", "0.0.0.0:7857",
                             "[::]:7857", "localhost:7857 ", "localhost:07857",
                             "127.0.0.1:7857,localhost:7857", "user@127.0.0.1:7857"}) {
        CAPTURE(host);
        CHECK(status_of(asked_for("/", {{"host", host}})) == 403);
        CHECK(status_of(asked_for("/style.css", {{"host", host}}), true) == 403);
    }
}

TEST_CASE("without the cookie nothing of the archive is answered") {
    const std::string key = known_secrets.key;
    CHECK(status_of(asked_for("/")) == 0);
    CHECK(status_of(asked_for("/", {{"cookie", "a=b; dateline-key-7857=" + key + "; c=d"}})) == 0);
    for (const std::string& cookies :
         {std::string(), std::string("dateline-key-7857="), "dateline-key-7857=" + key.substr(1),
          "dateline-key-7857=" + key + "0", "dateline-key-7858=" + key,
          "x-dateline-key-7857=" + key, "dateline-key-7857 =" + key,
          "a=dateline-key-7857=" + key}) {
        CAPTURE(cookies);
        CHECK(status_of(asked_for("/", {{"cookie", cookies}})) == 403);
        CHECK(status_of(asked_for("/style.css", {{"cookie", cookies}}), true) == 0);
    }
    Secrets none = known_secrets;
    none.key.clear();
    CHECK(refusal(asked_for("/", {{"cookie", "dateline-key-7857="}}), none, false));
}

TEST_CASE("the key in an address becomes a cookie, and the address loses it") {
    const std::string key = known_secrets.key;
    const auto taken =
        refusal(asked_for("/search?q=a+b&key=" + key, {{"cookie", ""}}), known_secrets, false);
    REQUIRE(taken);
    CHECK(taken->status == 303);
    CHECK(header_of(*taken, "Location") == "/search?q=a+b");
    const std::string cookie = header_of(*taken, "Set-Cookie");
    for (const char* part : {"dateline-key-7857=", "HttpOnly", "SameSite=Strict", "Path=/"})
        CHECK(cookie.find(part) != cookie.npos);
    CHECK(status_of(asked_for("/?key=wrong", {{"cookie", ""}})) == 403);
    const auto old = refusal(asked_for("/search?q=a&key=old"), known_secrets, false);
    REQUIRE(old);
    CHECK(header_of(*old, "Location") == "/search?q=a");
    const auto away = refusal(asked_for("//evil.example/?key=" + key), known_secrets, false);
    REQUIRE(away);
    CHECK(header_of(*away, "Location") == "/evil.example/");
    const auto from_file =
        refusal(asked_for("/?key=" + key, {{"cookie", ""}, {"sec-fetch-site", "cross-site"}}),
                known_secrets, false);
    REQUIRE(from_file);
    CHECK(from_file->status == 200);
    CHECK_FALSE(header_of(*from_file, "Set-Cookie").empty());
}

TEST_CASE("pages of other sites get no answer") {
    for (const char* site : {"cross-site", "same-site", "anything"}) {
        CAPTURE(site);
        CHECK(status_of(asked_for("/search?q=a", {{"sec-fetch-site", site}})) == 403);
        CHECK(status_of(asked_for("/style.css", {{"sec-fetch-site", site}}), true) == 403);
    }
    for (const char* site : {"same-origin", "none"})
        CHECK(status_of(asked_for("/search?q=a", {{"sec-fetch-site", site}})) == 0);
}

TEST_CASE("other methods are refused with those that are not") {
    for (const char* method : {"PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "PATCH"}) {
        CAPTURE(method);
        const auto refused = refusal(asked_for("/", {}, method), known_secrets, false);
        REQUIRE(refused);
        CHECK(refused->status == 405);
        CHECK(header_of(*refused, "Allow") == "GET, HEAD, POST");
    }
    CHECK(status_of(asked_for("/", {}, "HEAD")) == 0);
}

TEST_CASE("a form is of a page of this run, and sent by it") {
    CHECK(status_of(form(known_secrets.token)) == 0);
    CHECK(status_of(form("")) == 403);
    CHECK(status_of(form(known_secrets.key)) == 403);
    for (const char* origin :
         {"", "null", "https://127.0.0.1:7857", "http://127.0.0.1", "http://localhost:7857",
          "http://evil.example:7857", "http://127.0.0.1:7857.evil.example"}) {
        CAPTURE(origin);
        CHECK(status_of(form(known_secrets.token, {{"origin", origin}})) == 403);
    }
    CHECK(status_of(form(known_secrets.token,
                         {{"origin", "null"}, {"sec-fetch-site", "same-origin"}})) == 0);
    CHECK(status_of(form(known_secrets.token, {{"origin", "null"}, {"sec-fetch-site", "none"}})) ==
          403);
    CHECK(status_of(form(known_secrets.token,
                         {{"content-type", "application/x-www-form-urlencoded; charset=UTF-8"}})) ==
          0);
    for (const char* type : {"application/x-www-form-urlencodedx", "", "text/plain",
                             "application/json", "multipart/form-data"})
        CHECK(status_of(form(known_secrets.token, {{"content-type", type}})) == 415);
    CHECK(status_of(form(known_secrets.token, {{"cookie", ""}})) == 403);
    Request with_key = form("");
    with_key.parameters = {{"key", known_secrets.key}};
    with_key.headers.erase("cookie");
    CHECK(status_of(with_key) == 403);
}

TEST_CASE("secrets are compared whole") {
    CHECK(equal_secrets("abc", "abc"));
    for (const char* other : {"", "ab", "abd", "abcd", "xbc"})
        CHECK_FALSE(equal_secrets("abc", other));
    CHECK_FALSE(equal_secrets("", ""));
}

}  // namespace dateline::web
