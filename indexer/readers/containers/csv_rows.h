// SPDX-License-Identifier: GPL-2.0-or-later
// Rows and cells of CSV and its kin (RFC 4180, and what Excel writes): cells in quotation marks may
// hold line breaks, delimiters and doubled quotation marks.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

/// Cuts a stream of bytes into rows. Lines end as the first one does: in "\n", "\r\n" or "\r".
class CsvRows {
public:
    /// The row as it is in the file, without its end, and its first line; false: enough.
    using Sink = std::function<bool(std::string_view row, std::uint32_t line)>;

    CsvRows(Sink sink, std::size_t most_bytes) : sink_(std::move(sink)), most_(most_bytes) {}

    /// False when there is no reason to go on.
    bool add(std::string_view bytes);
    void finish();
    /// Of the first row that was given, or as a row before it says ("sep=;"); 0 if it has none.
    char delimiter() const { return delimiter_; }
    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    enum class LineEnd : std::uint8_t { unknown, perhaps_cr, lf, cr };

    void take(char c);
    bool ends_line(char c);
    void note_cell(char c);
    bool is_delimiter(char c) const;
    void keep(char c);
    void end_row();
    bool take_delimiter();

    Sink sink_;
    std::size_t most_;
    std::string row_;
    LineEnd line_end_ = LineEnd::unknown;
    char delimiter_ = 0;
    bool knows_delimiter_ = false;
    bool in_quotes_ = false;
    bool at_cell_ = true;       ///< nothing but blanks of it was seen
    bool after_quote_ = false;  ///< that ended a cell, unless another one follows
    bool too_long_ = false;
    bool stopped_ = false;
    std::uint32_t line_ = 1;
    std::uint32_t row_line_ = 1;
    std::vector<Problem> problems_;
};

/// The delimiter of a header row: comma, semicolon, tab or vertical bar, whichever it has most of
/// outside quotation marks; 0 if it has none.
char csv_delimiter(std::string_view header);

struct CsvCells {
    std::vector<std::string> cells;
    /// Where in the last cell those begin that are too many; npos: there are none.
    std::size_t surplus = std::string::npos;
};

/// At most so many: the last one takes what is behind it, but for blank cells.
CsvCells csv_cells(std::string_view row, char delimiter, std::size_t most);

}  // namespace dateline
