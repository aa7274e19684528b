// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/byte_log.h"
#include "indexer/writers/bulk/packing.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <span>
#include <vector>

#include "indexer/writers/bulk/positions.h"
#include "indexer/writers/bulk/term_lists.h"

namespace dateline::bulk {
namespace {

using Random = std::mt19937;

std::uint32_t number(Random& random) {
    return static_cast<std::uint32_t>(random());
}

std::vector<std::uint32_t> all_numbers(const Vocabulary& vocabulary) {
    std::vector<std::uint32_t> numbers(vocabulary.size());
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        if (!text.empty()) text.push_back(' ');
        text.push_back(digits[static_cast<unsigned char>(byte) >> 4]);
        text.push_back(digits[static_cast<unsigned char>(byte) & 15]);
    }
    return text;
}

std::string positions_tag(const std::vector<std::uint32_t>& positions) {
    std::string tag(max_positions_bytes(positions.size()), '\0');
    tag.resize(static_cast<std::size_t>(put_positions(tag.data(), positions) - tag.data()));
    return tag;
}

/// Reads a tag of the position table, written from the format's description on its own.
class PositionReader {
public:
    explicit PositionReader(std::string_view tag) : tag_(tag) {}

    std::vector<std::uint32_t> read() {
        std::uint32_t last = 0;
        const char* after = take_uint(tag_.data(), last);
        bit_ = static_cast<std::size_t>(after - tag_.data()) * 8;
        if (bit_ == tag_.size() * 8) return {last};
        const auto first = static_cast<std::uint32_t>(code(last));
        const std::size_t count = code(last - first) + 2;
        std::vector<std::uint32_t> positions(count);
        positions.front() = first;
        positions.back() = last;
        between(positions, 0, count - 1);
        return positions;
    }
    bool at_end() const { return (bit_ + 7) / 8 == tag_.size(); }

private:
    std::uint64_t bits(int count) {
        std::uint64_t value = 0;
        for (int i = 0; i < count; ++i, ++bit_) {
            const auto byte = static_cast<unsigned char>(tag_.at(bit_ / 8));
            value |= std::uint64_t{byte >> (bit_ % 8) & 1U} << i;
        }
        return value;
    }
    std::uint64_t code(std::uint64_t outcomes) {
        int width = 0;
        while ((std::uint64_t{1} << width) < outcomes) ++width;
        const std::uint64_t unused = (std::uint64_t{1} << width) - outcomes;
        if (unused == 0) return bits(width);
        const std::uint64_t half = (outcomes - unused) / 2;
        const std::uint64_t value = bits(width - 1);
        return value < half && bits(1) == 1 ? value + half + unused : value;
    }
    void between(std::vector<std::uint32_t>& x, std::size_t j, std::size_t k) {
        if (k - j < 2) return;
        const std::size_t middle = j + (k - j) / 2;
        x[middle] = static_cast<std::uint32_t>(x[j] + middle - j + code(x[k] - x[j] - (k - j) + 1));
        between(x, j, middle);
        between(x, middle, k);
    }

    std::string_view tag_;
    std::size_t bit_ = 0;
};

}  // namespace

