// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/parse_json.h"

namespace dateline {

namespace {

// Brackets outside of strings, so that the parser is never asked for more.
bool is_nested_deeper(std::string_view text, int deepest) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\') ++at;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text, std::string& why) {
    constexpr int deepest = 64;
    if (is_nested_deeper(text, deepest)) {
        why = "nested too deep";
        return std::nullopt;
    }
    try {
        return Json::parse(text);
    } catch (const Json::exception& error) {
        // "[json.exception.parse_error.101] parse error at …: syntax error while parsing …"
        const std::string_view message = error.what();
        const std::size_t end = message.find("] ");
        why = end == message.npos ? message : message.substr(end + 2);
        return std::nullopt;
    }
}

}  // namespace dateline
