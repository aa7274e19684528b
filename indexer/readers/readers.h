// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes -> RawArticles. One reader a format, each a function of bytes alone (no file system, no
// clock), so that each can be fuzzed. read_file tells the format by content first, by name second.
#pragma once

#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

enum class Format {
    header_text,
    plain_text,
    markdown,
    web_page,
    single_file,
    self_extracting_page,
    web_archive,
    nexis_text,
    factiva_xml,
    alceste,
    agency_xml,
    wire,
    feed,
    container,
    mail,
    docx,
    odt,
    epub,
    rtf,
    pdf,
    unknown
};

/// Decodes to UTF-8 (byte order marks, UTF-16, Windows-1252), reads as the detected format; files
/// of many (containers.h) are read by what streams them, all items at once. Never throws for bad
/// content: what cannot be read comes back as a Problem.
Reading read_file(std::string_view name, std::string_view bytes);
/// The same; `format` is set to what was detected. Binary content is `unknown`, and what turned out
/// to hold no articles.
Reading read_file(std::string_view name, std::string_view bytes, Format& format);
/// The same, of a file that is known to be none of many.
Reading read_alone(std::string_view name, std::string_view bytes, Format& format);
/// What that would read it as, by its beginning; `unknown`: nothing.
Format format_alone(std::string_view name, std::string_view bytes);
/// So many bytes of what is no archive tell its format.
inline constexpr std::size_t format_head_bytes = 64 * 1024;

Reading read_header_text(std::string_view text);  ///< ` date 2026-02-27 ` then the text
Reading read_plain_text(std::string_view text);
Reading read_markdown(std::string_view text);  ///< with YAML, TOML or no front matter
/// A page of a site generator: front matter, then HTML without a head. Blank lines end paragraphs.
Reading read_front_matter_page(std::string_view text);
Reading read_web_page(std::string_view html);
Reading read_nexis_text(std::string_view text);  ///< an export of many articles
Reading read_factiva_xml(std::string_view xml);  ///< the same
Reading read_agency_xml(std::string_view xml);   ///< NITF, NewsML: an article an item
Reading read_wire(std::string_view bytes);       ///< ANPA and IPTC 7901, of several messages
Reading read_alceste(std::string_view text);     ///< texts below lines of variables
/// A page, or what a news service exports as one.
Reading read_page_or_export(std::string_view html);
Reading read_single_file(std::string_view html);            ///< a page saved by SingleFile
Reading read_self_extracting_page(std::string_view bytes);  ///< the same, packed within the page
Reading read_mhtml(std::string_view bytes);                 ///< a page saved with all that it loads
Reading read_feed(std::string_view xml);                    ///< RSS and Atom, one article an item
Reading read_json_line(std::string_view line);              ///< one object of a JSON Lines file
Reading read_docx(std::string_view bytes);
Reading read_odt(std::string_view bytes);
Reading read_epub(std::string_view bytes);
Reading read_rtf(std::string_view bytes);
/// Starts a process (pdf/helper_process.h) and throws Error if that cannot be done.
Reading read_pdf(std::string_view bytes);
Reading read_mail(std::string_view message);

}  // namespace dateline
