// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/encoding.h"

#include <doctest/doctest.h>

#include "indexer/readers/bytes/charset.h"
#include "indexer/readers/bytes/utf8_check.h"

using namespace std::string_literals;

namespace dateline {

namespace {

struct Decoded {
    std::string text;
    std::vector<Problem> problems;
};

Decoded decode(std::string_view bytes, std::string_view charset = "") {
    Decoded result;
    std::string storage;
    result.text = decode_text(bytes, charset, storage, result.problems);
    return result;
}

}  // namespace

TEST_CASE("text in every encoding that people save becomes UTF-8 with plain line ends") {
    struct Row {
        std::string bytes;
        std::string text;
        std::string problem;
    };
    const Row rows[] = {
        {"plain\ntext", "plain\ntext", ""},
        {"\xEF\xBB\xBFmarked", "marked", ""},
        {"one\r\ntwo\rthree\n", "one\ntwo\nthree\n", ""},
        {"\xFF\xFEZ\0\xFC\0r\0i\0"s, "Züri", ""},
        {"\xFE\xFF\0Z\0\xFC\xD8\x3D\xDE\x00"s, "Zü😀", ""},
        {"caf\xE9 \x93quoted\x94", "café “quoted”", "not UTF-8, read as Windows-1252"},
        {"naïve caf\xE9", "naïve café", "not UTF-8, read as Windows-1252"},
        {"\xC4\xE3\xBA\xC3\xCA\xC0\xBD\xE7",
         "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF"
         "\xBF\xBD",
         "not UTF-8, 8 bytes replaced"},
        {"a\x81z", "a\xEF\xBF\xBDz", "not UTF-8, 1 bytes replaced"},
        {"ze\0ro"s, "zero", "zero bytes left out"},
        {"bell\x07 and\ttab", "bell  and\ttab", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const Decoded decoded = decode(row.bytes);
        CHECK(decoded.text == row.text);
        CHECK((decoded.problems.empty() ? "" : decoded.problems[0].message) == row.problem);
    }
}

TEST_CASE("a stated character set decides where the bytes are not UTF-8") {
    CHECK(decode("\xC4\xE3\xBA\xC3", "gb2312").text == "你好");
    CHECK(decode("\xC4\xE3\xBA\xC3", "no-such-charset").problems.size() == 1);
    CHECK(decode("größer", "iso-8859-1").text == "größer");
    CHECK(convert_charset("\x93yes\x94", "ISO-8859-1") == "“yes”");
}

TEST_CASE("a wrong byte is reported with its line") {
    const Decoded decoded = decode("one\ntwo\ncaf\xE9\n");
    REQUIRE(decoded.problems.size() == 1);
    CHECK(decoded.problems[0] ==
          Problem{"", 3, "not UTF-8, read as Windows-1252", false, ProblemKind::encoding});
}

TEST_CASE("UTF-8 is checked as Unicode defines it") {
    struct Row {
        std::string bytes;
        bool valid;
    };
    const Row rows[] = {
        {"", true},
        {"é", true},
        {"\xC3", false},
        {"\xC0\xAF", false},
        {"\xED\xA0\x80", false},
        {"\xE0\x80\x80", false},
        {"\xF4\x90\x80\x80", false},
        {"\xF0\x9F\x98\x80", true},
        {std::string(63, 'a') + "é" + std::string(70, 'b'), true},
        {std::string(63, 'a') + "\xC3", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(is_utf8(row.bytes) == row.valid);
        CHECK(is_plain_utf8(row.bytes) == row.valid);
    }
    CHECK(!is_plain_utf8("a\rb"));
    CHECK(is_plain_utf8("a\tb\n"));
}

TEST_CASE("the character set is taken from where HTML and XML state it") {
    CHECK(stated_charset("<meta charset=\"windows-1251\">") == "windows-1251");
    CHECK(stated_charset("<meta content='text/html; charset=gbk'>") == "gbk");
    CHECK(stated_charset("<?xml version='1.0' encoding='iso-8859-2'?>") == "iso-8859-2");
    CHECK(stated_charset("<script charset=\"utf-8\"></script><meta charset=gb2312/>") == "gb2312");
    CHECK(stated_charset("<meta charset=utf-8><meta content='text/html; charset=big5'>") == "big5");
    CHECK(stated_charset("<link rel=x charset='koi8-r'><meta charset='UTF-8'>") == "UTF-8");
    CHECK(stated_charset("<meta charset='' ><meta charset=koi8-r >") == "koi8-r");
    CHECK(stated_charset("<p>none").empty());
}

}  // namespace dateline
