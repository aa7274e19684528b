// SPDX-License-Identifier: GPL-2.0-or-later
// What Markdown takes for markup though its writer meant text: asterisks and grave accents within
// words (f**k, didn`t) and stock symbols in angle brackets (<S>).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

/// Follows the spans of one parse. All pieces lie in the parsed text, in increasing order.
class InnerMarks {
public:
    void enter_span() { spans_.push_back(Span::undecided); }
    void leave_span();

    /// Between the last piece and the next one stands more than marks.
    void interrupt() { end_ = nullptr; }

    /// The marks right before `piece` that are text; "" if there are none. To be called for each
    /// piece.
    std::string_view before(std::string_view piece);

private:
    enum class Span : std::uint8_t { undecided, markup, text };

    std::string_view marks_before(std::string_view piece) const;

    std::vector<Span> spans_;
    const char* end_ = nullptr;  // of the last piece
    bool left_text_ = false;     // a span of kind `text` has ended since then
};

/// Tells the <S> of Sears from tags.
class Symbols {
public:
    /// `text` is what was given to the parser; it lives longer than this.
    explicit Symbols(std::string_view text) : text_(text) {}

    /// True if `tag` is a single capital in angle brackets that nothing closes in `rest`, the text
    /// from there to its end, which gets shorter from call to call; a paragraph, <P>, needs no end.
    bool is_symbol(std::string_view tag, std::string_view rest);

private:
    void note_ends(std::string_view text);

    std::string_view text_;
    std::size_t noted_ = 0;               // ends that begin before this place are noted
    std::array<std::size_t, 26> ends_{};  // where the last noted end of each letter begins
};

struct StrayMarks {
    std::size_t begin = 0;  ///< the text's size if there are none
    std::size_t size = 0;
};

/// The first two asterisks or more that the parser has left and that mean nothing: emphasis next to
/// Chinese punctuation, or with blanks inside. Others are letters left out, f***.
StrayMarks find_stray_marks(std::string_view text);

}  // namespace dateline
