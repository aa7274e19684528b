// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/wire.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "searcher/remote/answers.h"

namespace dateline {
namespace {

using std::string_literals::operator""s;

TEST_CASE("numbers are those of Xapian's protocol, and come back") {
    CHECK(encode_number(0) == "\0"s);
    CHECK(encode_number(254) == "\xfe");
    CHECK(encode_number(255) == "\xff\x80");
    CHECK(encode_number(255 + 127) == "\xff\xff");
    CHECK(encode_number(255 + 128) == "\xff\x00\x81"s);
    for (const std::uint64_t number :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{254}, std::uint64_t{255},
          std::uint64_t{256}, std::uint64_t{100'000}, std::uint64_t{1} << 40U, UINT64_MAX}) {
        const std::string bytes = encode_number(number) + "rest";
        std::string_view body = bytes;
        CHECK(take_number(body) == number);
        CHECK(body == "rest");
    }
}

TEST_CASE("a message is taken when it is whole, whatever its size") {
    for (const std::size_t size : {0, 1, 254, 255, 300, 70'000}) {
        const WireMessage message{5, std::string(size, 'x')};
        const std::string bytes = encode_message(message);
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 1 + i / 50) {
            std::string_view in = std::string_view(bytes).substr(0, i);
            CHECK(!take_message(in));
            CHECK(in.size() == i);
        }
        const std::string more = bytes + "ab";
        std::string_view in = more;
        CHECK(take_message(in) == message);
        CHECK(in == "ab");
    }
}

TEST_CASE("what is too long or too short is no message") {
    const std::string endless_bytes = "\x05\xff" + std::string(20, '\0');
    std::string_view endless = endless_bytes;
    CHECK_THROWS_AS(take_message(endless), WireError);
    const std::string huge_bytes = "\x05" + encode_number(std::uint64_t{1} << 40U);
    std::string_view huge = huge_bytes;
    CHECK_THROWS_AS(take_message(huge), WireError);
    std::string_view none;
    CHECK_THROWS_AS(take_number(none), WireError);
    std::string_view more = "\x09only";
    CHECK_THROWS_AS(take_bytes(more), WireError);
    CHECK_THROWS_AS(decode_greeting({0, "\x1e\x01xxxxxxxxxx"}), WireError);
    CHECK_THROWS_AS(decode_greeting({3, "\x27\x01xxxxxxxxxx"}), WireError);
    CHECK_THROWS_AS(decode_greeting({0, "\x27\x01"}), WireError);
}

TEST_CASE("answers are taken as what was asked for, or not at all") {
    const auto message = [](Reply kind, std::string body) {
        return WireMessage{static_cast<unsigned char>(kind), std::move(body)};
    };
    const Replies terms{message(Reply::length, "\x09"),
                        message(Reply::term, std::string("\x02\x05\0harbour", 10)),
                        message(Reply::term, "\x01\x04\x06x")};
    const std::vector<ListedTerm> list = decode_terms(terms);
    REQUIRE(list.size() == 2);
    CHECK(list[0].name == "harbour");
    CHECK(list[0].wdf == 2);
    CHECK(list[1].name == "harboux");
    CHECK(decode_keys({message(Reply::metadata_key,
                               "\x01"
                               "b")},
                      "a") == std::vector<std::string>{"ab"});
    const RemoteDocument document =
        decode_document({message(Reply::data, "text"), message(Reply::value,
                                                               "\x07"
                                                               "2026")});
    CHECK(document.data == "text");
    CHECK(document.values.at(7) == "2026");
    CHECK(decode_counts({message(Reply::frequencies, "\x03\x08")}).occurrences == 8);
    CHECK_THROWS_AS(decode_terms({}), WireError);
    CHECK_THROWS_AS(decode_terms({message(Reply::length, "\x09"), message(Reply::value, "\x01")}),
                    WireError);
    CHECK_THROWS_AS(decode_keys({message(Reply::metadata_key,
                                         "\x02"
                                         "b")},
                                "a"),
                    WireError);
    CHECK_THROWS_AS(decode_length({message(Reply::data, "\x09")}), WireError);
    CHECK_THROWS_AS(decode_metadata({}), WireError);
    CHECK_THROWS_AS(check_beginning("Welcome to desk\n"), WireError);
    CHECK_NOTHROW(check_beginning(std::string_view("\0\x20", 2)));
}

TEST_CASE("random bytes are messages or none, and nothing worse") {
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes(random() % 40, '\0');
        for (char& byte : bytes) byte = static_cast<char>(random());
        try {
            std::string_view left = bytes;
            while (take_message(left)) continue;
        } catch (const WireError&) {
        }
    }
}

}  // namespace
}  // namespace dateline
