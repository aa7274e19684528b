// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/http.h"

#include <doctest/doctest.h>

#include "searcher/web/worker.h"

namespace dateline::web {

TEST_CASE("a target is taken apart into path and parameters, or it is none") {
    const auto request = read_request("GET", "/search?q=grain+deal&outlet==The%20Verge&all&x=%26",
                                      {{"HOST", "localhost:1"}}, "");
    REQUIRE(request);
    CHECK(request->path == "/search");
    CHECK(request->parameters ==
          Parameters{{"q", "grain deal"}, {"outlet", "=The Verge"}, {"all", ""}, {"x", "&"}});
    CHECK(request->header("host") == "localhost:1");
    CHECK(request->header("cookie").empty());
    for (const char* target : {"", "search", "http://127.0.0.1/", "*", "/%", "/%zz", "/?q=%4",
                               "/a%00b", "/a%0d%0ab", "/%1f"}) {
        CAPTURE(target);
        CHECK_FALSE(read_request("GET", target, {}, ""));
    }
}

TEST_CASE("a header that tells who asks is not there twice") {
    for (const char* name : {"Host", "Origin", "Cookie", "Sec-Fetch-Site", "Content-Type"}) {
        CAPTURE(name);
        CHECK_FALSE(read_request("GET", "/", {{name, "a"}, {name, "b"}}, ""));
    }
    CHECK(read_request("GET", "/", {{"Accept", "a"}, {"accept", "b"}}, ""));
}

TEST_CASE("what is put into an address comes out of it") {
    for (const char* text :
         {"", "a b", "a+b", "=\"The Verge\"", "100 % & more; #1", "\xC3\xA9", "\x01\xFF",
          "rail w/5 (strike OR port)", "http://x.example/?a=b&c=d", "'<script>"}) {
        CAPTURE(text);
        const Parameters parameters{{"q", text}, {"since", text}};
        CHECK(decode_parameters(encode_parameters(parameters)) == parameters);
        const auto request = read_request("GET", address_of("/article/x", parameters), {}, "");
        REQUIRE(request);
        CHECK(request->parameters == parameters);
    }
    CHECK(encode_parameters({{"q", "rail w/5 (a OR b)"}, {"outlet", "=npr"}}) ==
          "q=rail+w/5+(a+OR+b)&outlet==npr");
}

TEST_CASE("an address of ours never leads to another host") {
    for (const char* path :
         {"//evil.example", "///evil.example/x", "/\\evil.example", "evil.example", ""}) {
        CAPTURE(path);
        const std::string address = address_of(path, {});
        CHECK(address.starts_with('/'));
        CHECK_FALSE(address.starts_with("//"));
        CHECK(address.find('\\') == address.npos);
    }
    CHECK(address_of("/article/desk:1a b", {{"q", "x"}}) == "/article/desk:1a%20b?q=x");
}

TEST_CASE("a response goes through a pipe and comes back, or nothing does") {
    Response response;
    response.status = 404;
    response.type = "text/plain";
    response.body = std::string("a\0b\n", 4);
    response.headers = {{"Location", "/x"}, {"Set-Cookie", ""}};
    const std::string bytes = pack(response);
    CHECK(unpack(bytes) == response);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(unpack(std::string_view(bytes).substr(0, size)));
}

}  // namespace dateline::web
