// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/saved_searches.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/error.h"
#include "common/text_parts.h"

namespace dateline {
namespace {

constexpr std::string_view query_key = "query";

bool is_bare(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_';
}

std::string key_text(const std::string& key) {
    return !key.empty() && std::ranges::all_of(key, is_bare) ? key : fmt::format("\"{}\"", key);
}

/// In quotes within which nothing is obeyed, unless it has such a quote itself.
std::string value_text(const std::string& value) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    };
    if (value.find('\'') == value.npos && std::ranges::none_of(value, is_control))
        return fmt::format("'{}'", value);
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text.append(1, '\\').append(1, c);
        else if (is_control(c))
            text += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
        else
            text += c;
    }
    return text + '"';
}

std::string value_text(const std::vector<std::string>& values) {
    std::vector<std::string> texts;
    for (const std::string& value : values) texts.push_back(value_text(value));
    if (texts.size() == 1) return texts.front();
    return fmt::format("[{}]", fmt::join(texts, ", "));
}

/// A value as it is typed: a text, number or date; nothing for anything else.
std::optional<std::string> typed_value(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (!node.is_integer() && !node.is_floating_point() && !node.is_date()) return std::nullopt;
    std::ostringstream out;
    node.visit([&](const auto& value) { out << value; });
    return out.str();
}

/// Keys and values in the order of the file.
std::vector<std::pair<std::string, const toml::node*>> in_order(const toml::table& table) {
    std::vector<std::pair<std::string, const toml::node*>> entries;
    for (const auto& [key, value] : table) entries.emplace_back(key.str(), &value);
    std::ranges::sort(entries, {}, [](const auto& entry) {
        const auto& begin = entry.second->source().begin;
        return std::pair(begin.line, begin.column);
    });
    return entries;
}

/// Adds what one key says; its values are all of a kind that an option takes.
void add_arguments(const std::string& key, const toml::node& node, SavedSearch& search,
                   std::string& query) {
    const auto wrong = [&] {
        search.wrong = fmt::format(
            "'{}' needs a text, a number, yes or no as true or false, or a "
            "list of texts",
            key);
    };
    if (const auto* on = node.as_boolean(); on != nullptr && key != query_key) {
        if (on->get()) search.arguments.push_back("--" + key);
        return;
    }
    std::vector<std::string> values;
    if (const toml::array* list = node.as_array()) {
        for (const toml::node& item : *list) {
            const auto value = typed_value(item);
            if (!value) return wrong();
            values.push_back(*value);
        }
    } else if (const auto value = typed_value(node)) {
        values.push_back(*value);
    } else {
        return wrong();
    }
    for (const std::string& value : values) {
        if (key == query_key)
            query.append(query.empty() ? "" : " ").append(value);
        else
            search.arguments.push_back(fmt::format("--{}={}", key, value));
    }
}

SavedSearch read_search(const std::string& name, const toml::node& node) {
    SavedSearch search{name, {}, {}, node.source().begin.line};
    const toml::table* table = node.as_table();
    try {
        check_search_name(name);
    } catch (const Error& error) {
        search.wrong = error.what();
        return search;
    }
    if (table == nullptr) {
        search.wrong = "it is no table";
        return search;
    }
    std::string query;
    for (const auto& [key, value] : in_order(*table)) add_arguments(key, *value, search, query);
    search.arguments.emplace_back("--");
    if (!query.empty()) search.arguments.push_back(std::move(query));
    return search;
}

toml::table parsed(std::string_view text, const std::string& path) {
    // toml++ 3.3 nests a table for every dot of a key and takes them down by recursion.
    constexpr std::ptrdiff_t most_dots = 100'000;
    const auto fail = [&](std::uint32_t line, std::string_view why) {
        throw Error(fmt::format("{}, line {}: {}", path, line, why),
                    "write [NAME], and below it query = 'WORDS' and options, such as "
                    "outlet = 'npr'");
    };
    if (std::ranges::count(text, '.') > most_dots) fail(1, "too many dots");
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        fail(error.source().begin.line, error.description());
    }
    return {};
}

/// The last line of the file that a node takes, or one in it.
std::uint32_t last_line(const toml::node& node) {
    std::uint32_t last = node.source().end.line;
    if (const toml::table* table = node.as_table())
        for (const auto& [key, value] : *table) last = std::max(last, last_line(value));
    return last;
}

}  // namespace

void check_search_name(const std::string& name) {
    constexpr std::size_t longest = 100;
    const auto is_allowed = [](char c) { return is_bare(c) || ascii::is_wide(c) || c == '.'; };
    if (!name.empty() && name.size() <= longest && std::ranges::all_of(name, is_allowed) &&
        name.front() != '.' && name.front() != '-' && !name.ends_with(".atom"))
        return;
    throw Error(fmt::format("a search cannot be called '{}'", name),
                "use up to 100 letters, digits, -, _ and ., a letter or digit first, and not .atom "
                "at the end");
}

std::vector<SavedSearch> read_searches(std::string_view text, const std::string& path) {
    const toml::table table = parsed(text, path);
    std::vector<SavedSearch> searches;
    for (const auto& [name, node] : in_order(table)) searches.push_back(read_search(name, *node));
    return searches;
}

std::string with_search(std::string text, const std::string& name,
                        const std::vector<TypedOption>& options, const std::string& query) {
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    if (!text.empty()) text += '\n';
    text += fmt::format("[{}]\n", key_text(name));
    if (!query.empty()) text += fmt::format("{} = {}\n", query_key, value_text(query));
    std::vector<std::string> done;
    for (const TypedOption& option : options) {
        if (std::ranges::find(done, option.name) != done.end()) continue;
        done.push_back(option.name);
        std::vector<std::string> values;
        for (const TypedOption& other : options)
            if (other.name == option.name) values.push_back(other.value);
        const bool is_switch = std::ranges::all_of(values, &std::string::empty);
        text += fmt::format("{} = {}\n", option.name, is_switch ? "true" : value_text(values));
    }
    return text;
}

std::string without_search(std::string_view text, const std::string& name) {
    const toml::table table = parsed(text, "");
    const toml::node* search = table.get(name);
    if (search == nullptr) return std::string(text);
    const std::uint32_t first = search->source().begin.line;
    const std::uint32_t last = std::max(first, last_line(*search));
    std::string kept;
    std::uint32_t number = 1;
    for (std::string_view rest = text; !rest.empty(); ++number) {
        const std::string_view line = take_line(rest);
        const bool is_blank = ascii::trim(line).empty();
        const bool blank_beside =
            is_blank && (number + 1 == first || (number == last + 1 && kept.empty()));
        if ((number >= first && number <= last) || blank_beside) continue;
        kept.append(line).append(1, '\n');
    }
    return kept;
}

}  // namespace dateline
