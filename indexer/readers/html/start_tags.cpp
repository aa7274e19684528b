// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/start_tags.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/readers/html/markup_limits.h"

namespace dateline {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_html_name = 100;  // what follows is the next name

char at(std::string_view text, std::size_t place) {
    return place < text.size() ? text[place] : '\0';
}

bool begins_name(char c) {
    return ascii::is_letter(c) || c == '_' || c == ':';
}

bool is_name(char c) {
    return begins_name(c) || ascii::is_digit(c) || c == '-' || c == '.';
}

bool is_quote(char c) {
    return c == '"' || c == '\'';
}

std::size_t behind(std::string_view text, std::string_view mark, std::size_t from) {
    const std::size_t found = text.find(mark, from);
    return found == npos ? text.size() : found + mark.size();
}

std::size_t skip_blanks(std::string_view text, std::size_t place) {
    while (place < text.size() && ascii::is_blank(text[place])) ++place;
    return place;
}

std::size_t skip_html_name(std::string_view text, std::size_t begin) {
    std::size_t place = begin;
    while (is_name(at(text, place)) && place - begin < longest_html_name) ++place;
    return place;
}

std::size_t skip_xml_name(std::string_view text, std::size_t place) {
    while (is_name(at(text, place)) || ascii::is_wide(at(text, place))) ++place;
    return place;
}

bool ends_tag(std::string_view text, std::size_t place) {
    return place >= text.size() || text[place] == '>' ||
           (text[place] == '/' && at(text, place + 1) == '>');
}

std::size_t skip_quoted(std::string_view text, std::size_t place) {
    return is_quote(at(text, place)) ? behind(text, text.substr(place, 1), place + 1) : place;
}

std::size_t skip_html_value(std::string_view text, std::size_t place) {
    place = skip_blanks(text, place);
    if (const std::size_t end = skip_quoted(text, place); end != place) return end;
    return std::min(text.find_first_of(" \t\r\n>", place), text.size());
}

// What follows `<!DOCTYPE`: html PUBLIC "…" "…">. Between the quotes may be a '>'.
std::size_t behind_doctype(std::string_view text, std::size_t begin) {
    std::size_t place = skip_blanks(text, skip_html_name(text, skip_blanks(text, begin)));
    const std::string_view kind = text.substr(place, 6);
    const bool is_public = ascii::equal_ignoring_case(kind, "public");
    if (is_public || ascii::equal_ignoring_case(kind, "system")) {
        place = skip_quoted(text, skip_blanks(text, place + kind.size()));
        if (is_public) place = skip_quoted(text, skip_blanks(text, place));
    }
    place = behind(text, ">", place);
    // Right behind it libxml2 knows neither end tags nor another one.
    const char next = at(text, place) == '<' ? at(text, place + 1) : '\0';
    const bool lone = next == '/' || (next == '!' && text.substr(place, 4) != "<!--");
    return lone ? place + 1 : place;
}

std::size_t behind_comment(std::string_view text, std::size_t inside) {
    for (std::size_t end = text.find("--", inside); end != npos; end = text.find("--", end + 1)) {
        if (at(text, end + 2) == '>') return end + 3;
        if (at(text, end + 2) == '!' && at(text, end + 3) == '>') return end + 4;
    }
    return text.size();
}

}  // namespace

bool begins_html_tag(std::string_view text, std::size_t begin) {
    return ascii::is_letter(at(text, begin + 1));
}

bool begins_xml_tag(std::string_view text, std::size_t begin) {
    const char first = at(text, begin + 1);
    return begins_name(first) || ascii::is_wide(first);
}

StartTag read_html_tag(std::string_view text, std::size_t begin) {
    StartTag tag;
    std::size_t place = skip_html_name(text, begin + 1);
    tag.name = text.substr(begin + 1, place - begin - 1);
    std::size_t attributes = 0;
    for (place = skip_blanks(text, place); !ends_tag(text, place);
         place = skip_blanks(text, place)) {
        if (!begins_name(text[place]) && text[place] != '.') {
            while (!ends_tag(text, place) && !ascii::is_blank(text[place])) ++place;
            continue;
        }
        if (++attributes == most_attributes + 1) tag.cut_from = place;
        place = skip_blanks(text, skip_html_name(text, place));
        if (at(text, place) == '=') place = skip_html_value(text, place + 1);
    }
    tag.end = place;
    return tag;
}

StartTag read_xml_tag(std::string_view text, std::size_t begin) {
    StartTag tag;
    tag.end = skip_xml_name(text, begin + 1);
    tag.name = text.substr(begin + 1, tag.end - begin - 1);
    std::size_t attributes = 0;
    for (;;) {
        const std::size_t name = skip_blanks(text, tag.end);
        const std::size_t equals = skip_blanks(text, skip_xml_name(text, name));
        const std::size_t value = skip_blanks(text, equals + 1);
        if (equals == name || at(text, equals) != '=' || !is_quote(at(text, value))) return tag;
        const std::array<char, 2> stops{text[value], '<'};
        const std::size_t end = text.find_first_of({stops.data(), stops.size()}, value + 1);
        if (end == npos || text[end] == '<') return tag;
        if (++attributes == most_attributes + 1) tag.cut_from = name;
        tag.end = end + 1;
    }
}

std::size_t behind_html_other(std::string_view text, std::size_t begin) {
    constexpr std::string_view doctype = "<!DOCTYPE";
    const std::string_view rest = text.substr(begin);
    if (rest.starts_with("<!--")) return behind_comment(text, begin + 4);
    if (ascii::starts_ignoring_case(rest, doctype)) {
        return behind_doctype(text, begin + doctype.size());
    }
    const char kind = at(text, begin + 1);
    const char first = at(text, begin + 2);
    const bool is_end_tag = kind == '/' && (begins_name(first) || first == '.');
    const bool is_instruction = kind == '?' && (begins_name(first) || ascii::is_wide(first));
    return is_end_tag || is_instruction ? behind(text, ">", begin) : begin + 1;
}

std::size_t behind_html_content(std::string_view text, const StartTag& tag) {
    const bool is_script = ascii::equal_ignoring_case(tag.name, "script") ||
                           ascii::equal_ignoring_case(tag.name, "style");
    if (!is_script || at(text, tag.end) != '>') return tag.end;
    std::size_t end = text.find("</", tag.end);
    while (end != npos) {
        const std::size_t name_end = end + 2 + tag.name.size();
        const bool begins_so =
            ascii::equal_ignoring_case(text.substr(end + 2, tag.name.size()), tag.name);
        if (begins_so && !is_name(at(text, name_end))) return end;
        end = text.find("</", begins_so ? behind(text, ">", name_end) : end + 2);
    }
    return text.size();
}

}  // namespace dateline