TEST_CASE("numbers are packed as the format says") {
    struct Row {
        std::uint64_t value;
        std::string uint, uint_last, uint_sort;
    };
    const Row rows[] = {
        {0, "00", "", "00 00"},
        {1, "01", "01", "00 01"},
        {127, "7f", "7f", "00 7f"},
        {128, "80 01", "80", "00 80"},
        {256, "80 02", "00 01", "01 00"},
        {300, "ac 02", "2c 01", "01 2c"},
        {16384, "80 80 01", "00 40", "40 00"},
        {32767, "ff ff 01", "ff 7f", "7f ff"},
        {32768, "80 80 02", "00 80", "80 80 00"},
        {2097152, "80 80 80 01", "00 00 20", "a0 00 00"},
        {4194303, "ff ff ff 01", "ff ff 3f", "bf ff ff"},
        {4194304, "80 80 80 02", "00 00 40", "c0 40 00 00"},
        {536870912, "80 80 80 80 02", "00 00 00 20", "e0 20 00 00 00"},
        {4294967295, "ff ff ff ff 0f", "ff ff ff ff", "e0 ff ff ff ff"},
        {4294967296, "80 80 80 80 10", "00 00 00 00 01", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        std::string plain, last, sorted;
        put_number(plain, row.value);
        append_uint_last(last, row.value);
        CHECK(hex(plain) == row.uint);
        CHECK(uint_size(row.value) == plain.size());
        CHECK(hex(last) == row.uint_last);
        std::uint64_t back = 0;
        CHECK(take_uint(plain.data(), back) == plain.data() + plain.size());
        CHECK(back == row.value);
        if (row.uint_sort.empty()) continue;
        append_uint_sort(sorted, static_cast<std::uint32_t>(row.value));
        CHECK(hex(sorted) == row.uint_sort);
    }
}

TEST_CASE("strings are packed as the format says") {
    struct Row {
        std::string text, packed, sorted;
    };
    const Row rows[] = {{"abc", "03 61 62 63", "61 62 63"},
                        {"", "00", ""},
                        {std::string("a\0b", 3), "03 61 00 62", "61 00 ff 62"},
                        {std::string("\0", 1), "01 00", "00 ff"}};
    for (const Row& row : rows) {
        std::string packed, sorted;
        put_text(packed, row.text);
        append_string_sort(sorted, row.text);
        CHECK(hex(packed) == row.packed);
        CHECK(hex(sorted) == row.sorted);
    }
}

TEST_CASE("packed numbers and strings sort as what they hold") {
    Random random(7);
    for (int i = 0; i < 2000; ++i) {
        const std::uint32_t a = number(random) >> random() % 32;
        const std::uint32_t b = number(random) >> random() % 32;
        std::string key_a, key_b;
        append_uint_sort(key_a, a);
        append_uint_sort(key_b, b);
        CHECK((a < b) == (key_a < key_b));
    }
}

TEST_CASE("positions are packed as the format says") {
    struct Row {
        std::vector<std::uint32_t> positions;
        std::string tag;
    };
    const Row rows[] = {{{1}, "01"},
                        {{300}, "ac 02"},
                        {{1, 2}, "02 01"},
                        {{1, 5}, "05 01"},
                        {{0, 2}, "02 00"},
                        {{3, 9}, "09 03"},
                        {{5, 6, 7}, "07 0d"},
                        {{10, 20, 30}, "1e 2a 24"},
                        {{1, 2, 3, 4, 5}, "05 0d"},
                        {{2, 4, 7, 8, 20}, "14 62 26 00"},
                        {{1, 1000}, "e8 07 01 00 00"},
                        {{4294967295}, "ff ff ff ff 0f"},
                        {{1, 4294967295}, "ff ff ff ff 0f 01 00 00 00 00 00 00 00"}};
    for (const Row& row : rows) {
        CAPTURE(row.tag);
        CHECK(hex(positions_tag(row.positions)) == row.tag);
        CHECK(PositionReader(positions_tag(row.positions)).read() == row.positions);
    }
}

TEST_CASE("random positions come back from their tag") {
    Random random(8);
    for (int i = 0; i < 2000; ++i) {
        std::vector<std::uint32_t> positions;
        const std::uint32_t width = 1U << random() % 16;
        std::uint32_t position = 0;
        for (std::size_t left = 1 + random() % (i % 50 == 0 ? 3000 : 20); left > 0; --left) {
            positions.push_back(position += 1 + number(random) % width);
        }
        if (i % 3 == 0) positions.push_back(0xffffffff - number(random) % 100);
        const std::string tag = positions_tag(positions);
        PositionReader reader(tag);
        CHECK(reader.read() == positions);
        CHECK(reader.at_end());
        CHECK(tag.size() <= max_positions_bytes(positions.size()));
    }
}

TEST_CASE("positions that do not increase are refused") {
    CHECK_THROWS_AS(positions_tag({}), std::logic_error);
    CHECK_THROWS_AS(positions_tag({1, 1}), std::logic_error);
    CHECK_THROWS_AS(positions_tag({1, 3, 2, 4}), std::logic_error);
}

TEST_CASE("term lists are packed as the format says") {
    struct Row {
        std::vector<std::pair<std::string, std::uint32_t>> terms;
        std::uint32_t length;
        std::string tag;
    };
    const Row rows[] = {
        {{}, 0, ""},
        {{{"XA", 0}, {"cat", 1}, {"catalog", 2}, {"dog", 5}},
         8,
         "08 04 02 58 41 00 06 03 63 61 74 0f 04 61 6c 6f 67 30 03 64 6f 67"},
        {{{"cat", 200}, {std::string("z\0y", 3), 1}},
         201,
         "c9 01 02 03 63 61 74 c8 01 08 03 7a 00 79"},
        {{{"cat", 1}, {"dog", 200}}, 201, "c9 01 02 03 63 61 74 01 00 03 64 6f 67 c8 01"},
    };
    for (const Row& row : rows) {
        Vocabulary vocabulary;
        std::vector<RankedWdf> entries;
        for (const auto& [term, wdf] : row.terms) {
            vocabulary.intern(term);
            entries.push_back(ranked_wdf(static_cast<std::uint32_t>(entries.size()), wdf));
        }
        const TermOrder order(vocabulary, all_numbers(vocabulary));
        CHECK(hex(TermListEncoder(order).encode(entries, row.length)) == row.tag);
    }
}

TEST_CASE("a log that was cleared takes no more memory for the same bytes") {
    ByteLog log;
    const auto fill = [&log] {
        log.append(std::string(100, 'a'));
        for (int i = 0; i < 100; ++i) log.append(std::string(50'000, 'b'));
    };
    fill();
    const std::size_t chunks = log.chunks().size();
    for (int i = 0; i < 5; ++i) {
        log.clear();
        fill();
        CHECK(log.size() == 5'000'100);
        CHECK(log.chunks().size() <= chunks + 1);
    }
}

TEST_CASE("ranks are sorted whatever their number") {
    Random random(9);
    RankSorter sorter;
    for (const std::uint32_t ranks : {1U, 2U, 511U, 512U, 513U, 1U << 18, 0xffffffffU}) {
        std::vector<RankedWdf> entries;
        for (int i = 0; i < 700; ++i) entries.push_back(ranked_wdf(number(random) % ranks, 5));
        std::vector<RankedWdf> expected = entries;
        std::sort(expected.begin(), expected.end());
        sorter.sort(entries, ranks);
        CHECK(entries == expected);
    }
}

TEST_CASE("terms are ordered by their bytes") {
    Vocabulary vocabulary;
    for (const char* term :
         {"z", "Zcat", "catalogue", "catalog", "cat", "catalogues", "\xff", "é"}) {
        vocabulary.intern(term);
        vocabulary.intern(std::string(term) + '\0');
        vocabulary.intern(std::string(term) + std::string("\0\0y", 3));
    }
    const TermOrder order(vocabulary, all_numbers(vocabulary));
    for (std::uint32_t rank = 1; rank < order.size(); ++rank) {
        CHECK(order.term(rank - 1) < order.term(rank));
        CHECK(order.term(rank) == vocabulary.term(order.number(rank)));
    }
}

}  // namespace dateline::bulk
