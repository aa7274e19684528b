// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <charconv>

#include "common/code_points.h"
#include "common/run_main.h"

namespace dateline {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

enum class Handling { keep, blank, drop, replace };

struct HandledRange {
    utf8proc_int32_t first;
    utf8proc_int32_t last;
    Handling handling;
};

// What is not listed is kept. The joiners U+200C and U+200D stay: Persian and emoji need them.
constexpr HandledRange handled_ranges[] = {
    {0x00, 0x08, Handling::replace},   {0x09, 0x0D, Handling::blank},
    {0x0E, 0x1F, Handling::replace},   {0x7F, 0x84, Handling::replace},
    {0x85, 0x85, Handling::blank},     {0x86, 0x9F, Handling::replace},
    {0xAD, 0xAD, Handling::drop},      {0x61C, 0x61C, Handling::drop},
    {0x200B, 0x200B, Handling::drop},  {0x200E, 0x200F, Handling::drop},
    {0x2028, 0x2029, Handling::blank}, {0x202A, 0x202E, Handling::drop},
    {0x2060, 0x206F, Handling::drop},  {0xFEFF, 0xFEFF, Handling::drop},
    {0xFFF9, 0xFFFB, Handling::drop},  {0xE0000, 0xE0FFF, Handling::drop},
};

Handling handling_of(const CodePoint& point) {
    if (point.value < 0) return Handling::replace;
    if (point.value >= 0x20 && point.value < 0x7F) return Handling::keep;
    for (const HandledRange& range : handled_ranges) {
        if (point.value < range.first) return Handling::keep;
        if (point.value <= range.last) return range.handling;
    }
    return Handling::keep;
}

std::size_t width_of(const CodePoint& point) {
    if (point.value >= 0x20 && point.value < 0x7F) return 1;
    return point.value < 0 ? 1 : static_cast<std::size_t>(utf8proc_charwidth(point.value));
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// Before a wide character a line may end, but not between an opening mark and the character.
bool opens(char c) {
    return c == '*' || c == '(' || c == '[' || c == '"';
}

/// The end of the line that begins at `begin` and may be `width` wide.
std::size_t line_end(std::string_view text, std::size_t begin, std::size_t width) {
    std::size_t used = 0;
    std::size_t last_break = begin;  // where the line may end, if anywhere
    std::size_t at = begin;
    bool after_wide = false;
    while (at < text.size()) {
        const CodePoint point = code_point_at(text, at);
        const std::size_t columns = width_of(point);
        const bool blank = is_blank(text[at]);
        const bool beside_wide = columns > 0 && at > begin && (after_wide || columns == 2);
        if (blank || (beside_wide && !opens(text[at - 1]))) last_break = at;
        if (!blank && used + columns > width && at > begin) {
            return last_break > begin ? last_break : at;
        }
        if (blank && used + columns > width) return at;
        used += columns;
        if (columns > 0) after_wide = columns == 2;
        at += point.bytes;
    }
    return text.size();
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

}  // namespace

TerminalFacts terminal_facts(Stream stream) {
    const int descriptor = stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO;
    TerminalFacts facts;
    facts.is_terminal = isatty(descriptor) == 1;
    winsize size{};
    if (facts.is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        facts.window_columns = size.ws_col;
        if (size.ws_row > 0) facts.window_rows = size.ws_row;
    }
    facts.columns = environment("COLUMNS");
    facts.no_color = environment("NO_COLOR");
    facts.clicolor_force = environment("CLICOLOR_FORCE");
    facts.term = environment("TERM");
    return facts;
}

bool use_color(ColorChoice choice, const TerminalFacts& facts) {
    if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
    if (facts.no_color) return false;
    if (facts.clicolor_force && *facts.clicolor_force != "0") return true;
    return facts.is_terminal && facts.term && *facts.term != "dumb";
}

std::size_t text_width(const TerminalFacts& facts) {
    std::size_t width = facts.window_columns.value_or(80);
    if (facts.columns) {
        std::size_t stated = 0;
        const char* end = facts.columns->data() + facts.columns->size();
        const auto [stop, problem] = std::from_chars(facts.columns->data(), end, stated);
        if (problem == std::errc{} && stop == end && stated > 0) width = stated;
    }
    return std::clamp(width, narrowest, widest);
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        width += width_of(point);
        at += point.bytes;
    }
    return width;
}

std::string make_safe(std::string_view text, LineBreaks breaks) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const std::string_view character = text.substr(at, point.bytes);
        at += point.bytes;
        switch (handling_of(point)) {
            case Handling::keep:
                safe += character;
                break;
            case Handling::blank:
                safe += character == "\n" && breaks == LineBreaks::stay ? '\n' : ' ';
                break;
            case Handling::drop:
                break;
            case Handling::replace:
                safe += replacement;
                break;
        }
    }
    return safe;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width == 0) return "";
    std::string cut;
    if (width > 1) {
        std::size_t end = line_end(text, 0, width - 1);
        while (end > 0 && is_blank(text[end - 1])) --end;
        if (display_width(text.substr(0, end)) < width) cut = text.substr(0, end);
    }
    cut += ellipsis;
    return cut;
}

std::vector<TextRange> wrap(std::string_view text, std::size_t first_width, std::size_t width) {
    std::vector<TextRange> lines;
    std::size_t begin = skip_blanks(text, 0);
    while (begin < text.size()) {
        const std::size_t next = line_end(text, begin, lines.empty() ? first_width : width);
        std::size_t end = next;
        while (end > begin && is_blank(text[end - 1])) --end;
        lines.push_back({begin, end});
        begin = skip_blanks(text, next);
    }
    return lines;
}

}  // namespace dateline
