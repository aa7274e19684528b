// SPDX-License-Identifier: GPL-2.0-or-later
// JSON files of articles: arrays of objects, objects one behind the other, one object, and objects
// with a list of articles inside, as JSON Feed and the answers of APIs are.
#include <algorithm>
#include <optional>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/bytes/unpacked_text.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/json_scanner.h"
#include "indexer/readers/containers/tally.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/library_message.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

/// What a JSON Feed says of itself holds for its items.
std::vector<RawField> feed_fields(std::string_view outer) {
    std::vector<RawField> fields;
    if (outer.find("jsonfeed.org") == outer.npos) return fields;
    const ParsedJson feed = parse_json(outer);
    if (!feed.value || !feed.value->is_object()) return fields;
    const auto add = [&](const char* key, std::string_view name) {
        const auto found = feed.value->find(key);
        if (found != feed.value->end() && found->is_string())
            add_field_value(fields, name, 0, found->get_ref<const std::string&>());
    };
    add("title", "feed");
    add("language", "language");
    return fields;
}

Reading read_piece(const JsonPiece& piece, Tally& tally) {
    Reading reading;
    const ParsedJson parsed = parse_json(piece.text);
    if (!parsed.value) return read_json_line(piece.text);  // says what is wrong with it
    const std::vector<RawField> feed = feed_fields(piece.outer);
    for (JsonArticle& found : articles_of(*parsed.value)) {
        auto& fields = found.article.fields;
        for (const RawField& field : feed)
            if (std::ranges::find(fields, field.key, &RawField::key) == fields.end())
                fields.push_back(field);
        tally.add(std::move(found), reading);
    }
    if (!parsed.fault.empty()) reading.problems.push_back({"", 1, parsed.fault, false});
    return reading;
}

/// `{ "key"` and `[ {`: no text of another kind begins like that.
bool begins_as_json(std::string_view text) {
    const auto after_blanks = [&](char expected) {
        text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        if (!text.starts_with(expected)) return false;
        text.remove_prefix(1);
        return true;
    };
    if (after_blanks('[')) return after_blanks('{') || after_blanks(']');
    if (!after_blanks('{')) return false;
    if (after_blanks('}')) return true;
    if (!after_blanks('"')) return false;
    text = text.substr(std::min(text.find('"'), text.size()));
    return after_blanks('"') && after_blanks(':');
}

/// Two lines of whole objects: these are read line by line, since one that is wrong then costs
/// no other.
bool has_lines(std::string_view text) {
    if (!begins_json_lines(text)) return false;
    take_line(text);
    return ascii::trim(text).starts_with('{');
}

}  // namespace

bool begins_json_items(const FileStart& start) {
    const bool by_name = start.ending == "json" || start.ending.empty() || start.ending == "txt";
    return by_name && begins_as_json(start.head) && !has_lines(start.head);
}

FileEnd read_json_items(const FileBytes& file, const ItemSink& sink) {
    Tally tally;
    std::string bytes;
    const auto give = [&](const JsonPiece& piece) {
        bytes.assign(piece.text).append(piece.outer);
        return sink(
            {bytes, piece.line, PlaceUnit::line, "", [&] { return read_piece(piece, tally); }});
    };
    JsonScanner scanner(give, longest_item);
    UnpackedText input(blocks_of(file));
    for (std::string_view block = input.next(); !block.empty(); block = input.next())
        if (!scanner.add(block)) break;
    if (!input.damaged()) scanner.finish();
    std::vector<Problem> problems = scanner.take_problems();
    if (input.damaged()) problems.push_back(damaged_packing());
    const bool faulty = !problems.empty();
    FileEnd end = end_of(tally, "objects", std::move(problems));
    end.holds_articles = end.holds_articles || faulty;
    return end;
}

}  // namespace dateline
