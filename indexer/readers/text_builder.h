// SPDX-License-Identifier: GPL-2.0-or-later
// Puts an article's plain text together while a reader walks through its format: blanks, line ends
// and paragraph ends asked for in a row become one, and the file's line of every piece is
// remembered.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

class TextBuilder {
public:
    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    /// Adds a piece without line ends that stands in that line of the file (0: not known). Blanks
    /// at the beginning of a line are left out.
    void add(std::string_view piece, std::uint32_t line);

    // What stands between the last piece and the next one; the strongest asked for counts.
    void end_word() { widen(Gap::blank); }
    void end_cell() { widen(Gap::cell); }
    void end_line() { widen(Gap::line); }
    /// A line end that the page asks for; two in a row end the paragraph, as old pages have it.
    void break_line();
    void end_paragraph() { widen(Gap::paragraph); }

    /// What is added until end_heading is a heading; kept if it is the text's first paragraph.
    void begin_heading();
    void end_heading();

    /// What was added since the text had that size is a link to that address. Of many, the first
    /// and the last ones are kept: there a text names its original.
    void add_link(std::size_t begin, std::string_view url);

    bool empty() const { return text_.empty(); }
    std::size_t size() const { return text_.size(); }

    /// Sets text, lines, links and heading. The builder is empty afterwards.
    void move_into(RawArticle& article);

private:
    enum class Gap : std::uint8_t { none, blank, cell, line, paragraph };

    void widen(Gap gap) {
        if (gap > gap_) gap_ = gap;
    }
    void fill_gap();
    void trim_end();

    std::string text_;
    std::vector<LineMark> lines_;
    std::vector<Link> links_;
    std::string heading_;
    std::uint32_t line_ = 0;  // of the file, at the end of text_, as lines_ imply it
    Gap gap_ = Gap::none;
    bool line_broken_ = false;  // by break_line, and nothing added since
    bool in_first_heading_ = false;
};

/// Adds plain text: paragraphs end at blank lines and before a line that is indented more than the
/// one before. `line` is that of the text's first line; 0: not known.
void add_plain_text(TextBuilder& builder, std::string_view text, std::uint32_t line);

}  // namespace dateline
