// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown/markdown_repairs.h"

#include <algorithm>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr char left_out =
    '\0';  // the Markdown parser reports it by itself, and the reader drops it
constexpr std::size_t longest_target = 1024;
constexpr std::size_t longest_anchor = 4096;
constexpr std::size_t longest_label = 64;

std::string_view view(const std::string& text, std::size_t begin, std::size_t end) {
    return std::string_view(text).substr(begin, end - begin);
}

/// The target in `](target)`; "" if there is none on the line.
std::string_view target_at(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) != "](") return {};
    std::string_view rest = text.substr(at + 2, longest_target);
    rest = rest.substr(0, rest.find('\n'));
    const std::size_t end = rest.find(')');
    return end != rest.npos ? ascii::trim(rest.substr(0, end)) : "";
}

/// True if the blanks belong to the address: no title follows it, and it looks like one.
bool has_blanks(std::string_view target) {
    const std::size_t blank = target.find(' ');
    if (blank == target.npos || target.find_first_of("\"'<") != target.npos) return false;
    if (target.starts_with('/') || target.starts_with('#')) return true;
    const std::size_t colon = target.find(':');
    return colon >= 4 && colon < blank && ascii::is_letter(target.front());
}

/// What Markdown does not take for a tag though a browser does: a value without quotes that has
/// more than letters, or one whose quotes do not end.
bool is_broken_anchor(std::string_view tag) {
    if (tag.find("{{") != tag.npos || tag.find("{%") != tag.npos) return false;  // a shortcode's
    if (std::ranges::count(tag, '"') % 2 == 1) return true;
    const std::size_t equals = tag.find('=');
    const std::size_t value =
        tag.find_first_not_of(" \n", equals == tag.npos ? equals : equals + 1);
    return value < tag.size() && tag[value] != '"' && tag[value] != '\'';
}

bool is_label_byte(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_' || c == '.';
}

}  // namespace

bool may_need_repair(std::string_view text) {
    if (text.find('\\') != text.npos) return true;
    if (text.starts_with("##") || text.find("\n##") != text.npos) return true;
    if (text.find("\n: ") != text.npos || text.find("\n  : ") != text.npos) return true;
    for (std::size_t at = text.find("]("); at < text.size(); at = text.find("](", at + 1)) {
        if (has_blanks(target_at(text, at))) return true;
    }
    return false;
}

void repair_heading(std::string& text, std::size_t begin, std::size_t end) {
    const std::string_view line = view(text, begin, end);
    const std::size_t text_at = line.find_first_not_of('#');
    if (text_at == line.npos || text_at < 2 || text_at > 6 || line[text_at] == ' ') return;
    text[begin + text_at - 1] = ' ';
}

void repair_definition(std::string& text, std::size_t begin, std::size_t end) {
    const std::string_view line = view(text, begin, end);
    const std::size_t colon = std::min(line.find_first_not_of(' '), line.size());
    const bool defines = line.substr(colon).starts_with(": ") && begin > 1 &&
                         text[begin - 1] == '\n' && text[begin - 2] != '\n';
    if (defines) text[begin + colon] = left_out;
}

void repair_last_backslash(std::string& text, std::size_t begin, std::size_t end) {
    const std::string_view line = ascii::trim(view(text, begin, end));
    if (!line.ends_with('\\') || line.ends_with("\\\\")) return;
    const std::size_t next_end = std::min(text.find('\n', end + 1), text.size());
    const std::string_view next = end < text.size() ? view(text, end + 1, next_end) : "";
    const std::string_view below = ascii::trim(next);
    if (line.size() > 1 && !below.empty() && below != "\\") return;
    text[static_cast<std::size_t>(line.data() + line.size() - 1 - text.data())] = ' ';
}

void repair_target(std::string& text, std::size_t at) {
    const std::string_view target = target_at(text, at);
    if (!has_blanks(target)) return;
    const auto begin = static_cast<std::size_t>(target.data() - text.data());
    std::replace(text.data() + begin, text.data() + begin + target.size(), ' ', '_');
}

void repair_escaped_emphasis(std::string& text, std::size_t at) {
    std::size_t end = at;
    while (text.compare(end, 2, "\\*") == 0) end += 2;
    if (end - at >= 4) text.replace(at, end - at, end - at, left_out);
}

std::size_t repair_anchor(std::string& text, std::size_t at) {
    if (text.compare(at, 3, "<a ") != 0) return at;
    const std::string_view rest = std::string_view(text).substr(at, longest_anchor);
    const std::size_t end = rest.find('>');
    if (end == rest.npos || rest.substr(0, end).find("\n\n") != rest.npos) return at;
    if (!is_broken_anchor(rest.substr(0, end))) return at;
    for (std::size_t i = at; i <= at + end; ++i) {
        if (text[i] != '\n') text[i] = ' ';
    }
    return at + end + 1;
}

std::size_t drop_footnote_mark(std::string& text, std::size_t at) {
    if (text.compare(at, 2, "[^") != 0) return at;
    std::size_t end = at + 2;
    while (end < text.size() && end - at < longest_label && is_label_byte(text[end])) ++end;
    if (end == at + 2 || end == text.size() || text[end] != ']') return at;
    ++end;
    if (end < text.size() && (text[end] == '(' || text[end] == '[')) return at;  // a link
    const bool defines = end < text.size() && text[end] == ':' && (at == 0 || text[at - 1] == '\n');
    if (defines) ++end;
    std::fill_n(&text[at], end - at, left_out);
    return end;
}

}  // namespace dateline
