// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stored_article.h"

#include <zstd.h>

#include <algorithm>
#include <memory>
#include <new>

#include "common/bytes.h"
#include "common/error.h"
#include "common/fields.h"

namespace dateline {
namespace {

// Numbers of what is stored beside the table's fields; they share the table's number space.
constexpr std::uint8_t id_number = 101;
constexpr std::uint8_t root_number = 102;
constexpr std::uint8_t stamp_number = 103;
constexpr std::uint8_t derived_number = 104;
constexpr std::uint8_t item_line_number = 105;
constexpr std::uint8_t unit_number = 107;
constexpr std::uint8_t item_number = 108;
constexpr std::uint8_t check_number = 106;  // the last: a hash of all bytes before it

constexpr int compression_level = 1;
constexpr std::size_t most_text_bytes = std::size_t{1} << 31;

std::string encode_number(std::uint32_t number) {
    std::string bytes;
    put_number(bytes, number);
    return bytes;
}

std::uint32_t decode_number(std::string_view bytes) {
    ByteSource source(bytes);
    const std::uint32_t number = source.number32();
    if (!source.at_end()) throw ByteSource::damaged();
    return number;
}

PlaceUnit decode_unit(std::string_view bytes) {
    const std::uint32_t number = decode_number(bytes);
    if (number >= place_units) throw ByteSource::damaged();
    return static_cast<PlaceUnit>(number);
}

void put_field(std::string& bytes, std::uint8_t number, const Values& values) {
    if (values.empty()) return;
    put_number(bytes, number);
    put_number(bytes, values.size());
    for (const std::string& value : values) put_text(bytes, value);
}

const Field* field_of_number(std::uint64_t number) {
    for (const Field& row : fields())
        if (row.number != 0 && row.number == number) return &row;
    return nullptr;
}

void set_derived(Article& article, const Values& values) {
    if (values.size() % 2 != 0) throw ByteSource::damaged();
    for (std::size_t i = 0; i < values.size(); i += 2) article.derived[values[i]] = values[i + 1];
}

void set_field(Article& article, std::uint64_t number, Values values) {
    if (const Field* row = field_of_number(number)) return row->set(article, std::move(values));
    if (number == derived_number) return set_derived(article, values);
    if (values.size() != 1) throw ByteSource::damaged();
    switch (number) {
        case id_number:
            article.id = values[0];
            return;
        case root_number:
            article.root = decode_number(values[0]);
            return;
        case item_line_number:
            article.item_line = decode_number(values[0]);
            return;
        case unit_number:
            article.unit = decode_unit(values[0]);
            return;
        case item_number:
            article.item = std::move(values[0]);
            return;
        case stamp_number:
            article.file = decode_stamp(values[0]);
            return;
        default:
            throw ByteSource::damaged();
    }
}

struct FreeCompressor {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, FreeCompressor>;

/// Its frames end in a checksum of the text.
Compressor make_compressor() {
    Compressor compressor(ZSTD_createCCtx());
    if (!compressor) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_compressionLevel, compression_level);
    ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_checksumFlag, 1);
    return compressor;
}

/// The size that the frame states, if so few bytes can hold so much.
std::size_t plain_size(std::string_view bytes) {
    constexpr std::size_t most_block_bytes = std::size_t{128} << 10;
    constexpr std::size_t least_packed_block_bytes = 4;
    const std::size_t most = (bytes.size() / least_packed_block_bytes + 1) * most_block_bytes;
    const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size > std::min(most, most_text_bytes)) throw ByteSource::damaged();
    return size;
}

}  // namespace

std::string encode_display(const Article& article) {
    std::string bytes;
    put_field(bytes, id_number, {article.id});
    put_field(bytes, root_number, {encode_number(article.root)});
    if (article.item_line != 0)
        put_field(bytes, item_line_number, {encode_number(article.item_line)});
    else
        put_field(bytes, stamp_number, {encode_stamp(article.file)});
    if (article.unit != PlaceUnit::line)
        put_field(bytes, unit_number, {encode_number(static_cast<std::uint32_t>(article.unit))});
    if (!article.item.empty()) put_field(bytes, item_number, {article.item});
    for (const Field& row : fields())
        if (row.number != 0) put_field(bytes, row.number, row.get(article));
    Values derived;
    for (const auto& [name, from] : article.derived) {
        derived.push_back(name);
        derived.push_back(from);
    }
    put_field(bytes, derived_number, derived);
    put_field(bytes, check_number, {check_of(bytes)});
    return bytes;
}

Article decode_display(std::string_view bytes) {
    Article article;
    ByteSource source(bytes);
    for (;;) {
        const std::string_view before = bytes.substr(0, bytes.size() - source.rest().size());
        const std::uint64_t number = source.number();
        Values values;
        for (std::uint64_t count = source.number(); count > 0; --count)
            values.emplace_back(source.text());
        if (number == check_number && values == Values{check_of(before)} && source.at_end())
            return article;
        set_field(article, number, std::move(values));
    }
}

std::string encode_text(const Article& article) {
    std::string plain;
    put_number(plain, article.lines.size());
    std::uint32_t offset = 0;
    std::uint32_t line = 0;
    for (const LineMark& mark : article.lines) {
        put_number(plain, mark.offset - offset);
        put_number(plain, mark.line - line);
        offset = mark.offset;
        line = mark.line;
    }
    plain += article.body;
    thread_local const Compressor compressor = make_compressor();
    std::string bytes(ZSTD_compressBound(plain.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(compressor.get(), bytes.data(), bytes.size(), plain.data(), plain.size());
    if (ZSTD_isError(size)) throw Error("cannot compress an article");
    bytes.resize(size);
    return bytes;
}

void decode_text(std::string_view bytes, Article& article) {
    article.body.clear();
    article.lines.clear();
    const std::size_t size = plain_size(bytes);
    std::string plain(size, '\0');
    const auto got = ZSTD_decompress(plain.data(), plain.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(got) || got != size) throw ByteSource::damaged();
    ByteSource source(plain);
    LineMark mark{0, 0};
    for (std::uint64_t count = source.number(); count > 0; --count) {
        mark.offset += source.number32();
        mark.line += source.number32();
        article.lines.push_back(mark);
    }
    article.body = source.rest();
}

std::string text_key(std::uint32_t docid) {
    std::string key("t");
    for (int shift = 24; shift >= 0; shift -= 8) key += static_cast<char>((docid >> shift) & 0xff);
    return key;
}

std::string container_stamp_key(std::uint32_t root, std::string_view path) {
    return make_term("s", std::to_string(root).append(":").append(path));
}

}  // namespace dateline
