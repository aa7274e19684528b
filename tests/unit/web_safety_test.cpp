// SPDX-License-Identifier: GPL-2.0-or-later
// Nothing of an article or a request is more than text, and the key is its owner's alone.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "searcher/web/key_file.h"
#include "tests/unit/web_pages.h"

namespace dateline::web {

TEST_CASE("hostile text is text on every page") {
    for (const char* target :
         {"/", "/search?q=hostile", "/article/bad?q=hostile", "/search?q=hostile&explain=yes",
          "/search?story=bad", "/search?copies-of=bad", "/search?by=outlet&q=hostile"}) {
        const std::string body = page(target);
        CHECK(count(body, "<script") == 1);
        CHECK_FALSE(has(body, "\xE2\x80\xAE"));
    }
    CHECK(has(page("/article/bad"), "&lt;script&gt;alert(1)&lt;/script&gt;"));
    const StrictHtml kept(answer("/export?q=hostile&format=html").body);
    for (const HtmlTag& tag : kept.tags()) CHECK(tag.name != "script");
}

TEST_CASE("hostile requests are text, too") {
    namespace fs = std::filesystem;
    std::vector<std::string> texts{hostile, "\xFF\xFE", "\"<b>", "' onload=x",
                                   std::string(5000, 'a')};
    for (const auto& entry :
         fs::directory_iterator(fs::path(DATELINE_SOURCE) / "tests/fuzz/seeds/query")) {
        std::ifstream file(entry.path(), std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    for (const std::string& text : texts)
        for (const char* name :
             {"q", "outlet", "since", "story", "by", "sort", "nothing", "limit"}) {
            const std::string target = address_of("/search", {{"q", "harbour"}, {name, text}});
            const Response response = answer(target);
            CAPTURE(target);
            CHECK(response.status < 500);
            const StrictHtml read(response.body);
            if (response.status == 303) continue;
            CHECK(read.fault() == "");
            CHECK(read.unsafe() == "");
        }
    for (const std::string& text : texts)
        CHECK(answer(address_of("/article/" + text.substr(0, 50), {})).status < 500);
}

TEST_CASE("without an index a page says what is missing") {
    const Response response = respond(site_of("/nowhere/at/all"), asked_for("/search?q=a"));
    CHECK(response.status == 503);
    CHECK(has(response.body, "dateline-index"));
}

TEST_CASE("every response has the same safety") {
    const auto& headers = safety_headers();
    const auto value = [&](const std::string& name) {
        for (const auto& [one, text] : headers)
            if (one == name) return text;
        return std::string();
    };
    const std::string policy = value("Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none';"));
    CHECK_FALSE(has(policy, "unsafe"));
    CHECK_FALSE(has(policy, "*"));
    CHECK(value("Cache-Control") == "no-store");
    CHECK(value("Referrer-Policy") == "no-referrer");
    CHECK(value("X-Content-Type-Options") == "nosniff");
    CHECK(value("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(value("Cross-Origin-Resource-Policy") == "same-origin");
}

TEST_CASE("the key is made once, for its owner alone") {
    namespace fs = std::filesystem;
    const TemporaryFolder folder;
    const std::string path = folder / "state/dateline/web-key";
    const std::string key = key_in(path);
    CHECK(key.size() == 32);
    CHECK(key_in(path) == key);
    CHECK(fs::status(path).permissions() == fs::perms(0600));
    CHECK(fs::status(folder / "state/dateline").permissions() == fs::perms(0700));
    fs::permissions(path, fs::perms(0640));
    CHECK_THROWS_AS(key_in(path), Error);
    fs::permissions(path, fs::perms(0600));
    std::ofstream(path) << "short\n";
    CHECK_THROWS_AS(key_in(path), Error);
    CHECK(new_secret() != new_secret());
}

}  // namespace dateline::web
