// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include "indexer/readers/bytes/content_coding.h"
#include "tests/unit/containers.h"

namespace dateline {

namespace {

std::string record(const std::string& type, const std::string& url, const std::string& date,
                   const std::string& content_type, const std::string& block) {
    return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
           "\r\nWARC-Date: " + date + "\r\nContent-Type: " + content_type +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& headers, const std::string& body,
                     const std::string& date = "2026-03-04T10:00:00Z") {
    return record("response", url, date, "application/http; msgtype=response",
                  "HTTP/1.1 " + headers + "\r\n\r\n" + body);
}

std::string page(const std::string& title) {
    return "<html><head><title>" + title +
           "</title></head><body><p>Some text of it.</p></body></html>";
}

std::string packed(std::string text, int window) {
    std::string out(text.size() + 1000, '\0');
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

std::string zstd(const std::string& text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

constexpr int gzip = 15 + 16;
const std::string html = "200 OK\r\nContent-Type: text/html";

}  // namespace

TEST_CASE("of a web archive the pages are articles, and nothing else") {
    const std::string archive =
        record("warcinfo", "", "2026", "application/warc-fields", "software: x\r\n") +
        response("https://e.org/a", html, page("a")) +
        record("request", "https://e.org/a", "2026", "application/http", "GET / HTTP/1.1\r\n\r\n") +
        response("https://e.org/gone", "404 Not Found\r\nContent-Type: text/html", page("gone")) +
        response("https://e.org/pic", "200 OK\r\nContent-Type: image/png", "\x89PNG") +
        response("dns:e.org", html, page("dns")) +
        response("https://e.org/bare", "200 OK", page("bare")) +
        response("https://e.org/text", "200 OK", "no page") +
        response("https://e.org/empty", html, "") +
        record("resource", "https://e.org/r", "2026", "text/html", page("r")) +
        record("revisit", "https://e.org/v", "2026", "application/http", "HTTP/1.1 200 OK\r\n\r\n");
    const Strings wanted = {"#https://e.org/a a", "#https://e.org/bare bare", "#https://e.org/r r"};
    for (const std::string& bytes : {archive, packed(archive, gzip)}) {
        const ReadContainer read = read_container("a.warc", bytes);
        CHECK(read.items == wanted);
        CHECK(read.problems.empty());
        REQUIRE(read.articles.size() == 3);
        CHECK(read.articles[0].identity == "https://e.org/a");
        CHECK(read.articles[0].lines.empty());
    }
}

TEST_CASE("the newest capture of a page counts, wherever it stands") {
    const std::string old = response("https://e.org/", html, page("old"), "2025-01-01T00:00:00Z");
    const std::string fresh = response("https://e.org/", html, page("new"), "2026-01-01T00:00:00Z");
    for (const std::string& archive : {old + fresh, fresh + old}) {
        const ReadContainer read = read_container("a.warc", archive);
        CHECK(read.items == Strings{"#https://e.org/ new"});
        CHECK(read.problems ==
              Strings{"0 1 capture of pages that were captured again later is left out"});
    }
}

TEST_CASE("a capture that holds no text gives way to the newest older one that does") {
    const auto capture = [](const char* month, const std::string& headers,
                            const std::string& body) {
        return response("https://e.org/", html + headers, body,
                        std::string("2026-") + month + "-01T00:00:00Z");
    };
    const std::string first = capture("01", "", page("first"));
    const std::string second = capture("02", "", page("second"));
    const std::string empty = capture("03", "", " \r\n");
    const std::string broken = capture("04", "\r\nContent-Encoding: br", "garbage");
    const std::string textless = capture("05", "", "<html><head><title>t</title></head></html>");
    struct Row {
        std::string archive;
        Strings items;
        Strings problems;
    };
    const std::string older = "0 1 capture of pages that were captured again later is left out";
    const Row rows[] = {
        {first + empty, {"#https://e.org/ first"}, {}},
        {empty, {}, {"0 no saved pages in it"}},
        {first + broken,
         {"#https://e.org/ first"},
         {"0 1 capture without a text is left out for an older one"}},
        {broken + second + textless + empty + first,
         {"#https://e.org/ second"},
         {older, "0 2 captures without a text are left out for an older one"}},
        {first + second + broken,
         {"#https://e.org/ second"},
         {older, "0 1 capture without a text is left out for an older one"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.archive);
        const ReadContainer read = read_container("a.warc", row.archive);
        CHECK(read.items == row.items);
        CHECK(read.problems == row.problems);
    }
}

TEST_CASE("bodies are freed of chunks and packing") {
    const std::string text = page("t");
    const std::string chunks = "5;x=y\r\n" + text.substr(0, 5) + "\r\n" + "FF\r\n" +
                               text.substr(5) + std::string(260 - text.size(), ' ') +
                               "\r\n0\r\nX: y\r\n\r\n";
    const std::pair<std::string, std::string> rows[] = {
        {"", text},
        {"\r\nTransfer-Encoding: chunked", chunks},
        {"\r\nTransfer-Encoding: chunked", text},  // kept without its chunks
        {"\r\nContent-Encoding: gzip", packed(text, gzip)},
        {"\r\nContent-Encoding: gzip", text},  // kept unpacked
        {"\r\nContent-Encoding: deflate", packed(text, 15)},
        {"\r\nContent-Encoding: deflate", packed(text, -15)},
        {"\r\nContent-Encoding: zstd", zstd(text)},
        {"\r\nContent-Encoding: deflate, gzip", packed(packed(text, 15), gzip)},
    };
    for (const auto& [headers, body] : rows) {
        CAPTURE(headers);
        const ReadContainer read =
            read_container("a.warc", response("https://e.org/", html + headers, body));
        CHECK(read.items == Strings{"#https://e.org/ t"});
        CHECK(read.problems.empty());
    }
}

TEST_CASE("the charset of the HTTP header counts") {
    const ReadContainer read = read_container(
        "a.warc",
        response("https://e.org/", html + "; charset=iso-8859-2", page("\xb3\xf3\xbfko")));
    CHECK(read.items == Strings{"#https://e.org/ łóżko"});
}

TEST_CASE("what is broken in a web archive costs no more than itself, and is told") {
    const std::string a = response("https://e.org/a", html, page("a"));
    const std::string b = response("https://e.org/b", html, page("b"));
    const std::string cut = "0 the file is damaged or cut off; what can be read of it is read";
    CHECK(read_container("a.warc", a + "rubbish\r\n\r\n" + b).items.size() == 2);
    CHECK(read_container("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + a).items.size() ==
          1);
    const ReadContainer within = read_container("a.warc", a + b.substr(0, b.size() - 60));
    CHECK(within.items.size() == 2);
    CHECK(within.problems == Strings{"2 the file ends within it", cut});
    const std::string gz = packed(a + b, gzip);
    CHECK(read_container("a.warc.gz", gz.substr(0, gz.size() - 9)).problems.back() == cut);
    std::string broken = packed(a, gzip) + packed(b, gzip) + packed(a + b, gzip);
    broken[packed(a, gzip).size() + 40] ^= 0x55;
    broken[packed(a, gzip).size() + 41] ^= 0x55;
    const ReadContainer behind = read_container("a.warc.gz", broken);
    CHECK(behind.items == Strings{"#https://e.org/a a", "#https://e.org/b b"});
    CHECK(behind.problems[0] == cut);
    const ReadContainer odd = read_container(
        "a.warc", response("https://e.org/", html + "\r\nContent-Encoding: zork", "x"));
    CHECK(odd.items.empty());
    CHECK(odd.problems == Strings{"1 packed as 'zork', which is not known"});
    CHECK_FALSE(read_container("a.warc", "WARC/1.0\r\n").holds_articles);
}

TEST_CASE("a body that unpacks without bound is refused") {
    const std::string bomb = packed(std::string(80 << 20, 'a'), gzip);
    CHECK(unpack_content("gzip", bomb)->fault == "it unpacks to more than a page can have");
    CHECK(unpack_content("gzip", "x")->fault == "its gzip is damaged or cut off");
    CHECK(unpack_content("br", "\xff\xff\xff")->fault == "its brotli is damaged or cut off");
    CHECK(unpack_content("zstd", "x")->fault == "its zstd is damaged or cut off");
    CHECK(unpack_content("zstd", zstd(std::string(80 << 20, 'a')))->fault ==
          "it unpacks to more than a page can have");
    CHECK(join_chunks("5\r\nab").fault == "its chunked transfer is damaged or cut off");
    CHECK(join_chunks("ffffffffffffffffffff\r\nab").bytes.empty());
}

}  // namespace dateline
