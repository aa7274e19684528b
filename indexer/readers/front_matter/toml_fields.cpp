// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/front_matter/toml_fields.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "indexer/readers/field_tree.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/library_message.h"

namespace dateline {

namespace {

std::string to_text(const toml::date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string to_text(const toml::time& time) {
    std::string out = fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
    if (time.nanosecond != 0) out += fmt::format(".{:03}", time.nanosecond / 1000000);
    return out;
}

std::string to_text(const toml::date_time& time) {
    std::string out = to_text(time.date);
    out += 'T';
    out += to_text(time.time);
    if (!time.offset) return out;
    const int minutes = time.offset->minutes;
    if (minutes == 0) return out += 'Z';
    out += fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                       std::abs(minutes) % 60);
    return out;
}

std::string to_text(const toml::node& node) {
    if (const auto* value = node.as_string()) return value->get();
    if (const auto* value = node.as_date()) return to_text(value->get());
    if (const auto* value = node.as_date_time()) return to_text(value->get());
    if (const auto* value = node.as_time()) return to_text(value->get());
    if (const auto* value = node.as_integer()) return fmt::format("{}", value->get());
    if (const auto* value = node.as_floating_point()) return fmt::format("{}", value->get());
    if (const auto* value = node.as_boolean()) return value->get() ? "true" : "false";
    return "";
}

class FieldWalk {
public:
    FieldWalk(std::vector<RawField>& fields, std::uint32_t first_line)
        : fields_(fields), first_line_(first_line) {}

    void table(const toml::table& values, const std::string& path, std::uint32_t line,
               std::size_t depth) {
        if (depth > deepest_key) return;
        for (const auto& [typed, node] : values) {
            const std::string key = field_key(typed.str());
            const std::uint32_t at = first_line_ + typed.source().begin.line - 1;
            if (node.is_table()) {
                table(*node.as_table(), nested_key(path, key), at, depth + 1);
            } else if (node.is_array()) {
                array(*node.as_array(), nested_key(path, key), at, depth + 1);
            } else if (!path.empty() && names_object(key)) {
                add_field_value(fields_, path, line, to_text(node));
            } else {
                add_field_value(fields_, nested_key(path, key), at, to_text(node));
            }
        }
    }

private:
    void array(const toml::array& values, const std::string& path, std::uint32_t line,
               std::size_t depth) {
        if (depth > deepest_key) return;
        for (const toml::node& node : values) {
            if (const toml::table* object = node.as_table()) {
                item(*object, path, line);
            } else if (const toml::array* inner = node.as_array()) {
                array(*inner, path, line, depth + 1);
            } else {
                add_field_value(fields_, path, line, to_text(node));
            }
        }
    }

    // An object in a list: only its name counts.
    void item(const toml::table& object, const std::string& path, std::uint32_t line) {
        for (const auto& [typed, node] : object) {
            if (names_object(field_key(typed.str()))) {
                add_field_value(fields_, path, line, to_text(node));
            }
        }
    }

    std::vector<RawField>& fields_;
    std::uint32_t first_line_;
};

}  // namespace

bool read_toml(std::string_view block, std::uint32_t line, std::vector<RawField>& fields,
               std::vector<Problem>& problems) {
    // toml++ 3.3 nests a table for every dot of a key and takes them down by recursion.
    constexpr std::ptrdiff_t most_dots = 4000;
    const auto not_valid = [&](std::uint32_t at, std::string_view why) {
        problems.push_back(
            {"", at, fmt::format("not valid TOML ({})", library_message(why)), false});
        return false;
    };
    if (std::count(block.begin(), block.end(), '.') > most_dots) return not_valid(line, "too deep");
    try {
        const toml::table values = toml::parse(block);
        FieldWalk(fields, line).table(values, "", line, 0);
        // A toml::table is sorted by key.
        std::stable_sort(fields.begin(), fields.end(),
                         [](const RawField& a, const RawField& b) { return a.line < b.line; });
        return true;
    } catch (const toml::parse_error& error) {
        return not_valid(line + error.source().begin.line - 1, error.description());
    }
}

}  // namespace dateline
