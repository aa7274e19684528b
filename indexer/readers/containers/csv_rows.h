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

/// Cuts a stream of bytes into rows.
class CsvRows {
public:
    /// The row as it is in the file, without its end, and its first line; false: enough.
    using Sink = std::function<bool(std::string_view row, std::uint32_t line)>;

    CsvRows(Sink sink, std::size_t most_bytes) : sink_(std::move(sink)), most_(most_bytes) {}

    /// False when there is no reason to go on.
    bool add(std::string_view bytes);
    void finish();
    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    void take(char c);
    void keep(char c);
    void end_row();

    Sink sink_;
    std::size_t most_;
    std::string row_;
    bool in_quotes_ = false;
    bool at_cell_ = true;
    bool too_long_ = false;
    bool stopped_ = false;
    std::uint32_t line_ = 1;
    std::uint32_t row_line_ = 1;
    std::vector<Problem> problems_;
};

/// The delimiter of a header row: comma, semicolon, tab or vertical bar, whichever it has most of;
/// 0 if it has none.
char csv_delimiter(std::string_view header);

std::vector<std::string> csv_cells(std::string_view row, char delimiter);

}  // namespace dateline
