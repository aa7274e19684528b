// SPDX-License-Identifier: GPL-2.0-or-later
// An article of a news service's export, before it becomes a RawArticle: the service's own labels
// stated in our keys, its paragraphs without them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

struct ExportParagraph {
    std::string text;
    std::uint32_t line = 0;  ///< or paragraph of the file; 0: not known
};

struct ExportArticle {
    std::string title;
    std::string outlet;
    std::string byline;
    std::string day;  ///< as printed, with what stands around it
    std::string section;
    std::string summary;
    std::string url;
    std::string accession;  ///< the service's own number of it
    std::vector<ExportParagraph> body;

    bool operator==(const ExportArticle&) const = default;
};

/// Without the blanks around it, hard ones among them.
std::string_view without_blanks(std::string_view text);

/// What the line about the day says of it: up to the year, without edition, time and weekday behind
/// it: "January 28, 1993, Tuesday, Late Edition" -> "January 28, 1993".
std::string_view day_in_line(std::string_view line);

/// True if a year stands in a short line.
bool has_year(std::string_view line);

/// The articles as those of a file of many: by their accession number, else by headline, outlet
/// and day. Without any: a problem that says so.
Reading read_export(std::vector<ExportArticle> articles, PlaceUnit unit);

}  // namespace dateline
