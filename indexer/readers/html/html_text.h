// SPDX-License-Identifier: GPL-2.0-or-later
// HTML that stands in something else (Markdown, feeds, mail, front-mattered .html files) -> plain
// text. A scanner, not a parser: it takes the bytes in pieces, in one pass, and no tag soup can
// upset it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/text_builder.h"

namespace dateline {

class HtmlText {
public:
    explicit HtmlText(TextBuilder& builder) : builder_(builder) {}

    /// Takes a piece of HTML that begins in that line of the file (0: not known). A tag, comment or
    /// entity may go on in the next piece. Line ends become line ends; blank lines end paragraphs.
    void add_markup(std::string_view piece, std::uint32_t line);

    /// Takes text between tags, without line ends, whose entities are decoded already.
    void add_text(std::string_view piece, std::uint32_t line);

    /// Forgets unfinished tags and dropped elements: a block of Markdown has ended.
    void end_block();

private:
    enum class State : std::uint8_t { text, tag_open, tag_name, tag, quoted, comment, declaration };

    std::size_t scan_text(std::string_view piece, std::size_t at);
    std::size_t scan_tag_open(std::string_view piece, std::size_t at);
    std::size_t scan_tag_name(std::string_view piece, std::size_t at);
    std::size_t scan_attributes(std::string_view piece, std::size_t at);
    std::size_t scan_quoted(std::string_view piece, std::size_t at);
    std::size_t scan_comment(std::string_view piece, std::size_t at);
    void end_tag();
    void begin_element(std::string_view name);
    void end_element(std::string_view name);
    void add_run(std::string_view run);
    bool in_script() const { return dropped_ == "script" || dropped_ == "style"; }

    TextBuilder& builder_;
    State state_ = State::text;
    char quote_ = '"';              // that a quoted attribute ends with
    bool quoted_end_seen_ = false;  // a '>' within it
    char last_ = ' ';               // of the tag, blanks aside
    bool closing_ = false;          // the tag is an end tag
    bool self_closing_ = false;     // the tag's last character before '>' is '/'
    bool line_has_text_ = true;     // false: nothing but blanks since the last line end
    std::uint8_t dashes_ = 0;       // at the end of what was seen of a comment
    std::string name_;              // of the tag, in lower case
    std::string typed_;             // the name as the file has it
    std::string dropped_;           // element whose content is left out; "" if none
    std::uint32_t line_ = 0;
};

/// The character that an entity stands for (`amp`, `#8217`, `#x2019`), as UTF-8; "" if there is
/// none.
std::string decode_entity(std::string_view name);

/// With all entities decoded; unknown ones stay as they are.
std::string decode_entities(std::string_view text);

/// Adds a value that is plain text with entities or HTML, as it looks, on no known line. HTML that
/// was escaped once more (`&lt;p&gt;`) is HTML too.
void add_text_or_markup(TextBuilder& builder, std::string_view text);

/// The whole of a fragment as text.
std::string html_to_text(std::string_view html);

}  // namespace dateline
