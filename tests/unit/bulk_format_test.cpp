// SPDX-License-Identifier: GPL-2.0-or-later
// The worked example of the format, byte for byte: "cat", "catalog", "dog", "XA" and "z\0y" in the
// documents 1, 5 and 6.
#include <doctest/doctest.h>
#include <zlib.h>

#include <random>
#include <string>
#include <string_view>

#include "indexer/writers/bulk/document_tables.h"
#include "indexer/writers/bulk/positions.h"
#include "indexer/writers/bulk/posting_lists.h"
#include "indexer/writers/bulk/synonyms.h"
#include "indexer/writers/bulk/tag_deflater.h"
#include "indexer/writers/bulk/term_list_deflater.h"
#include "indexer/writers/bulk/values.h"
#include "indexer/writers/bulk/version_file.h"
#include "tests/unit/bulk_samples.h"

namespace dateline::bulk {
namespace {

std::string from_hex(std::string_view hex) {
    std::string bytes;
    unsigned value = 0;
    int digits = 0;
    for (const char c : hex) {
        if (c == ' ') continue;
        value = value << 4 | static_cast<unsigned>(c >= 'a' ? c - 'a' + 10 : c - '0');
        if (++digits % 2 == 0) bytes.push_back(static_cast<char>(value));
    }
    return bytes;
}

/// A leaf of 8192 bytes with these items, after the null item, packed downwards.
std::string leaf(std::initializer_list<const char*> items) {
    std::string packed = from_hex("60 00 00");
    std::string directory = from_hex("1f fd");
    for (const char* item : items) {
        packed.insert(0, from_hex(item));
        const std::size_t offset = 8192 - packed.size();
        directory.push_back(static_cast<char>(offset >> 8));
        directory.push_back(static_cast<char>(offset));
    }
    const std::size_t end = 11 + directory.size();
    const std::size_t free = 8192 - packed.size() - end;
    std::string block = from_hex("00 00 00 01 00");
    for (const std::size_t number : {free, free, end}) {
        block.push_back(static_cast<char>(number >> 8));
        block.push_back(static_cast<char>(number));
    }
    return block + directory + std::string(free, '\0') + packed;
}

/// What zlib, which Xapian uses, makes of a compressed tag.
std::string inflated(std::string_view packed, std::size_t size) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, -15) == Z_OK);
    std::string bytes(packed), plain(size, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(size);
    const int result = inflate(&stream, Z_FINISH);
    const bool whole = result == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0;
    inflateEnd(&stream);
    return whole ? plain : "not a whole stream";
}

const std::string z_term("z\0y", 3);

/// The example's values, as two runs: document 1, and the documents 2 to 6.
std::vector<Run> example_values() {
    std::vector<Run> runs(2);
    runs[0].documents = 1;
    runs[1].documents = 5;
    const auto slot = [](std::uint32_t number, std::uint32_t gap, const std::string& value) {
        ByteLog log;
        log.append(std::string(1, static_cast<char>(gap)));
        append_text(log, value);
        return SlotRun{number, 1, value, value, Section(std::move(log))};
    };
    runs[0].slots.push_back(slot(0, 0, "apple"));
    runs[0].slots.push_back(slot(2, 0, "v2"));
    runs[1].slots.push_back(slot(0, 3, "pear"));
    return runs;
}

}  // namespace

TEST_CASE("the worked postlist table is written byte for byte") {
    const TemporaryFolder folder;
    TableBuilder table(folder / "postlist", {.durable = false});
    PostingListWriter postings(table, 2000);
    write_metadata(table, {{"k", "meta"}}, {}, nullptr, 0);
    write_values(table, example_values(), 2000, 0);
    postings.begin_lengths();
    postings.add(1, 8);
    postings.add(5, 201);
    postings.add(6, 0);
    postings.end();
    struct List {
        std::string term;
        std::uint32_t documents, occurrences;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> postings;
    };
    for (const List& list : {List{"XA", 1, 0, {{1, 0}}}, List{"cat", 2, 201, {{1, 1}, {5, 200}}},
                             List{"catalog", 1, 2, {{1, 2}}}, List{"dog", 1, 5, {{1, 5}}},
                             List{z_term, 1, 1, {{5, 1}}}}) {
        postings.begin_term(list.term, list.documents, list.occurrences);
        for (const auto& [docid, wdf] : list.postings) postings.add(docid, wdf);
        postings.end();
    }
    CHECK(table.finish() == TableRoot{.entries = 11, .blocks = 1, .block_bytes = 8192});
    CHECK((
        file_bytes(folder / "postlist") ==
        leaf({"60 07 03 00 c0 6b 6d 65 74 61", "60 0d 02 00 d0 02 05 61 70 70 6c 65 70 65 61 72",
              "60 07 03 00 d0 02 01 02 76 32",
              "60 11 05 00 d8 00 00 01 05 61 70 70 6c 65 03 04 70 65 61 72",
              "60 08 05 00 d8 02 00 01 02 76 32", "60 0d 02 00 e0 00 00 00 31 05 08 03 c9 01 00 00",
              "60 08 02 58 41 01 00 00 31 00 00", "60 0d 03 63 61 74 02 c9 01 00 31 04 01 03 c8 01",
              "60 0d 07 63 61 74 61 6c 6f 67 01 02 00 31 00 02",
              "60 09 03 64 6f 67 01 05 00 31 00 05", "60 0a 04 7a 00 ff 79 01 01 04 31 00 01"})));
}

