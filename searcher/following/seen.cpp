// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/seen.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "common/error.h"
#include "common/file_stamp.h"
#include "common/text_parts.h"

namespace dateline {
namespace {

constexpr std::string_view first_line = "dateline-seen 1 ";
constexpr std::string_view hex_digits = "0123456789abcdef";

[[noreturn]] void damaged() {
    throw Error("it is not as it was written");
}

/// A column: what would end one, or a line, is escaped as in an address.
void put_column(std::string& line, std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '%')
            line += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            line += c;
    }
    line += '\t';
}

int hex_value(char c) {
    const std::size_t value = hex_digits.find(c);
    if (value == hex_digits.npos) damaged();
    return static_cast<int>(value);
}

std::string from_hex(std::string_view text) {
    if (text.size() % 2 != 0) damaged();
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size(); at += 2)
        bytes += static_cast<char>(hex_value(text[at]) * 16 + hex_value(text[at + 1]));
    return bytes;
}

std::string to_hex(std::string_view bytes) {
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char c : bytes) {
        text += hex_digits[static_cast<unsigned char>(c) >> 4];
        text += hex_digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string read_column(std::string_view column) {
    std::string text;
    for (std::size_t at = 0; at < column.size(); ++at) {
        if (column[at] != '%') {
            text += column[at];
            continue;
        }
        text += from_hex(column.substr(at + 1, 2));
        at += 2;
    }
    return text;
}

template <typename Number>
Number number_in(std::string_view column) {
    Number number{};
    const auto [end, error] = std::from_chars(column.data(), column.data() + column.size(), number);
    if (error != std::errc{} || end != column.data() + column.size()) damaged();
    return number;
}

constexpr std::array all_kinds{ArrivalKind::fresh, ArrivalKind::copy, ArrivalKind::version};

ArrivalKind kind_named(std::string_view name) {
    for (const ArrivalKind kind : all_kinds)
        if (name_of(kind) == name) return kind;
    damaged();
}

std::string line_of(const SeenArticle& article) {
    std::string line;
    put_column(line, std::to_string(article.told));
    put_column(line, article.was_there ? "there" : article.shown ? "shown" : "fed");
    put_column(line, name_of(article.kind));
    put_column(line, article.place.id);
    put_column(line, article.told_as == article.place.id ? "" : article.told_as);
    put_column(line, to_hex(encode_fingerprint(article.fingerprint)));
    put_column(line, article.of);
    put_column(line, article.place.archive);
    line.back() = '\n';
    return line;
}

SeenArticle read_line(std::string_view line) {
    SeenArticle article;
    article.told = number_in<std::int64_t>(take_part(line, '\t'));
    const std::string_view how = take_part(line, '\t');
    if (how != "there" && how != "shown" && how != "fed") damaged();
    article.was_there = how == "there";
    article.shown = how != "fed";
    article.kind = kind_named(take_part(line, '\t'));
    article.place.id = read_column(take_part(line, '\t'));
    article.told_as = read_column(take_part(line, '\t'));
    if (article.told_as.empty()) article.told_as = article.place.id;
    article.fingerprint = decode_fingerprint(from_hex(take_part(line, '\t')));
    article.of = read_column(take_part(line, '\t'));
    article.place.archive = read_column(line);
    return article;
}

}  // namespace

std::string id_shown(const ArticlePlace& place) {
    return place.archive.empty() || place.id.empty() ? place.id : place.archive + ":" + place.id;
}

std::string encode_seen(const Seen& seen) {
    std::string text = fmt::format("since\t{}\nasked\t", seen.since);
    for (const std::string& argument : seen.asked) put_column(text, argument);
    text.back() = '\n';
    for (const SeenArticle& article : seen.articles) text += line_of(article);
    return fmt::format("{}{:016x}\n{}", first_line, content_hash(text), text);
}

Seen decode_seen(std::string_view text) {
    const std::string_view head = take_line(text);
    if (!head.starts_with(first_line) ||
        head.substr(first_line.size()) != fmt::format("{:016x}", content_hash(text)))
        damaged();
    Seen seen;
    std::string_view since = take_line(text);
    if (take_part(since, '\t') != "since") damaged();
    seen.since = number_in<std::int64_t>(since);
    std::string_view asked = take_line(text);
    if (take_part(asked, '\t') != "asked") damaged();
    while (!asked.empty()) seen.asked.push_back(read_column(take_part(asked, '\t')));
    while (!text.empty()) seen.articles.push_back(read_line(take_line(text)));
    return seen;
}

}  // namespace dateline
