// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/csv_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr std::string_view delimiters = ",;\t|";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// No part of a word, and no byte of a character.
bool may_divide(char c) {
    return c == '\t' ||
           (c > ' ' && c < 0x7F && c != '"' && !ascii::is_letter(c) && !ascii::is_digit(c));
}

}  // namespace

bool CsvRows::add(std::string_view bytes) {
    for (const char c : bytes) {
        if (stopped_) break;
        take(c);
    }
    return !stopped_;
}

void CsvRows::take(char c) {
    if (line_end_ == LineEnd::perhaps_cr) {
        line_end_ = c == '\n' ? LineEnd::lf : LineEnd::cr;
        if (line_end_ == LineEnd::cr) {
            ++line_;
            end_row();
            if (stopped_) return;
        }
    }
    if (ends_line(c)) {
        ++line_;
        if (!in_quotes_) return end_row();
    }
    note_cell(c);
    keep(c);
}

bool CsvRows::ends_line(char c) {
    if (line_end_ == LineEnd::cr) return c == '\r';
    if (c == '\r' && !in_quotes_ && line_end_ == LineEnd::unknown) line_end_ = LineEnd::perhaps_cr;
    if (c == '\n' && !in_quotes_) line_end_ = LineEnd::lf;
    return c == '\n';
}

/// Where a mark begins a cell, and where it ends one. One that stands doubled does both.
void CsvRows::note_cell(char c) {
    const bool doubled = after_quote_;
    after_quote_ = false;
    if (c == '"' && (in_quotes_ || at_cell_ || doubled)) {
        in_quotes_ = !in_quotes_;
        after_quote_ = !in_quotes_;
        at_cell_ = false;
    } else if (!in_quotes_) {
        const std::size_t size = row_.size();
        const bool marks_order = row_ == byte_order_mark.substr(0, size) &&
                                 size < byte_order_mark.size() && c == byte_order_mark[size];
        at_cell_ = is_delimiter(c) || (at_cell_ && (c == ' ' || marks_order));
    }
}

bool CsvRows::is_delimiter(char c) const {
    return knows_delimiter_ ? c == delimiter_ && c != 0 : delimiters.find(c) != delimiters.npos;
}

void CsvRows::keep(char c) {
    if (too_long_) return;
    if (row_.size() < most_) {
        row_ += c;
    } else {
        too_long_ = true;
        row_ = std::string();
    }
}

void CsvRows::end_row() {
    if (row_.ends_with('\r')) row_.pop_back();
    if (too_long_)
        problems_.push_back({"", row_line_,
                             fmt::format("a row is longer than {} MB", most_ / (1024 * 1024)), true,
                             ProblemKind::cut});
    else if (!row_.empty() && take_delimiter())
        stopped_ = !sink_(row_, row_line_);
    row_.clear();
    too_long_ = in_quotes_ = after_quote_ = false;
    at_cell_ = true;
    row_line_ = line_;
}

/// False for Excel's own row before the header: "sep=;".
bool CsvRows::take_delimiter() {
    if (knows_delimiter_) return true;
    knows_delimiter_ = true;
    constexpr std::string_view name = "sep=";
    std::string_view words = row_;
    if (words.starts_with(byte_order_mark)) words.remove_prefix(byte_order_mark.size());
    if (words.starts_with('"') && words.ends_with('"')) words = words.substr(1, words.size() - 2);
    const bool tells = words.size() == name.size() + 1 && may_divide(words.back()) &&
                       ascii::equal_ignoring_case(words.substr(0, name.size()), name);
    delimiter_ = tells ? words.back() : csv_delimiter(row_);
    return !tells;
}

void CsvRows::finish() {
    if (stopped_) return;
    if (in_quotes_)
        problems_.push_back({"", row_line_, "a cell's quotation mark does not end", false});
    end_row();
}

char csv_delimiter(std::string_view header) {
    // A mark that does not end is none.
    const bool has_quotes = std::ranges::count(header, '"') % 2 == 0;
    std::array<std::size_t, delimiters.size()> counts{};
    bool in_quotes = false;
    for (const char c : header) {
        if (c == '"') in_quotes = !in_quotes;
        const std::size_t at = delimiters.find(c);
        if (!(in_quotes && has_quotes) && at != delimiters.npos) ++counts[at];
    }
    const auto* most = std::ranges::max_element(counts);
    return *most == 0 ? '\0' : delimiters[static_cast<std::size_t>(most - counts.begin())];
}

CsvCells csv_cells(std::string_view row, char delimiter, std::size_t most) {
    CsvCells found{std::vector<std::string>(1)};
    std::vector<std::string>& cells = found.cells;
    bool in_quotes = false;
    bool at_cell = true;
    std::size_t solid = 0;  // of the last cell, but for blanks and delimiters at its end
    for (std::size_t at = 0; at < row.size(); ++at) {
        const char c = row[at];
        if (c == '"' && in_quotes && row.substr(at + 1).starts_with('"')) {
            cells.back() += row[++at];
            solid = cells.back().size();
        } else if (c == '"' && (in_quotes || at_cell)) {
            if (!in_quotes) cells.back().resize(cells.back().find_last_not_of(' ') + 1);
            in_quotes = !in_quotes;
            at_cell = false;
        } else if (c == delimiter && !in_quotes) {
            at_cell = true;
            if (cells.size() < most) {
                cells.emplace_back();
                continue;
            }
            found.surplus = std::min(found.surplus, cells.back().size());
            cells.back() += c;
        } else {
            cells.back() += c;
            at_cell = at_cell && c == ' ';
            if (c != ' ') solid = cells.back().size();
        }
    }
    if (found.surplus == std::string::npos) return found;
    cells.back().resize(std::max(found.surplus, solid));
    if (solid <= found.surplus) found.surplus = std::string::npos;
    return found;
}

}  // namespace dateline
