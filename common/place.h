// SPDX-License-Identifier: GPL-2.0-or-later
// Where in a file something stands: lines of texts, pages, paragraphs, items of files of many; and
// as people read it, alike in hits, problems and findings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// What the numbers of an article's places count in its file.
enum class PlaceUnit : std::uint8_t {
    line,       ///< lines of the file
    page,       ///< pages, as of a PDF
    paragraph,  ///< paragraphs of a file that has no lines, as of a DOCX
    item,       ///< the items of a file of many, which have no places within
};
inline constexpr std::uint8_t place_units = 4;

/// "page 3", "paragraph 12", "article 5"; of a line its number alone.
std::string number_text(PlaceUnit unit, std::uint32_t number);

/// `a.md:12`, `a.pdf, page 3`, `export.docx, article 12`, and with the item's own name
/// `a.warc.gz#URL`. `number` 0: the file or the item as a whole.
std::string place_text(std::string_view file, PlaceUnit unit, std::uint32_t number,
                       std::string_view item = "");

}  // namespace dateline
