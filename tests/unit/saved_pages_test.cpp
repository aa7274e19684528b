// SPDX-License-Identifier: GPL-2.0-or-later
// What wraps a saved page: SingleFile, web archives, gzip.
#include <doctest/doctest.h>
#include <zlib.h>

#include <algorithm>
#include <string>

#include "indexer/readers/formats.h"
#include "indexer/readers/not_read.h"
#include "indexer/readers/pages/single_file.h"
#include "indexer/readers/readers.h"
#include "tests/unit/made_zip.h"

namespace dateline {
namespace {

const std::string long_uri = "data:image/png;base64," + std::string(100, 'A');

std::string value_of(const RawArticle& article, std::string_view key) {
    const auto found = std::ranges::find(article.fields, key, &RawField::key);
    return found == article.fields.end() ? "" : found->values.front();
}

std::string saved(const std::string& mark) {
    return "<!DOCTYPE html> <html><!--\n " + mark +
           " \n url: https://a.org/x \n saved date: Wed Nov 25 2026 22:15:15 GMT+0000\n-->"
           "<title>A title</title><body><p>Hello, and more of it.</p></body></html>";
}

TEST_CASE("a page of SingleFile has the address of its head comment, and no day of saving") {
    for (const char* mark : {"Page saved with SingleFile", "Archive processed by SingleFile"}) {
        CAPTURE(mark);
        Format format = Format::unknown;
        const Reading reading = read_file("a.html", saved(mark), format);
        CHECK(format == Format::single_file);
        REQUIRE(reading.articles.size() == 1);
        CHECK(value_of(reading.articles[0], "url") == "https://a.org/x");
        for (const RawField& field : reading.articles[0].fields)
            CHECK(field.values.front().find("2026") == std::string::npos);
    }
    CHECK_FALSE(begins_single_file("<html><p>Page saved with SingleFile</p></html>"));
}

TEST_CASE("pictures within attributes and the extension's own elements go before a page is read") {
    struct Row {
        std::string html;
        std::string left;
    };
    const Row rows[] = {
        {"<img src=\"" + long_uri + "\">x", "<img src=\"\">x"},
        {"<img src=" + long_uri + ">x", "<img src=>x"},
        {"url(" + long_uri + ")", "url()"},
        {"data: and data:short stay", "data: and data:short stay"},
        {"a<single-file-note>my note</single-file-note>b", "ab"},
        {"a<single-file-note>no end", "a<single-file-note>no end"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        CHECK(without_attachments(row.html) == row.left);
    }
}

TEST_CASE("a page that unpacks itself is read from the archive in it") {
    const std::string head =
        "<!DOCTYPE html> <html data-sfz><!--\n Page saved with SingleFile \n url: https://a.org/x "
        "\n--><body>Please wait...";
    const std::string page = "<html><title>T</title><body><p>The text within.</p></body></html>";
    const Reading reading =
        read_file("a.html", head + made_zip({{"index.html", page}}, head.size()));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "The text within.");
    CHECK(value_of(reading.articles[0], "url") == "https://a.org/x");
    CHECK(read_file("a.html", head + "no archive").problems[0].fatal);
}

std::string web_archive(const std::string& head) {
    return head +
           "MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; "
           "boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: "
           "quoted-printable\nContent-Location: https://a.org/x\n\n<html><head><meta "
           "charset=3Dwindows-1252><title>T</title></head><body><p>Caf=E9 =\ntext.</p></body>"
           "</html>\n--b\nContent-Type: text/html\n\n<p>A frame.</p>\n--b--\n";
}

TEST_CASE("a web archive gives its page, with its address and no day of saving") {
    const std::string date = "Date: Wed, 25 Nov 2026 22:23:26 GMT\n";
    for (const std::string head : {"From: <Saved by Blink>\n", "Subject: T\n",
                                   "From: <Saved by Windows Internet Explorer 8>\n"}) {
        CAPTURE(head);
        Format format = Format::unknown;
        const Reading reading = read_file("a", web_archive(head + date), format);
        CHECK(format == Format::web_archive);
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text == "Café text.");
        CHECK(value_of(reading.articles[0], "url") == "https://a.org/x");
        CHECK(value_of(reading.articles[0], "date") == "");
        CHECK(reading.articles[0].lines.empty());
    }
}

TEST_CASE("a letter with pictures is no web archive") {
    Format format = Format::unknown;
    read_file("a", web_archive("From: a@b.org\nTo: c@d.org\nSubject: T\n"), format);
    CHECK(format == Format::mail);
}

std::string gzipped(std::string text) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

TEST_CASE("a packed page is read as the page; what does not end or grows too far is not") {
    const std::string page = "<html><title>T</title><body><p>Hello.</p></body></html>";
    Format format = Format::unknown;
    const Reading reading = read_file("a.html.gz", gzipped(page), format);
    CHECK(format == Format::web_page);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "Hello.");
    CHECK(read_file("a.html.gz", gzipped(page).substr(0, 30)).articles.empty());
    CHECK(read_file("a.html.gz", gzipped(std::string(100U << 20U, ' '))).articles.empty());
    read_file("a.html.gz", gzipped(gzipped(page)), format);
    CHECK(format == Format::unknown);
    read_file("a.gz", gzipped(page), format);
    CHECK(format == Format::unknown);
}

TEST_CASE("a Safari web archive is named, not read as text") {
    Format format = Format::web_page;
    read_file("a.webarchive", "bplist00\xD1WebMainResource text text", format);
    CHECK(format == Format::unknown);
    CHECK(not_read_text({{"webarchive", 1}}) == "1 .webarchive (Safari; save the page as HTML)");
}

}  // namespace
}  // namespace dateline
