// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/notes/notion_page.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr std::size_t longest_key = 60;

/// What Notion and its web clipper call the days of making and editing.
constexpr auto days_of_saving = std::to_array<std::string_view>(
    {"created", "created time", "created at", "date created", "last edited", "last edited time",
     "updated", "updated at", "added", "date added", "saved", "clipped"});

/// "Key: value", or a key alone.
std::size_t key_length(std::string_view line) {
    const std::size_t colon = line.find(':');
    const bool is_key = colon != line.npos && colon > 0 && colon <= longest_key &&
                        (colon + 1 == line.size() || line[colon + 1] == ' ');
    return is_key ? colon : 0;
}

/// The bytes from the lines' first to their last; all of them are properties.
struct PropertyLines {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t line = 0;
};

/// The paragraph below the title, if all of its lines are.
PropertyLines property_lines(std::string_view text) {
    PropertyLines found;
    std::string_view rest = text;
    std::uint32_t number = 0;
    bool title = false;
    while (!rest.empty()) {
        const std::size_t at = text.size() - rest.size();
        const std::string_view line = ascii::trim(take_line(rest));
        ++number;
        if (line.empty() && found.line != 0) break;
        if (line.empty()) continue;
        if (!title && !line.starts_with("# ")) return {};
        if (!std::exchange(title, true)) continue;
        if (key_length(line) == 0) return {};
        if (found.line == 0) found = {at, at, number};
        found.end = text.size() - rest.size();
    }
    return found;
}

bool has_text(const RawArticle& article) {
    return !article.text.empty() && article.text != article.heading;
}

}  // namespace

void add_notion_property(std::vector<RawField>& fields, std::string_view key,
                         std::string_view value, std::uint32_t line) {
    const std::string name = field_key(key);
    if (std::ranges::find(days_of_saving, name) != days_of_saving.end()) return;
    value = ascii::trim(value);
    if (value.starts_with('@')) value.remove_prefix(1);  // so it marks days and people
    add_field_value(fields, name, line, value);
}

Reading notion_page_without_text() {
    return {{}, {{"", 0, "no text but properties in it", false, ProblemKind::empty}}};
}

bool names_notion_page(std::string_view path) {
    constexpr std::size_t digits = 32;
    if (!path.ends_with(".md")) return false;
    path.remove_suffix(3);
    if (path.size() <= digits || path[path.size() - digits - 1] != ' ') return false;
    return path.substr(path.size() - digits).find_first_not_of("0123456789abcdef") == path.npos;
}

Reading read_notion_markdown(std::string_view text) {
    const PropertyLines lines = property_lines(text);
    std::string rest(text);
    for (std::size_t at = lines.begin; at < lines.end; ++at)
        if (rest[at] != '\n') rest[at] = ' ';
    Reading reading = read_markdown(rest);
    if (reading.articles.size() != 1) return reading;
    RawArticle& article = reading.articles.front();
    if (!has_text(article)) return notion_page_without_text();
    std::string_view properties = text.substr(lines.begin, lines.end - lines.begin);
    for (std::uint32_t number = lines.line; !properties.empty(); ++number) {
        const std::string_view line = ascii::trim(take_line(properties));
        const std::size_t length = key_length(line);
        add_notion_property(article.fields, line.substr(0, length), line.substr(length + 1),
                            number);
    }
    return reading;
}

}  // namespace dateline
