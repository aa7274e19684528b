// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/containers/mbox_cutter.h"
#include "tests/unit/containers.h"

namespace dateline {

namespace {

const std::string envelope = "From a@b Fri Feb 27 23:30:00 2026\n";

std::string letter(const std::string& id, const std::string& body, const std::string& more = "") {
    return envelope + "From: Ann Lee <a@b>\nSubject: s" + id + "\nMessage-ID: <" + id + "@b>\n" +
           more + "\n" + body + "\n";
}

}  // namespace

TEST_CASE("a mailbox gives a mail each, known by its own id, at its line") {
    const ReadContainer read =
        read_container("Inbox", letter("1", "One.\n\nMore.\n") + letter("2", "Two.\n"));
    CHECK(read.items == Strings{"2 s1", "11 s2"});
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[0].identity == "<1@b>");
    CHECK(read.articles[1].text == "Two.");
    CHECK(read.articles[1].lines == std::vector<LineMark>{{0, 15}});
}

TEST_CASE("a mailbox in UTF-16 with CRLF gives its mails") {
    std::string wide = "\xFF\xFE";
    for (const char c : letter("1", "One.\n") + letter("2", "Two.\n")) {
        if (c == '\n') wide += std::string("\r\0", 2);
        wide += c;
        wide += '\0';
    }
    CHECK(read_container("Inbox", wide).articles.size() == 2);
}

TEST_CASE("lines of a mail that begin with From are not taken for another mail") {
    const Strings bodies = {
        ">From here on.\n",
        "From here on.\n",
        "Text.\nFrom a@b Fri Feb 27 23:30:00 2026\nno blank line before\n",
        "Text.\n\nFrom a@b Fri Feb 27 23:30:00 2026\nno header behind it\n",
        "Text.\n\nFrom London: our review of the year 2026\nAnalysis: what it means\n",
        "Text.\n\nFrom London, at 10:30 on Friday, in the year 2026\nAnalysis: what it means\n",
    };
    for (const std::string& body : bodies) {
        CAPTURE(body);
        const ReadContainer read = read_container("m", letter("1", body) + letter("2", "x\n"));
        REQUIRE(read.articles.size() == 2);
        CHECK(read.articles[0].text.find("From ") != std::string::npos);
        CHECK(read.articles[0].text.find(">From") == std::string::npos);
    }
}

TEST_CASE(
    "a stated length keeps a mail together that holds another, and a wrong one does no harm") {
    const std::string body = "See:\n\n" + letter("inner", "x") + "end\n";
    const auto with_length = [&](std::size_t length) {
        return read_container(
                   "m", letter("1", body, "Content-Length: " + std::to_string(length) + "\n") +
                            letter("2", "x\n"))
            .items.size();
    };
    CHECK(with_length(body.size()) == 2);
    CHECK(with_length(1) == 3);
    CHECK(with_length(body.size() * 10) == 3);
    CHECK(with_length(999999999999) == 3);
}

TEST_CASE("a mail that stands twice is one, and told") {
    const ReadContainer read =
        read_container("m", letter("1", "x\n") + letter("2", "y\n") + letter("1", "x\n"));
    CHECK(read.items.size() == 2);
    CHECK(read.problems == Strings{"0 a message stands in it more than once; one of each is kept"});
}

TEST_CASE("a mail that is too long is passed over and reported") {
    std::size_t messages = 0;
    MboxCutter cutter(
        [&](std::string_view, std::uint32_t) {
            ++messages;
            return true;
        },
        60);
    std::uint32_t number = 0;
    for (const std::string& line :
         {envelope.substr(0, envelope.size() - 1), std::string("A: b"), std::string(""),
          std::string(100, 'x'), std::string(""), envelope.substr(0, envelope.size() - 1),
          std::string("A: b"), std::string(""), std::string("y")})
        cutter.add(line, ++number);
    cutter.finish();
    CHECK(messages == 1);
    CHECK(cutter.take_problems().size() == 1);
}

TEST_CASE("an envelope is told from a sentence") {
    for (const char* line :
         {"From a@b Fri Feb 27 23:30:00 2026", "From - Fri Feb 27 23:30:00 2026",
          "From a@b Fri Feb 27 23:30:00 2026 +0100", "From a at b  Fri Feb  7 23:30 2026",
          "From 1@xxx Fri Feb 27 23:30:00 +0000 2026", "From a@b Fri, 27 Feb 2026 23:30:00 +0100"})
        CHECK(is_mbox_envelope(line));
    for (const char* line : {"From here on: nothing", "From the year 2026", ">From a 23:30:00 2026",
                             "From London: our review of the year 2026",
                             "From Friday, Feb 27 at 23:30 in 2026", "From a@b Fri Feb 27 2026"})
        CHECK_FALSE(is_mbox_envelope(line));
}

}  // namespace dateline
