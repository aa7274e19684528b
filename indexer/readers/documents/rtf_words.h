// SPDX-License-Identifier: GPL-2.0-or-later
// What the control words of RTF mean to us: which groups hold no text, which words stand for a
// character, and which code page a font's character set is.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// What is done with the text of a group.
enum class RtfDestination : std::uint8_t {
    body,
    skipped,
    fonts,
    styles,
    info,
    title,
    author,
    keywords,
    created
};

/// Where the text of the group goes that the word begins; nothing if it begins none.
std::optional<RtfDestination> rtf_destination(std::string_view word);

/// The text that the word stands for, or "".
std::string_view rtf_text(std::string_view word);

/// True for what a paragraph ends at: \par, \cell, \page and the like.
bool ends_rtf_paragraph(std::string_view word);

/// The code page that the word says for the document (\mac, \pc, \pca); 0: it says none.
int rtf_document_page(std::string_view word);

/// The code page of Microsoft's number of a font's character set; 0: that of the document.
int rtf_code_page(int charset);

/// What holds for the text of a group, and is inherited by those within.
struct RtfGroup {
    RtfDestination destination = RtfDestination::body;
    int code_page = 0;  ///< of the font; 0: that of the document
    int skip = 1;       ///< characters that stand for those who do not know \u
    bool hidden = false;
    bool bold = false;
    int size = 24;  ///< of the letters, in half points
};

}  // namespace dateline
