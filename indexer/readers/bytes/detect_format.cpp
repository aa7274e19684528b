// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/detect_format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/ascii.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/signatures.h"

namespace dateline {

namespace {

constexpr std::size_t head_bytes = 64 * 1024;

struct NamedFormat {
    std::string_view extension;
    Format format;
};

// What a name says where the content says nothing. `unknown`: text, but never an article.
constexpr auto named_formats = std::to_array<NamedFormat>({
    {"md", Format::markdown},
    {"markdown", Format::markdown},
    {"mdown", Format::markdown},
    {"mkd", Format::markdown},
    {"mdx", Format::markdown},
    {"txt", Format::plain_text},
    {"text", Format::plain_text},
    {"", Format::plain_text},
    {"html", Format::web_page},
    {"htm", Format::web_page},
    {"xhtml", Format::web_page},
    {"jsonl", Format::json_lines},
    {"ndjson", Format::json_lines},
    {"eml", Format::mail},
});

// The extension in lower case; "" if the name has none that looks like one.
std::string extension_of(std::string_view name) {
    constexpr std::size_t longest = 8;
    const std::size_t slash = name.rfind('/');
    if (slash != name.npos) name.remove_prefix(slash + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos || dot == 0 || name.size() - dot - 1 > longest) return "";
    const std::string extension = ascii::lowered(name.substr(dot + 1));
    const bool plausible =
        std::all_of(extension.begin(), extension.end(),
                    [](char c) { return ascii::is_letter(c) || ascii::is_digit(c); }) &&
        std::any_of(extension.begin(), extension.end(), ascii::is_letter);
    return plausible ? extension : "";
}

Format format_by_name(const std::string& extension) {
    const auto* found =
        std::find_if(named_formats.begin(), named_formats.end(),
                     [&](const NamedFormat& row) { return row.extension == extension; });
    return found == named_formats.end() ? Format::unknown : found->format;
}

bool is_data_file(const std::string& extension) {
    constexpr auto extensions = std::to_array<std::string_view>({"yaml", "yml", "toml"});
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

// Compressed JSON Lines are told by both, since gzip and zstd say nothing of their content.
bool is_compressed_json_lines(std::string_view name, std::string_view bytes) {
    const std::string typed = ascii::lowered(name);
    const bool gzip = bytes.starts_with("\x1F\x8B") && typed.ends_with(".gz");
    const bool zstd = bytes.starts_with("\x28\xB5\x2F\xFD") && typed.ends_with(".zst");
    if (!gzip && !zstd) return false;
    const std::string_view inner = std::string_view(typed).substr(0, typed.rfind('.'));
    return inner.ends_with(".jsonl") || inner.ends_with(".ndjson");
}

std::optional<Format> format_by_content(std::string_view text, const std::string& extension) {
    if (date_header(text)) return Format::header_text;
    if (begins_front_matter(text) && !is_data_file(extension)) return Format::markdown;
    if (begins_feed(text)) return Format::feed;
    if (begins_web_page(text)) return Format::web_page;
    if (begins_json_lines(text)) return Format::json_lines;
    if (begins_mail(text)) return Format::mail;
    return std::nullopt;
}

}  // namespace

std::optional<Format> format_of_bytes(std::string_view name, std::string_view bytes) {
    if (is_compressed_json_lines(name, bytes)) return Format::json_lines;
    return is_binary(bytes) ? std::optional(Format::unknown) : std::nullopt;
}

Format format_of_text(std::string_view name, std::string_view text) {
    const std::string extension = extension_of(name);
    return format_by_content(text.substr(0, head_bytes), extension)
        .value_or(format_by_name(extension));
}

Format detect_format(std::string_view name, std::string_view bytes) {
    if (const std::optional<Format> format = format_of_bytes(name, bytes)) return *format;
    std::string storage;
    std::vector<Problem> ignored;
    return format_of_text(name, decode_text(bytes.substr(0, head_bytes), "", storage, ignored));
}

}  // namespace dateline
