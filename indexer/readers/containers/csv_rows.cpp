// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/csv_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {

namespace {

constexpr std::string_view delimiters = ",;\t|";

}  // namespace

bool CsvRows::add(std::string_view bytes) {
    for (const char c : bytes) {
        if (stopped_) break;
        take(c);
    }
    return !stopped_;
}

void CsvRows::take(char c) {
    if (c == '\n') ++line_;
    if (c == '\n' && !in_quotes_) return end_row();
    // A mark that stands doubled in a cell ends it and begins it again.
    if (c == '"' && (in_quotes_ || at_cell_)) {
        in_quotes_ = !in_quotes_;
        at_cell_ = !in_quotes_;
    } else {
        at_cell_ = delimiters.find(c) != delimiters.npos;
    }
    keep(c);
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
    else if (!row_.empty())
        stopped_ = !sink_(row_, row_line_);
    row_.clear();
    too_long_ = in_quotes_ = false;
    at_cell_ = true;
    row_line_ = line_;
}

void CsvRows::finish() {
    if (stopped_) return;
    if (in_quotes_)
        problems_.push_back({"", row_line_, "a cell's quotation mark does not end", false});
    end_row();
}

char csv_delimiter(std::string_view header) {
    char best = 0;
    std::ptrdiff_t most = 0;
    for (const char delimiter : delimiters) {
        const auto count = std::ranges::count(header, delimiter);
        if (count > most) best = delimiter;
        most = std::max(most, count);
    }
    return best;
}

std::vector<std::string> csv_cells(std::string_view row, char delimiter) {
    std::vector<std::string> cells(1);
    bool in_quotes = false;
    bool at_cell = true;
    for (std::size_t at = 0; at < row.size(); ++at) {
        const char c = row[at];
        if (in_quotes && c == '"' && row.substr(at + 1).starts_with('"')) {
            cells.back() += row[++at];
        } else if (c == '"' && (in_quotes || at_cell)) {
            in_quotes = !in_quotes;
            at_cell = false;
        } else if (c == delimiter && !in_quotes) {
            cells.emplace_back();
            at_cell = true;
        } else {
            cells.back() += c;
            at_cell = false;
        }
    }
    return cells;
}

}  // namespace dateline
