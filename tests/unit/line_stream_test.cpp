// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/line_stream.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <string>

namespace dateline {

namespace {

struct Lines {
    std::vector<std::string> lines;
    std::vector<Problem> problems;
};

// Gives the bytes in small pieces, as a slow disk would.
Lines read(std::string bytes, std::size_t step = 7, std::size_t most = longest_line) {
    Lines result;
    std::size_t at = 0;
    const BlockSource source = [&](std::span<char> block) {
        const std::size_t count = std::min({step, block.size(), bytes.size() - at});
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), count, block.begin());
        at += count;
        return count;
    };
    const LineSink sink = [&](std::string_view line, std::uint32_t number) {
        CHECK(number > result.lines.size());
        result.lines.emplace_back(line);
        return line != "stop";
    };
    result.problems = for_each_line(source, sink, most);
    return result;
}

std::string gzip(std::string text) {
    std::string out(text.size() + 1000, '\0');
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
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

using Expected = std::vector<std::string>;

}  // namespace

TEST_CASE("lines come alike from plain, gzip and zstd files, in whatever pieces") {
    std::string text;
    Expected expected;
    for (int number = 0; number < 20000; ++number) {
        expected.push_back("{\"id\": " + std::to_string(number * 7919) + "}");
        text += expected.back() + (number % 3 == 0 ? "\r\n" : "\n");
    }
    for (const std::size_t step : {std::size_t{13}, std::size_t{4096}, std::size_t{1} << 20U}) {
        CAPTURE(step);
        CHECK(read(text, step).lines == expected);
        CHECK(read(gzip(text), step).lines == expected);
        CHECK(read(zstd(text), step).lines == expected);
    }
}

TEST_CASE("the last line needs no end, and members of a gzip file are one text") {
    CHECK(read("a\nb").lines == Expected{"a", "b"});
    CHECK(read("a\n\nb\n").lines == Expected{"a", "", "b"});
    CHECK(read("").lines.empty());
    CHECK(read(gzip("a\nb") + gzip("c\nd\n")).lines == Expected{"a", "bc", "d"});
    CHECK(read(zstd("a\nb") + zstd("c\nd\n")).lines == Expected{"a", "bc", "d"});
}

TEST_CASE("the reader of the lines can stop") {
    CHECK(read("a\nstop\nb\n").lines == Expected{"a", "stop"});
    CHECK(read(gzip("a\nstop\nb\n")).problems.empty());
}

TEST_CASE("a damaged file gives its lines up to the damage and a problem") {
    const std::string whole = gzip("one\ntwo\nthree\n");
    const Lines cut = read(whole.substr(0, whole.size() - 9));
    REQUIRE(cut.problems.size() == 1);
    CHECK(cut.problems[0].message == "compressed file is damaged or cut off");
    const std::string packed = zstd(std::string(5000, 'x') + "\n");
    CHECK(read(packed.substr(0, packed.size() / 2)).problems.size() == 1);
    CHECK(read("\x1F\x8Bnonsense").problems.size() == 1);
}

TEST_CASE("a line that is too long is passed over and reported") {
    const Lines lines = read("a\n" + std::string(100, 'x') + "\nb\n", 7, 50);
    CHECK(lines.lines == Expected{"a", "b"});
    REQUIRE(lines.problems.size() == 1);
    CHECK(lines.problems[0].line == 2);
}

}  // namespace dateline
