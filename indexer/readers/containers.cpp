// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/file_ending.h"

namespace dateline {

namespace {

constexpr std::size_t head_bytes = 16 * 1024;

bool begins_lines_of_json(const FileStart& start) {
    if (start.ending == "jsonl" || start.ending == "ndjson") return true;
    return begins_json_lines(start.head);
}

/// In the order in which they are looked for.
constexpr std::array table{
    ContainerRow{begins_warc, read_warc},
    ContainerRow{begins_wacz, read_wacz},
    ContainerRow{begins_zip, read_zip},
    ContainerRow{begins_mbox, read_mbox},
    ContainerRow{begins_enex, read_enex},
    ContainerRow{begins_link_list, read_link_list},
    ContainerRow{begins_notion_answers, read_notion_answers},
    ContainerRow{begins_json_items, read_json_items},
    ContainerRow{begins_lines_of_json, read_json_lines},
    ContainerRow{begins_csv, read_csv},
};

std::string plain_name(std::string_view name) {
    std::string lower = ascii::lowered(name);
    for (const std::string_view packing : {".gz", ".zst"})
        if (lower.ends_with(packing)) lower.resize(lower.size() - packing.size());
    return lower;
}

std::string unpacked_head(const FileBytes& file) {
    UnpackedBytes input(blocks_of(file));
    std::string head;
    while (head.size() < head_bytes) {
        const std::string_view block = input.next();
        if (block.empty()) break;
        head += block.substr(0, head_bytes - head.size());
    }
    return head;
}

std::string head_of(const FileBytes& file) {
    std::string head(std::min<std::uint64_t>(head_bytes, file.size), '\0');
    head.resize(file.read_at(0, head));
    const bool packed = head.starts_with("\x1F\x8B") || head.starts_with("\x28\xB5\x2F\xFD");
    return packed ? unpacked_head(file) : head;
}

}  // namespace

const ContainerRow* find_container(std::string_view name, const FileBytes& file) {
    const std::string ending = ending_of(plain_name(name));
    const std::string head = head_of(file);
    std::string storage;
    std::vector<Problem> ignored;
    const std::string_view text = decode_text(head, "", storage, ignored);
    const auto* row = std::ranges::find_if(table, [&](const ContainerRow& each) {
        return each.begins({ending, text});
    });
    return row == table.end() ? nullptr : row;
}

Reading read_item(const FileItem& item) {
    Reading reading = item.read();
    if (item.is_placed) return reading;
    const bool lines = item.unit == PlaceUnit::line;
    const std::uint32_t before = lines ? std::max(item.number, 1U) - 1 : 0;
    const auto place = [&](std::uint32_t line) { return lines && line > 0 ? line + before : 0; };
    for (RawArticle& article : reading.articles) {
        article.line = lines ? article.line + before : item.number;
        article.unit = item.unit;
        article.item = item.name;
        for (RawField& field : article.fields) field.line = place(field.line);
        if (!lines) article.lines.clear();
        for (LineMark& mark : article.lines) mark.line += before;
    }
    for (Problem& problem : reading.problems) {
        problem.line = lines ? std::max(problem.line, 1U) + before : item.number;
        problem.unit = item.unit;
        problem.item = item.name;
    }
    return reading;
}

}  // namespace dateline
