// SPDX-License-Identifier: GPL-2.0-or-later
// A test of its own, run under valgrind: what a file or a query costs grows no faster than its
// size, whatever is in it. Each shape is read at a size, at 4 and at 16 times that size; the
// differences tell how cost grows and what a byte costs, free of what each run costs anyway.
#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/text_parts.h"
#include "indexer/document/document.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/outlets/outlets.h"
#include "indexer/readers/bytes/line_stream.h"
#include "indexer/readers/pdf/pdf_article.h"
#include "indexer/readers/readers.h"
#include "searcher/query/describe.h"
#include "searcher/query/tree.h"
#include "tests/linear/block_counter.h"
#include "tests/linear/shapes.h"
#include "tests/unit/made_zip.h"

namespace dateline {

namespace {

constexpr double most_growth = 1.4;     // of a byte's cost, at four times the size
constexpr double most_per_byte = 1000;  // blocks; about 3 microseconds
constexpr double noise = 10;            // blocks a byte
constexpr std::size_t usual_bytes = 48 * 1024;

struct Cost {
    double growth = 0;    // of what a byte costs; 1: linear, 4: quadratic
    double per_byte = 0;  // blocks
};

/// All that becomes of a file's bytes, up to the writer.
void read_whole_file(std::string_view name, std::string_view bytes, const Outlets& outlets) {
    Vocabulary vocabulary;
    DocumentBuilder builder(vocabulary);
    for (RawArticle& raw : read_file(name, bytes).articles) {
        Article article =
            resolve(std::move(raw), Place{std::string(name), {}, ""}, outlets).article;
        builder.build(article);
    }
}

void read_stream(std::string_view bytes) {
    const BlockSource source = [&](std::span<char> block) {
        const std::size_t count = std::min(block.size(), bytes.size());
        std::copy_n(bytes.begin(), count, block.begin());
        bytes.remove_prefix(count);
        return count;
    };
    constexpr std::size_t most_line_bytes = 4096;
    for_each_line(
        source, [](std::string_view, std::uint32_t) { return true; }, most_line_bytes);
}

std::string gzipped(std::string_view text) {
    constexpr int gzip = 16;  // zlib.h, deflateInit2
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip, MAX_MEM_LEVEL,
                 Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()), '\0');
    std::string plain(text);
    stream.next_in = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string zstd_packed(std::string_view text) {
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1));
    return packed;
}

/// A file a line, called as it says.
std::string zip_of_lines(std::string_view lines) {
    std::vector<std::pair<std::string, std::string>> files;
    while (!lines.empty()) files.emplace_back(take_line(lines), "words");
    return made_zip(files);
}

/// The shape as it lies in a file.
std::string packed(const Shape& shape, std::string text) {
    if (shape.kind.ends_with(".gz")) return gzipped(text);
    if (shape.kind == "zip") return zip_of_lines(text);
    return shape.kind.ends_with(".zst") ? zstd_packed(text) : text;
}

void read_query(const std::string& text) {
    try {
        to_string(parse_query(text, *make_day(2026, 3, 1)));
    } catch (const Error&) {
        // Refused is read as well.
    }
}

void read(const Shape& shape, const std::string& text, const Outlets& outlets) {
    if (shape.kind == "query") return read_query(text);
    if (shape.kind == "pdf rows") {
        for (RawArticle& raw : read_pdf_rows(text).articles)
            resolve(std::move(raw), Place{"x.pdf", {}, ""}, outlets);
        return;
    }
    if (shape.kind.starts_with("stream")) return read_stream(text);
    read_whole_file(fmt::format("x.{}", shape.kind), text, outlets);
}

Cost cost_of(const Shape& shape, std::size_t bytes, const Outlets& outlets, BlockCounter& counter) {
    struct Measured {
        double bytes = 0;
        double blocks = 0;
    };
    const auto measure = [&](std::size_t size) {
        const std::string text = text_of(shape, size);
        const std::string file = packed(shape, text);
        const std::uint64_t begin = counter.now();
        read(shape, file, outlets);
        return Measured{static_cast<double>(text.size()),
                        static_cast<double>(counter.now() - begin)};
    };
    const auto per_byte = [](const Measured& less, const Measured& more) {
        return (more.blocks - less.blocks) / std::max(1.0, more.bytes - less.bytes);
    };
    if (shape.kind == "query") bytes = std::min(bytes, most_query_bytes);
    // The first run does what is only done once; libxml2's hashes have a seed of chance.
    Measured small = measure(bytes / 16);
    for (int again = 0; again < 2; ++again)
        small.blocks = std::min(small.blocks, measure(bytes / 16).blocks);
    const Measured middle = measure(bytes / 4);
    const Measured large = measure(bytes);
    const double first = per_byte(small, middle);
    const double second = per_byte(middle, large);
    return {second < noise ? 0 : second / std::max(first, noise), second};
}

/// Of the largest input, from the environment: longer runs see smaller squares.
std::size_t bytes_wanted() {
    const char* typed = std::getenv("DATELINE_LINEAR_BYTES");
    std::size_t bytes = usual_bytes;
    if (typed != nullptr) std::from_chars(typed, typed + std::string_view(typed).size(), bytes);
    return std::max<std::size_t>(bytes, 1024);
}

int run(const std::string& log) {
    BlockCounter counter(log);
    const Outlets outlets;
    const std::size_t bytes = bytes_wanted();
    const char* only = std::getenv("DATELINE_LINEAR_ONLY");
    int bad = 0;
    const std::vector<Shape> all = shapes();
    for (const Shape& shape : all) {
        if (only != nullptr && shape.name.find(only) == shape.name.npos) continue;
        const Cost cost = cost_of(shape, bytes, outlets, counter);
        const bool good = cost.growth <= most_growth && cost.per_byte <= most_per_byte;
        if (good && only == nullptr) continue;
        bad += good ? 0 : 1;
        fmt::print("{}{} {}: {:.1f} blocks a byte, growing {:.2f}\n", good ? "" : "BAD ",
                   shape.kind, shape.name, cost.per_byte, cost.growth);
    }
    fmt::print("{} shapes of {} bytes, {} not linear\n", all.size(), bytes, bad);
    return bad == 0 ? 0 : 1;
}

}  // namespace

}  // namespace dateline

int main(int count, char** arguments) {
    try {
        return dateline::run(count == 2 ? arguments[1] : "");
    } catch (const dateline::Error& error) {
        fmt::print(stderr, "{}\nhint: {}\n", error.what(), error.hint());
        return 2;
    }
}
