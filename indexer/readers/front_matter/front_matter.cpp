// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/front_matter/front_matter.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/front_matter/key_lines.h"
#include "indexer/readers/front_matter/toml_fields.h"
#include "indexer/readers/front_matter/yaml_full.h"
#include "indexer/readers/front_matter/yaml_simple.h"
#include "indexer/readers/html/html_text.h"

namespace dateline {

namespace {

constexpr std::size_t most_bytes = 256 * 1024;

// `key:`, `key :` or, in TOML, `key =` and `[table]`; not prose with a colon somewhere.
bool looks_like_key(std::string_view line, FrontMatterKind kind) {
    constexpr std::size_t longest_key = 48;
    if (kind == FrontMatterKind::toml && line.starts_with('[')) return true;
    std::size_t end = line.find(kind == FrontMatterKind::toml ? '=' : ':');
    if (end == line.npos) end = line.find("\xEF\xBC\x9A");  // a full-width colon
    if (end == 0 || end > longest_key) return false;
    const std::string_view key = ascii::trim(line.substr(0, end));
    return std::count(key.begin(), key.end(), ' ') <= 2 && key.find_first_of(".,;!?") == key.npos;
}

bool begins_with_key(std::string_view block, FrontMatterKind kind) {
    while (!block.empty()) {
        const std::string_view line = ascii::trim(take_line(block));
        if (!line.empty() && line.front() != '#') return looks_like_key(line, kind);
    }
    return true;  // empty, but marked on both sides
}

// Without an end, the keys go as far as there are lines that look like keys.
std::string_view leading_keys(std::string_view text, FrontMatterKind kind) {
    std::string_view rest = text;
    std::size_t length = 0;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (ascii::trim(line).empty() || !looks_like_key(line, kind)) break;
        length = text.size() - rest.size();
    }
    return text.substr(0, length);
}

std::uint32_t count_lines(std::string_view text) {
    return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

std::vector<RawField> read_block(const FrontMatter& front, std::vector<Problem>& problems) {
    std::vector<RawField> fields;
    if (front.kind == FrontMatterKind::none) return fields;
    if (!front.ends) {
        problems.push_back({"", front.block_line - 1, "front matter does not end", false,
                            ProblemKind::front_matter});
        return read_key_lines(front);
    }
    if (front.kind == FrontMatterKind::yaml) {
        if (read_simple_yaml(front.block, front.block_line, fields)) return fields;
        fields.clear();
    }
    std::vector<Problem> faults;
    const auto read = front.kind == FrontMatterKind::toml ? read_toml : read_full_yaml;
    if (read(front.block, front.block_line, fields, faults)) return fields;
    for (Problem& fault : faults) {
        fault.message = fmt::format("{} is {}", front.called, fault.message);
        fault.kind = ProblemKind::front_matter;
        problems.push_back(std::move(fault));
    }
    return read_key_lines(front);
}

}  // namespace

FrontMatter split_front_matter(std::string_view text) {
    FrontMatter front;
    front.text = text;
    if (!begins_front_matter(text)) return front;
    std::string_view rest = text;
    std::string_view marker;
    while (ascii::trim(marker).empty()) {
        marker = ascii::trim(take_line(rest));
        ++front.block_line;
    }
    const auto kind = marker == "+++" ? FrontMatterKind::toml : FrontMatterKind::yaml;
    const std::string_view inside = rest;
    front.ends = false;
    while (!rest.empty() && inside.size() - rest.size() < most_bytes) {
        const std::size_t at = inside.size() - rest.size();
        const std::string_view line = take_line(rest);
        const std::string_view bare = line.substr(0, line.find_last_not_of(" \t") + 1);
        if (bare == marker || (bare == "..." && kind == FrontMatterKind::yaml)) {
            front.block = inside.substr(0, at);
            front.ends = true;
            break;
        }
    }
    if (!front.ends) {
        front.block = leading_keys(inside, kind);
        rest = inside.substr(front.block.size());
    }
    if (!begins_with_key(front.block, kind) || (!front.ends && front.block.empty())) {
        return FrontMatter{FrontMatterKind::none, {}, 1, text, 1, true};
    }
    front.kind = kind;
    front.text = rest;
    front.text_line = front.block_line + count_lines(front.block) + (front.ends ? 1 : 0);
    return front;
}

std::vector<RawField> read_front_matter(const FrontMatter& front, std::vector<Problem>& problems) {
    std::vector<RawField> fields = read_block(front, problems);
    // Site generators put values into HTML as they are, so &ldquo; is a quote there.
    for (RawField& field : fields) {
        for (std::string& value : field.values) {
            if (value.find('&') != value.npos) value = decode_entities(value);
        }
    }
    return fields;
}

std::string field_key(std::string_view typed) {
    return ascii::lowered(ascii::trim(typed));
}

std::string_view field_value(std::string_view typed) {
    typed = ascii::trim(typed);
    if (typed.size() > 4 && typed.starts_with("[[") && typed.ends_with("]]")) {
        const std::string_view inner = typed.substr(2, typed.size() - 4);
        if (inner.find("[[") == inner.npos) {  // else several links; leave them
            const std::size_t bar = inner.find('|');
            typed = ascii::trim(bar == inner.npos ? inner : inner.substr(bar + 1));
        }
    }
    return typed;
}

}  // namespace dateline
