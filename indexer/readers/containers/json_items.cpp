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
#include "indexer/readers/json_text.h"
#include "indexer/readers/library_message.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

/// What a JSON Feed says of itself holds for its items. It is asked of each, and mostly the same.
class FeedHead {
public:
    const std::vector<RawField>& fields(std::string_view outer) {
        if (outer != outer_) {
            outer_ = outer;
            read();
        }
        return fields_;
    }

private:
    void read() {
        fields_.clear();
        if (outer_.find("jsonfeed.org") == std::string::npos) return;
        const ParsedJson feed = parse_json(outer_);
        if (!feed.value || !feed.value->is_object()) return;
        const auto add = [&](const char* key, std::string_view name) {
            const auto found = feed.value->find(key);
            if (found != feed.value->end() && found->is_string())
                add_field_value(fields_, name, 0, found->get_ref<const std::string&>());
        };
        add("title", "feed");
        add("language", "language");
    }

    std::string outer_;
    std::vector<RawField> fields_;
};

class JsonItems {
public:
    explicit JsonItems(const ItemSink& sink) : sink_(sink) {}

    bool give(const JsonPiece& piece) {
        const std::vector<RawField>& feed = feed_.fields(piece.outer);
        bytes_ = piece.text;
        for (const RawField& field : feed) bytes_.append("\n").append(field.values.front());
        return sink_({bytes_, piece.line, PlaceUnit::line, "", [&] { return read(piece, feed); }});
    }

    FileEnd end(std::vector<Problem> problems) {
        const bool faulty = !problems.empty();
        FileEnd end = end_of(tally_, "objects", std::move(problems));
        // An object alone is the settings of some program.
        if (!end.holds_articles && end.problems.empty() && tally_.others > 1)
            end.problems.push_back(
                {"", 0, "no text among: " + listed_names(names_), false, ProblemKind::empty});
        end.holds_articles = end.holds_articles || faulty;
        return end;
    }

private:
    Reading read(const JsonPiece& piece, const std::vector<RawField>& feed) {
        Reading reading;
        const ParsedJson parsed = parse_json(piece.text);
        if (!parsed.value) return read_json_line(piece.text);  // says what is wrong with it
        for (JsonArticle& found : articles_of(*parsed.value)) {
            auto& fields = found.article.fields;
            for (const RawField& field : feed)
                if (std::ranges::find(fields, field.key, &RawField::key) == fields.end())
                    fields.push_back(field);
            tally_.add(std::move(found), reading);
        }
        if (names_.empty())
            for (const auto& [name, value] : parsed.value->items()) names_.push_back(name);
        tell_faults(parsed, reading.problems);
        return reading;
    }

    const ItemSink& sink_;
    Tally tally_;
    FeedHead feed_;
    std::string bytes_;
    std::vector<std::string> names_;  // of the first object
};

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
    JsonItems items(sink);
    JsonScanner scanner([&](const JsonPiece& piece) { return items.give(piece); }, longest_item);
    UnpackedText input(blocks_of(file));
    for (std::string_view block = input.next(); !block.empty(); block = input.next())
        if (!scanner.add(block)) break;
    if (!input.damaged()) scanner.finish();
    std::vector<Problem> problems = scanner.take_problems();
    if (input.damaged()) problems.push_back(damaged_packing());
    return items.end(std::move(problems));
}

}  // namespace dateline
