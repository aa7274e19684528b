// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/front_matter/yaml_simple.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/front_matter/front_matter.h"

namespace dateline {

namespace {

std::string_view without_blanks(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

bool is_null(std::string_view value) {
    constexpr std::array<std::string_view, 5> nulls = {"", "~", "null", "Null", "NULL"};
    return std::find(nulls.begin(), nulls.end(), value) != nulls.end();
}

void add_value(std::vector<std::string>& values, std::string_view value) {
    const std::string_view tidy = field_value(value);
    if (!tidy.empty()) values.emplace_back(tidy);
}

// A quoted scalar at the beginning of `text`, which then begins behind it. Only \" and \\ are known
// escapes.
std::optional<std::string> take_quoted(std::string_view& text) {
    const char quote = text.front();
    std::string value;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char c = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (c == '\\' && quote == '"') {
            if (next != '"' && next != '\\') return std::nullopt;
            value += next;
            ++at;
        } else if (c == quote && quote == '\'' && next == quote) {
            value += quote;
            ++at;
        } else if (c == quote) {
            text.remove_prefix(at + 1);
            return value;
        } else {
            value += c;
        }
    }
    return std::nullopt;
}

bool begins_plain(std::string_view value) {
    return std::string_view("-?:,[]{}#&*!|>'\"%@`=<").find(value.front()) == std::string_view::npos;
}

bool is_plain_scalar(std::string_view value) {
    return begins_plain(value) && value.back() != ':' && value.find(": ") == value.npos &&
           value.find(" #") == value.npos;
}

bool take_flow_item(std::string_view& items, std::vector<std::string>& values) {
    if (items.front() == '"' || items.front() == '\'') {
        const std::optional<std::string> value = take_quoted(items);
        if (!value) return false;
        add_value(values, *value);
    } else {
        const std::size_t end = std::min(items.find(','), items.size());
        const std::string_view value = without_blanks(items.substr(0, end));
        if (value.empty() || !begins_plain(value)) return false;
        if (value.find_first_of("[]{}:#\"'") != value.npos) return false;
        if (!is_null(value)) add_value(values, value);
        items.remove_prefix(end);
    }
    items = without_blanks(items);
    if (items.empty()) return true;
    if (items.front() != ',') return false;
    items = without_blanks(items.substr(1));
    return !items.empty();
}

bool read_flow_list(std::string_view value, std::vector<std::string>& values) {
    if (value.size() < 2 || value.back() != ']') return false;
    std::string_view items = without_blanks(value.substr(1, value.size() - 2));
    while (!items.empty()) {
        if (!take_flow_item(items, values)) return false;
    }
    return true;
}

bool read_scalar(std::string_view value, std::vector<std::string>& values) {
    if (value.front() == '"' || value.front() == '\'') {
        const std::optional<std::string> quoted = take_quoted(value);
        if (!quoted || !value.empty()) return false;
        add_value(values, *quoted);
        return true;
    }
    if (!is_plain_scalar(value)) return false;
    if (!is_null(value)) add_value(values, value);
    return true;
}

std::size_t key_length(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && (ascii::is_letter(line[at]) || ascii::is_digit(line[at]) ||
                                line[at] == '_' || (at > 0 && line[at] == '-'))) {
        ++at;
    }
    const bool ends =
        at < line.size() && line[at] == ':' && (at + 1 == line.size() || line[at + 1] == ' ');
    return ends && !is_null(line.substr(0, at)) ? at : 0;
}

class SimpleYaml {
public:
    explicit SimpleYaml(std::vector<RawField>& fields) : fields_(fields) {}

    bool read_line(std::string_view line, std::uint32_t number) {
        if (line.find('\t') != line.npos) return false;
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == line.npos || line[indent] == '#') return true;
        if (line.substr(indent).starts_with("- ")) return read_item(line, indent);
        if (indent != 0) return false;
        return read_key(line, number);
    }

    void finish() {
        std::erase_if(fields_, [](const RawField& field) { return field.values.empty(); });
    }

private:
    bool read_item(std::string_view line, std::size_t indent) {
        const std::string_view value = without_blanks(line.substr(indent + 2));
        if (!may_be_list_ || (in_list_ && indent != list_indent_) || value.empty()) return false;
        in_list_ = true;
        list_indent_ = indent;
        return read_scalar(value, fields_.back().values);
    }

    bool read_key(std::string_view line, std::uint32_t number) {
        const std::size_t length = key_length(line);
        if (length == 0) return false;
        fields_.push_back({ascii::lowered(line.substr(0, length)), {}, number});
        const std::string_view value = without_blanks(line.substr(length + 1));
        may_be_list_ = value.empty();
        in_list_ = false;
        if (value.empty()) return true;
        std::vector<std::string>& values = fields_.back().values;
        return value.front() == '[' ? read_flow_list(value, values) : read_scalar(value, values);
    }

    std::vector<RawField>& fields_;
    std::size_t list_indent_ = 0;
    bool may_be_list_ = false;  // the last key had no value on its line
    bool in_list_ = false;
};

}  // namespace

bool read_simple_yaml(std::string_view block, std::uint32_t line, std::vector<RawField>& fields) {
    SimpleYaml reader(fields);
    for (; !block.empty(); ++line) {
        if (!reader.read_line(take_line(block), line)) return false;
    }
    reader.finish();
    return true;
}

}  // namespace dateline
