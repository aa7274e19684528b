// SPDX-License-Identifier: GPL-2.0-or-later
// Exports, mailboxes and web archives: what changes in them, what is skipped, where an article is.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <regex>

#include "tests/cli/harness.h"
#include "tests/unit/made_zip.h"

namespace dateline::cli {
namespace {

std::string summary(const Output& output) {
    return std::regex_replace(output.out, std::regex(" in [0-9.]+ s\n"), "");
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("of a changed JSON array, table or mailbox only the changed items are written") {
    struct Kind {
        const char* file;
        std::string before;
        std::string (*item)(int number);
        std::string after;
    };
    const Kind kinds[] = {
        {"a/a.json", "[\n",
         [](int n) {
             return (n > 0 ? ",\n" : "") +
                    fmt::format(R"({{"id":{0},"title":"T {0}","text":"x"}})", n);
         },
         "\n]\n"},
        {"a/a.csv", "id,title,text\n", [](int n) { return fmt::format("{0},T {0},\"x\ny\"\n", n); },
         ""},
        {"a/Inbox", "",
         [](int n) {
             return fmt::format(
                 "From a Fri Feb 27 23:30:00 2026\nFrom: a@b\nSubject: T {0}\n"
                 "Message-ID: <{0}>\n\nx\n\n",
                 n);
         },
         ""},
    };
    for (const Kind& kind : kinds) {
        CAPTURE(kind.file);
        Sandbox sandbox;
        std::string text = kind.before;
        for (int n = 0; n < 300; ++n) text += kind.item(n);
        sandbox.write(kind.file, text + kind.after);
        sandbox.index({"a"});
        const std::string before = sandbox.read("index/XAPIANDB");
        sandbox.write(kind.file, text + kind.item(300) + kind.after);
        CHECK(summary(sandbox.index({})) ==
              "301 articles: 1 added, 0 updated, 300 unchanged, 0 removed, 0 problems");
        CHECK(sandbox.read("index/XAPIANDB") == before);
        CHECK(sandbox.index({"--verify"}).status == 0);
    }
}

TEST_CASE("lists of links and data that are no articles are skipped, and listed so") {
    Sandbox sandbox;
    sandbox.write("a/pocket.csv", "title,url\nA,https://e.org/1\nB,https://e.org/2\n");
    sandbox.write("a/package.json", "{\n \"name\": \"x\"\n}\n");
    sandbox.write("a/one.md", "# One\n\nText.");
    const auto at = [&](const std::string& name) {
        return (sandbox.path() / "a" / name).string() + "\n";
    };
    const Output output = sandbox.index({"--verbose", "a"});
    CHECK(output.status == 0);
    CHECK(contains(output.out, "skipped   " + at("package.json")));
    CHECK(contains(output.out, "skipped   " + at("pocket.csv")));
    CHECK(contains(output.out, "added     " + at("one.md")));
    CHECK(contains(output.err, "pocket.csv: 2 links and no texts\n"));
    CHECK(contains(output.out, "1 article: 1 added"));
    CHECK(output.out.ends_with(
        "not read: 1 .csv (no column of texts in them), 1 .json (no articles in them)\n"));
}

TEST_CASE("an article of a web archive is told by its address, shown, and no editor's") {
    Sandbox sandbox;
    const std::string page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>A</title><p>rare word</p>";
    sandbox.write("a/p.warc",
                  "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.org/x\r\n"
                  "Content-Length: " +
                      std::to_string(page.size()) + "\r\n\r\n" + page + "\r\n\r\n");
    CHECK(sandbox.index({"a"}).status == 0);
    CHECK(contains(sandbox.search({"rare"}).out, "a/p.warc#https://e.org/x\n"));
    const Output json = sandbox.search({"--json", "rare"});
    CHECK(contains(json.out, "\"line\": null"));
    CHECK(contains(json.out, "\"item\": \"https://e.org/x\""));
    CHECK(contains(sandbox.search({"--show", "a/p.warc#https://e.org/x"}).out, "rare word"));
    const Output open = sandbox.search({"--open=1", "rare"});
    CHECK(open.status == 2);
    CHECK(contains(open.err,
                   "which no editor shows\nhint: read its text with 'dateline-search --show "));
}

TEST_CASE("what was not read is told in lines of 80 columns") {
    Sandbox sandbox;
    for (const char* name : {"a.webarchive", "b.arc", "c.jpg", "d.jpg", "e.pst", "f"})
        sandbox.write(std::string("a/") + name, std::string("\x89PNG\0\1\2\3\4\5\6", 11));
    const Output output = sandbox.index({"a"});
    CHECK(output.status == 0);
    CHECK(output.out.ends_with(
        "not read: 2 .jpg (pictures), 1 of no known type, 1 .arc (older web archives;\n"
        "          convert to WARC), 1 .pst (Outlook; export as mbox), 1 .webarchive\n"
        "          (Safari; save the page as HTML)\n"));
    CHECK(sandbox.index({"--quiet", "a"}).out.empty());
}

TEST_CASE("a file in a zip archive is told by its path there, shown, and no editor's") {
    Sandbox sandbox;
    const std::string text = "# A note\n\nA rare word.\n";
    sandbox.write("a/export.zip", made_zip({{"notes/2026-02-27-one.md", text},
                                            {"two.md", "# Two\n\nOther words.\n"},
                                            {"picture.jpg", "\xFF\xD8\xFF\xE0"}}));
    const Output indexed = sandbox.index({"a"});
    CHECK(indexed.status == 0);
    CHECK(contains(indexed.out, "2 articles: 2 added"));
    CHECK(contains(indexed.err, "export.zip: not read in it: 1 .jpg (pictures)\n"));
    CHECK(contains(sandbox.search({"rare"}).out, "a/export.zip#notes/2026-02-27-one.md:3\n"));
    const Output json = sandbox.search({"--json", "rare"});
    CHECK(contains(json.out, "\"item\": \"notes/2026-02-27-one.md\""));
    CHECK(contains(json.out, "\"date\": \"2026-02-27\""));
    CHECK(contains(sandbox.search({"--show", "a/export.zip#notes/2026-02-27-one.md"}).out,
                   "rare word"));
    CHECK(contains(sandbox.search({"--open=1", "rare"}).err, "which no editor shows\n"));
    CHECK(sandbox.index({"--verify"}).status == 0);
    sandbox.write("a/export.zip", made_zip({{"notes/2026-02-27-one.md", text},
                                            {"three.md", "# Three\n\nNew words.\n"}}));
    CHECK(contains(sandbox.index({}).out, "1 added, 0 updated, 1 unchanged, 1 removed"));
}

}  // namespace dateline::cli
