// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/lit_text.h"

#include <algorithm>

#include "common/code_points.h"
#include "common/terminal.h"
#include "searcher/render/guesses.h"

namespace dateline {
namespace {

std::uint32_t size_of(const std::string& text) {
    return static_cast<std::uint32_t>(text.size());
}

/// Applies `clean` to the stretches between the ends of spans, so that the spans stay on their
/// words.
template <typename Clean>
LitText cleaned(const LitText& text, Clean clean) {
    LitText result;
    std::size_t at = 0;
    const auto take_until = [&](std::size_t end) {
        clean(result.text, std::string_view(text.text).substr(at, end - at));
        at = end;
    };
    for (const Span span : text.lit) {
        const std::size_t begin = std::clamp<std::size_t>(span.begin, at, text.text.size());
        const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.text.size());
        take_until(begin);
        const std::uint32_t lit_begin = size_of(result.text);
        take_until(end);
        if (size_of(result.text) > lit_begin)
            result.lit.push_back({lit_begin, size_of(result.text)});
    }
    take_until(text.text.size());
    return result;
}

void append_valid(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        out += point.value < 0 ? "\xEF\xBF\xBD" : text.substr(at, point.bytes);
        at += point.bytes;
    }
}

void append_safe(std::string& out, std::string_view text) {
    for (const char c : make_safe(text)) {
        if (c != ' ' || out.empty() || out.back() != ' ') out += c;
    }
}

std::string with_asterisks(const LitText& text) {
    std::string marked;
    std::size_t at = 0;
    for (const Span span : text.lit) {
        marked.append(text.text, at, span.begin - at).append("*");
        marked.append(text.text, span.begin, span.end - span.begin).append("*");
        at = span.end;
    }
    return marked.append(text.text, at, std::string::npos);
}

void append_piece(std::string& out, std::string_view piece, std::string_view code) {
    if (piece.empty()) return;
    if (code.empty()) {
        out += piece;
    } else {
        out.append("\x1b[").append(code).append("m").append(piece).append("\x1b[0m");
    }
}

std::string colored_line(const LitText& text, TextRange line, const Setting& setting) {
    const std::string_view all = text.text;
    std::string out;
    std::size_t at = line.begin;
    for (const Span span : text.lit) {
        const std::size_t begin = std::max<std::size_t>(span.begin, at);
        const std::size_t end = std::min<std::size_t>(span.end, line.end);
        if (begin >= end) continue;
        append_piece(out, all.substr(at, begin - at), setting.base);
        append_piece(out, all.substr(begin, end - begin), setting.lit);
        at = end;
    }
    append_piece(out, all.substr(at, line.end - at), setting.base);
    return out;
}

/// Bytes [begin, end) of a text with the spans in them.
LitText part_of(const LitText& text, std::size_t begin, std::size_t end) {
    LitText part{text.text.substr(begin, end - begin), {}};
    for (const Span span : text.lit) {
        const std::size_t from = std::clamp<std::size_t>(span.begin, begin, end) - begin;
        const std::size_t to = std::clamp<std::size_t>(span.end, begin, end) - begin;
        if (from < to)
            part.lit.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    }
    return part;
}

/// The spans are increasing, so each part looks only at its own.
std::vector<LitText> split(const LitText& text, std::string_view separator) {
    std::vector<LitText> parts;
    std::size_t first = 0;
    for (std::size_t at = 0; at <= text.text.size();) {
        const std::size_t end = std::min(text.text.find(separator, at), text.text.size());
        while (first < text.lit.size() && text.lit[first].end <= at) ++first;
        LitText own{text.text.substr(at, end - at), {}};
        for (std::size_t i = first; i < text.lit.size() && text.lit[i].begin < end; ++i) {
            const std::size_t from = std::clamp<std::size_t>(text.lit[i].begin, at, end) - at;
            const std::size_t to = std::clamp<std::size_t>(text.lit[i].end, at, end) - at;
            if (from < to)
                own.lit.push_back(
                    {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
        }
        if (own.text.find_first_not_of(" \t\r\n") != std::string::npos)
            parts.push_back(std::move(own));
        at = end + separator.size();
    }
    return parts;
}

}  // namespace

LitText with_ellipses(const ShownPassage& passage) {
    LitText text;
    if (passage.cut_before) text.text = "\u2026";
    append(text, " ", passage.text);
    if (passage.cut_after) text.text += " \u2026";
    return text;
}

LitText trimmed(const LitText& text) {
    const std::size_t begin = text.text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return part_of(text, begin, text.text.find_last_not_of(' ') + 1);
}

std::vector<LitText> split_paragraphs(const LitText& text) {
    return split(text, "\n\n");
}

std::vector<LitText> split_lines(const LitText& text) {
    return split(text, "\n");
}

std::string date_shown(const Article& article) {
    if (!article.published) return "undated";
    return to_string(*article.published) + guess_mark(article, "date");
}

LitText safe_for_terminal(const LitText& text) {
    return cleaned(text, append_safe);
}

LitText valid_utf8(const LitText& text) {
    return cleaned(text, append_valid);
}

std::string valid_utf8(std::string_view text) {
    std::string valid;
    append_valid(valid, text);
    return valid;
}

void append(LitText& text, std::string_view separator, const LitText& more) {
    if (more.text.empty()) return;
    if (!text.text.empty()) text.text += separator;
    const std::uint32_t shift = size_of(text.text);
    text.text += more.text;
    for (const Span span : more.lit) text.lit.push_back({span.begin + shift, span.end + shift});
}

std::vector<std::string> set_lines(const LitText& text, std::size_t width, const Setting& setting) {
    std::vector<std::string> lines;
    if (setting.color) {
        for (const TextRange line : wrap(text.text, width, width)) {
            lines.push_back(colored_line(text, line, setting));
        }
    } else {
        const std::string marked = with_asterisks(text);
        for (const TextRange line : wrap(marked, width, width)) {
            lines.push_back(marked.substr(line.begin, line.end - line.begin));
        }
    }
    return lines;
}

}  // namespace dateline
