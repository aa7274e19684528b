// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/wire.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "indexer/readers/agency/anpa.h"
#include "indexer/readers/agency/iptc7901.h"
#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr char start_of_header = '\x01';
constexpr char start_of_text = '\x02';
constexpr char end_of_text = '\x03';
constexpr char unit_separator = '\x1F';  // in ANPA's headers only
constexpr std::size_t longest_header = 1024;

/// Cuts the messages out of a file, one pass.
class Messages {
public:
    explicit Messages(std::string_view bytes) : rest_(bytes) {}

    bool next(WireMessage& message) {
        skip_to(start_of_header);
        if (rest_.empty()) return false;
        message.header_line = line_;
        message.header = take_until({&start_of_text, 1});
        message.text_line = line_;
        message.text = take_until("\x01\x03\x04");
        message.footer = rest_.starts_with(end_of_text) ? take_until("\x01\x04") : "";
        return true;
    }

private:
    void skip_to(char mark) { drop(std::min(rest_.find(mark), rest_.size())); }

    /// What follows the mark at which the rest begins, up to one of the marks.
    std::string_view take_until(std::string_view marks) {
        if (rest_.empty()) return {};
        const std::size_t end = std::min(rest_.find_first_of(marks, 1), rest_.size());
        const std::string_view part = rest_.substr(1, end - 1);
        drop(end);
        return part;
    }

    void drop(std::size_t size) {
        line_ += static_cast<std::uint32_t>(std::ranges::count(rest_.substr(0, size), '\n'));
        rest_.remove_prefix(size);
    }

    std::string_view rest_;
    std::uint32_t line_ = 1;
};

}  // namespace

bool begins_wire(std::string_view bytes) {
    constexpr std::size_t shortest_header = 8;
    const std::size_t begin = bytes.find_first_not_of("\x16\r\n ");
    if (begin == bytes.npos || bytes[begin] != start_of_header) return false;
    const std::string_view head = bytes.substr(begin + 1, longest_header);
    const std::string_view header = head.substr(0, head.find(start_of_text));
    return header.size() < head.size() && header.size() >= shortest_header &&
           header.find('\n') != header.npos && ascii::is_letter(header.front());
}

std::string wire_text(std::string_view bytes) {
    std::string plain(bytes);
    std::erase(plain, '\r');
    std::ranges::replace_if(
        plain,
        [](char c) {
            return (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t') || c == '\x7F';
        },
        ' ');
    std::string storage;
    std::vector<Problem> ignored;
    return std::string(decode_text(plain, "", storage, ignored));
}

Reading read_wire(std::string_view bytes) {
    NewsItems items;
    Messages messages(bytes);
    WireMessage message;
    while (messages.next(message)) {
        const bool anpa = message.header.find(unit_separator) != message.header.npos;
        RawArticle article = anpa ? anpa_article(message) : iptc7901_article(message);
        article.line = message.header_line;
        items.add(NewsItemKind::article, std::move(article));
    }
    return items.finish();
}

}  // namespace dateline
