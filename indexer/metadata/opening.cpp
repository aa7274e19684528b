// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/opening.h"

#include <algorithm>

#include "common/ascii.h"
#include "indexer/dates/labelled_day.h"
#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/headlines.h"
#include "indexer/metadata/titles.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr int most_lines = 6;
constexpr std::size_t longest_date_line = 60;

/// "-----" under a head of plain text.
bool is_ruler(std::string_view line) {
    return line.size() >= 3 && line.find_first_not_of("-=_*~+# ") == npos;
}

std::optional<StatedDate> date_of_line(std::string_view line) {
    if (line.size() > longest_date_line) return {};
    const auto day = labelled_day(line, DayLabel::published);
    const bool whole = day && day->date && day->date->date.precision == Precision::day;
    return whole ? day->date : std::nullopt;
}

/// Reads lines off the beginning of a text, as long as they are of the opening.
class OpeningReader {
public:
    OpeningReader(const RawArticle& article, std::string_view stated_title)
        : article_(article), text_(article.text), stated_title_(stated_title) {}

    Opening read() {
        skip_blanks();
        for (int i = 0; i < most_lines && read_line(); ++i) skip_blanks();
        take_wire_date();
        return std::move(opening_);
    }

    std::size_t bytes_read() const { return at_; }

private:
    bool read_line() {
        const auto end = std::min(text_.find('\n', at_), text_.size());
        const std::string_view line = ascii::trim(text_.substr(at_, end - at_));
        const bool more = text_.find_first_not_of(" \n", end) != npos;
        if (line.empty() || !((more && is_ruler(line)) || read_title(line, end, more) ||
                              (more && read_byline(line)) || read_date_line(line))) {
            return false;
        }
        at_ = end;
        return true;
    }

    bool read_title(std::string_view line, std::size_t end, bool more) {
        if (!stated_title_.empty()) {
            // "Ruby 3.0.2 is released." under such a title is the text's first sentence.
            const bool sentence = line.ends_with('.') && !stated_title_.ends_with('.');
            return more && !sentence && same_letters(line, stated_title_);
        }
        if (!opening_.title.empty()) return false;
        if (!article_.heading.empty() && same_letters(line, article_.heading)) {
            opening_.title = plain_inline(article_.heading);
            opening_.title_from = Origin::heading;
            return !opening_.title.empty();
        }
        if (!more || !stands_alone(end) || !reads_like_headline(line)) return false;
        if (!authors_of_line(line).empty() || date_of_line(line)) return false;
        opening_.title = headline_title(line);
        opening_.title_from = Origin::first_line;
        return true;
    }

    /// A blank line follows, or a byline or a date.
    bool stands_alone(std::size_t end) const {
        if (text_.substr(end, 2) == "\n\n") return true;
        const auto next_end = std::min(text_.find('\n', end + 1), text_.size());
        const std::string_view next = ascii::trim(text_.substr(end + 1, next_end - end - 1));
        return !authors_of_line(next).empty() || date_of_line(next);
    }

    bool read_byline(std::string_view line) {
        if (!opening_.authors.empty()) return false;
        opening_.authors = authors_of_line(line);
        return !opening_.authors.empty();
    }

    bool read_date_line(std::string_view line) {
        if (opening_.date) return false;
        opening_.date = date_of_line(line);
        return opening_.date.has_value();
    }

    void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\n", at_), text_.size()); }

    /// Takes "Feb 26 : " and "Feb. 26 (Reuters) - " off. With a place before it, the place is worth
    /// finding, and the dateline stays.
    void take_wire_date() {
        const std::string_view head = text_.substr(at_, 100);
        if (head.empty() || !(ascii::is_letter(head[0]) || ascii::is_digit(head[0]))) return;
        std::size_t size = 0;
        const auto full = date_at_start(head);
        if (full && full->reading.date) {
            size = full->length;
        } else if (const auto without_year = month_day_at_start(head)) {
            size = without_year->length;
        }
        if (size == 0) return;
        const std::size_t end = after_dateline_sign(head, size);
        if (end == 0) return;
        const bool whole_day =
            full && full->reading.date && full->reading.date->date.precision == Precision::day;
        if (whole_day && !opening_.date) opening_.date = full->reading.date;
        at_ += end;
    }

    /// The end of " : ", " - ", " (Reuters) — " at byte `at`; 0 if anything else is there.
    static std::size_t after_dateline_sign(std::string_view head, std::size_t at) {
        at = std::min(head.find_first_not_of(' ', at), head.size());
        if (at < head.size() && head[at] == '(') {
            at = head.find(')', at);
            if (at == npos) return 0;
            at = std::min(head.find_first_not_of(' ', at + 1), head.size());
        }
        for (const std::string_view sign : {":", "-", "--", "–", "—"}) {
            const std::string_view rest = head.substr(at);
            if (rest.starts_with(sign) && rest.substr(sign.size(), 1) == " ") {
                return at + sign.size() + 1;
            }
        }
        return 0;
    }

    const RawArticle& article_;
    std::string_view text_;
    std::string_view stated_title_;
    std::size_t at_ = 0;
    Opening opening_;
};

}  // namespace

void drop_prefix(RawArticle& article, std::size_t bytes) {
    bytes = std::min(bytes, article.text.size());
    if (bytes == 0) return;
    auto& marks = article.lines;
    const auto after = std::ranges::upper_bound(marks, bytes, {}, &LineMark::offset);
    if (after != marks.begin()) {
        LineMark first = *(after - 1);
        const auto from = article.text.begin() + first.offset;
        first.line += static_cast<std::uint32_t>(
            std::count(from, article.text.begin() + static_cast<std::ptrdiff_t>(bytes), '\n'));
        first.offset = static_cast<std::uint32_t>(bytes);
        *(after - 1) = first;
        marks.erase(marks.begin(), after - 1);
    }
    for (LineMark& mark : marks) mark.offset -= static_cast<std::uint32_t>(bytes);
    article.text.erase(0, bytes);
}

Opening take_opening(RawArticle& article, std::string_view stated_title) {
    OpeningReader reader(article, stated_title);
    Opening opening = reader.read();
    drop_prefix(article, reader.bytes_read());
    return opening;
}

}  // namespace dateline