TEST_CASE("the worked position table is written byte for byte") {
    const TemporaryFolder folder;
    TableBuilder table(folder / "position", {.durable = false});
    PositionListWriter positions(table);
    for (const char* term : {"cat", "catalog", "dog"}) {
        positions.begin_term(term);
        positions.add(1, from_hex(term[0] == 'd'   ? "14 62 26 00"
                                  : term[3] == 'a' ? "05 01"
                                                   : "03"));
    }
    table.finish();
    CHECK((file_bytes(folder / "position") ==
           leaf({"60 07 06 63 61 74 00 00 01 03", "60 0c 0a 63 61 74 61 6c 6f 67 00 00 01 05 01",
                 "60 0a 06 64 6f 67 00 00 01 14 62 26 00"})));
}

TEST_CASE("the worked synonym table is written byte for byte") {
    const TemporaryFolder folder;
    ByteLog one, other;
    for (const char* text : {"cat", "feline", "cat", "puss"}) append_text(one, text);
    for (const char* text : {"cat", "puss"}) append_text(other, text);
    const Section sections[] = {Section(std::move(one)), Section(std::move(other))};
    const Section* pointers[] = {&sections[0], &sections[1]};
    TableBuilder table(folder / "synonym", {.durable = false});
    write_synonyms(table, pointers, 0);
    table.finish();
    CHECK((file_bytes(folder / "synonym") ==
           leaf({"60 0f 03 63 61 74 66 66 65 6c 69 6e 65 64 70 75 73 73"})));
}

TEST_CASE("a list of two chunks is written as the format says") {
    const TemporaryFolder folder;
    TableBuilder table(folder / "postlist", {.durable = false});
    PostingListWriter postings(table, 8);
    postings.begin_term("t", 6, 300);
    for (std::uint32_t i = 1; i <= 5; ++i) postings.add(2 * i, i);
    postings.add(40000, 285);
    postings.end();
    table.finish();
    CHECK((file_bytes(folder / "postlist") ==
           leaf({"60 10 01 74 06 ac 02 01 30 08 01 01 02 01 03 01 04 01 05",
                 "60 09 05 74 00 80 9c 40 31 00 9d 02"})));
}

TEST_CASE("the version file is written byte for byte") {
    const TableRoot one_block{.entries = 3, .blocks = 1, .block_bytes = 8192, .compress_min = 18};
    const TableRoot none{.block_bytes = 8192, .compress_min = 18};
    TableRoots roots{one_block, one_block, one_block, one_block, none, none};
    roots.postlist = {.root = 2, .level = 1, .entries = 300, .blocks = 300, .block_bytes = 2048};
    const std::string bytes = encode_version_file(
        Uuid{}, roots,
        {.documents = 3, .total_length = 209, .shortest = 8, .longest = 201, .largest_wdf = 200});
    CHECK((bytes == from_hex("0f 0d 58 61 70 69 61 6e 20 47 6c 61 73 73 04 6e"
                             "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01"
                             "02 06 ac 02 01 00 07 01 ac 02 00 00 00 00"
                             "00 02 03 04 12 06 01 01 00 00 00 00"
                             "00 02 03 04 12 06 01 01 00 00 00 00"
                             "00 02 03 04 12 06 01 01 00 00 00 00"
                             "00 03 00 04 12 00 00 03 00 04 12 00"
                             "03 00 08 c8 01 01 00 d1 01 00")));
}

TEST_CASE("a compressed tag over 8192 bytes ends in the tail that readers need") {
    TagDeflater deflater;
    TermListDeflater lists;
    const std::string tail = from_hex("00 00 ff ff 03 00");
    for (const char* text : {"a", "abcdefgh", "\xd0\xb0\xd1\x81"}) {
        CAPTURE(text);
        std::string tag;
        while (tag.size() < 8193) tag += text;
        CHECK(deflater.deflate(tag).ends_with(tail));
        CHECK(lists.deflate(tag).ends_with(tail));
        CHECK(!deflater.deflate(tag.substr(0, 8192)).ends_with(tail));
        CHECK(!lists.deflate(tag.substr(0, 8192)).ends_with(tail));
    }
}

TEST_CASE("what cannot be made shorter is not compressed") {
    TagDeflater deflater;
    TermListDeflater lists;
    for (const std::string& tag :
         {std::string(18, 'a'), std::string("abcdefghijklmnopqrstuvwxyz")}) {
        CHECK(deflater.deflate(tag).empty());
        CHECK(lists.deflate(tag).empty());
    }
}

TEST_CASE("compressed tags come back") {
    std::mt19937 random(5);
    TagDeflater deflater;
    TermListDeflater lists;
    for (int i = 0; i < 400; ++i) {
        // Letters as in term lists, any bytes, and few different ones.
        const std::size_t kinds[] = {26, 256, 3};
        const std::size_t alphabet = kinds[i % 3];
        std::string tag;
        for (std::size_t left = 1 + random() % (i % 7 == 0 ? 40000 : 600); left > 0; --left) {
            tag.push_back(static_cast<char>((alphabet == 256 ? 0 : 'a') + random() % alphabet));
        }
        CAPTURE(tag.size());
        for (const std::string_view packed : {deflater.deflate(tag), lists.deflate(tag)}) {
            if (!packed.empty()) CHECK((inflated(packed, tag.size()) == tag));
            CHECK(packed.size() < tag.size());
        }
    }
}

}  // namespace dateline::bulk
