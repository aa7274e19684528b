// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/front_matter/key_lines.h"

#include <utility>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/front_matter/front_matter.h"

namespace dateline {

namespace {

constexpr std::string_view full_width_colon = "\xEF\xBC\x9A";

struct KeyLine {
    std::string key;  // "" if the line has none
    std::string_view value;
};

KeyLine split_key(std::string_view line, FrontMatterKind kind) {
    if (line.empty() || line.front() == ' ' || line.front() == '\t') return {};
    std::size_t end = line.find(kind == FrontMatterKind::toml ? '=' : ':');
    std::size_t width = 1;
    if (const std::size_t wide = line.find(full_width_colon); wide < end) {
        end = wide;
        width = full_width_colon.size();
    }
    constexpr std::size_t longest_key = 48;
    if (end == line.npos || end > longest_key) return {};
    const std::string_view key = ascii::trim(line.substr(0, end));
    if (key.find(' ') != key.npos || key.empty() || key.front() == '#') return {};
    return {field_key(key), ascii::trim(line.substr(end + width))};
}

// Without the quotes around it, or the one that it only begins with; quotes within it stay.
std::string_view unquoted(std::string_view value) {
    value = ascii::trim(value);
    if (value.size() < 2 || (value.front() != '"' && value.front() != '\'')) return value;
    const char quote = value.front();
    const std::size_t next = value.find(quote, 1);
    if (next == value.npos) return value.substr(1);
    return next == value.size() - 1 ? value.substr(1, next - 1) : value;
}

class KeyLines {
public:
    explicit KeyLines(FrontMatterKind kind) : kind_(kind) {}

    void read_line(std::string_view line, std::uint32_t number) {
        const std::string_view bare = ascii::trim(line);
        KeyLine found = split_key(line, kind_);
        if (!found.key.empty()) {
            end_value();
            key_ = std::move(found.key);
            line_ = number;
            const bool is_block = found.value == "|" || found.value == ">" || found.value == "|-" ||
                                  found.value == ">-";
            value_ = is_block ? std::string_view() : found.value;
        } else if (bare.starts_with("- ")) {
            end_value();
            value_ = bare.substr(2);
        } else if (!bare.empty() && bare.front() != '#') {
            if (!value_.empty()) value_ += ' ';
            value_ += bare;
        }
    }

    std::vector<RawField> finish() {
        end_value();
        return std::move(fields_);
    }

private:
    // A list in brackets gives its parts; anything else is one value.
    void end_value() {
        const std::string whole = std::exchange(value_, {});
        std::string_view value = ascii::trim(whole);
        const bool is_list = value.size() > 1 && value.front() == '[' && value.back() == ']' &&
                             !value.starts_with("[[");
        if (!is_list) {
            add_field_value(fields_, key_, line_, unquoted(value));
            return;
        }
        value = value.substr(1, value.size() - 2);
        while (!value.empty()) {
            add_field_value(fields_, key_, line_, unquoted(take_part(value, ',')));
        }
    }

    FrontMatterKind kind_;
    std::vector<RawField> fields_;
    std::string key_;
    std::string value_;
    std::uint32_t line_ = 0;
};

}  // namespace

std::vector<RawField> read_key_lines(const FrontMatter& front) {
    KeyLines reader(front.kind);
    std::string_view block = front.block;
    for (std::uint32_t line = front.block_line; !block.empty(); ++line) {
        reader.read_line(take_line(block), line);
    }
    return reader.finish();
}

}  // namespace dateline
