// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/formats.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/ascii.h"
#include "indexer/readers/agency/agency_xml.h"
#include "indexer/readers/agency/wire.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/documents/docx.h"
#include "indexer/readers/documents/epub.h"
#include "indexer/readers/documents/odt.h"
#include "indexer/readers/documents/rtf.h"
#include "indexer/readers/exports/alceste.h"
#include "indexer/readers/exports/factiva_xml.h"
#include "indexer/readers/exports/nexis_text.h"
#include "indexer/readers/file_ending.h"
#include "indexer/readers/pages/mhtml.h"
#include "indexer/readers/pages/single_file.h"
#include "indexer/readers/pdf/pdf.h"

namespace dateline {

namespace {

constexpr std::size_t head_bytes = 64 * 1024;

struct NamedFormat {
    std::string_view ending;
    Format format;
};

// What a name says where the content says nothing. `unknown`: text, but never an article.
constexpr auto named_formats = std::to_array<NamedFormat>({
    {"md", Format::markdown},
    {"markdown", Format::markdown},
    {"mdown", Format::markdown},
    {"mkd", Format::markdown},
    {"mdx", Format::markdown},
    {"txt", Format::plain_text},
    {"text", Format::plain_text},
    {"", Format::plain_text},
    {"html", Format::web_page},
    {"htm", Format::web_page},
    {"xhtml", Format::web_page},
    {"eml", Format::mail},
    {"mht", Format::web_archive},
    {"mhtml", Format::web_archive},
});

Format format_by_ending(const std::string& ending) {
    // Numbers are no kind of file: "report.2026".
    const bool named = std::ranges::any_of(ending, ascii::is_letter);
    const auto* found = std::ranges::find(named_formats, named ? ending : "", &NamedFormat::ending);
    return found == named_formats.end() ? Format::unknown : found->format;
}

bool is_data_file(std::string_view ending) {
    return ending == "yaml" || ending == "yml" || ending == "toml";
}

bool begins_with_date(std::string_view text) {
    return date_header(text).has_value();
}

/// In the order in which the marks are looked for.
constexpr std::array format_table{
    FormatRow{Format::header_text, begins_with_date, read_header_text},
    FormatRow{Format::markdown, begins_front_matter, read_markdown},
    FormatRow{Format::factiva_xml, begins_factiva_xml, read_factiva_xml},
    FormatRow{Format::agency_xml, begins_agency_xml, read_agency_xml, Encoded::as_stated},
    FormatRow{Format::feed, begins_feed, read_feed, Encoded::as_stated},
    FormatRow{Format::self_extracting_page, begins_self_extracting_page, read_self_extracting_page,
              Encoded::not_text},
    FormatRow{Format::pdf, begins_pdf, read_pdf, Encoded::not_text},
    FormatRow{Format::docx, begins_docx, read_docx, Encoded::not_text},
    FormatRow{Format::odt, begins_odt, read_odt, Encoded::not_text},
    FormatRow{Format::epub, begins_epub, read_epub, Encoded::not_text},
    FormatRow{Format::rtf, begins_rtf, read_rtf, Encoded::not_text},
    FormatRow{Format::wire, begins_wire, read_wire, Encoded::not_text},
    FormatRow{Format::single_file, begins_single_file, read_single_file, Encoded::as_stated},
    FormatRow{Format::web_page, begins_web_page, read_page_or_export, Encoded::as_stated},
    FormatRow{Format::web_archive, begins_mhtml, read_mhtml, Encoded::in_parts},
    FormatRow{Format::mail, begins_mail, read_mail, Encoded::in_parts},
    FormatRow{Format::alceste, begins_alceste, read_alceste},
    FormatRow{Format::nexis_text, begins_nexis_text, read_nexis_text},
    FormatRow{Format::plain_text, nullptr, read_plain_text},
};

std::optional<Format> format_by_content(std::string_view text, const std::string& ending) {
    for (const FormatRow& row : format_table) {
        if (row.encoded == Encoded::not_text) continue;
        if (row.begins == nullptr || !row.begins(text)) continue;
        if (row.format != Format::markdown || !is_data_file(ending)) return row.format;
    }
    return std::nullopt;
}

}  // namespace

const FormatRow& format_row(Format format) {
    return *std::ranges::find(format_table, format, &FormatRow::format);
}

Format format_of_bytes(std::string_view bytes) {
    const auto* row = std::ranges::find_if(format_table, [&](const FormatRow& each) {
        return each.encoded == Encoded::not_text && each.begins(bytes);
    });
    return row == format_table.end() ? Format::unknown : row->format;
}

Format format_of_text(std::string_view name, std::string_view text) {
    const std::string ending = ending_of(name);
    return format_by_content(text.substr(0, head_bytes), ending).value_or(format_by_ending(ending));
}

}  // namespace dateline
