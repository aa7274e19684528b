// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/page_exports.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/exports/europresse.h"
#include "indexer/readers/exports/factiva.h"
#include "indexer/readers/exports/html_paragraphs.h"
#include "indexer/readers/exports/integrum.h"
#include "indexer/readers/exports/japanese_papers.h"
#include "indexer/readers/exports/nexis.h"
#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/html/markup_limits.h"
#include "indexer/readers/notes/notion_html.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

/// The older pages of Nexis: paragraphs as those of a document.
Reading read_nexis_page(xmlNode* page) {
    std::vector<DocumentParagraph> paragraphs;
    for (HtmlParagraph& each : html_paragraphs(page))
        paragraphs.push_back({std::move(each.text), each.line, DocumentParagraph::Kind::body});
    return read_nexis(paragraphs);
}

struct Service {
    std::array<std::string_view, 2> marks;  ///< of its pages; both stand in each
    Reading (*read)(xmlNode* page);
    bool is_sure = false;  ///< no article of it is one that is read as a page
};

constexpr auto services = std::to_array<Service>({
    {{"<DOCFULL>", "DOCUMENTS"}, read_nexis_page},
    {{"articleParagraph", "Headline"}, read_factiva},
    {{"DocPublicationName", "DocHeader"}, read_europresse},
    {{"topic-list", "detail001"}, read_kikuzo},
    {{"contentsTable", "heiseiDetailContents"}, read_yomidasu},
    {{"^ИС:", "^ДТ:"}, read_integrum},
    {{"<h1 class=\"page-title\"", "<div class=\"page-body\""}, read_notion_html, true},
    {{"<ul id=\"id::", "<h3>Workspace details:"}, read_notion_index, true},
});

}  // namespace

std::optional<Reading> read_page_export(std::string_view html) {
    for (const Service& service : services) {
        const bool is_one = std::ranges::all_of(
            service.marks, [&](auto mark) { return html.find(mark) != html.npos; });
        if (!is_one) continue;
        std::string storage;
        std::vector<Problem> problems;
        const XmlDocument document =
            parse_html(within_limits(html, Markup::html, storage, problems));
        xmlNode* page = document ? xmlDocGetRootElement(document.get()) : nullptr;
        if (page == nullptr) return std::nullopt;
        Reading reading = service.read(page);
        const bool is_told = service.is_sure && !reading.problems.empty();
        reading.problems.insert(reading.problems.begin(), problems.begin(), problems.end());
        if (!reading.articles.empty() || is_told) return reading;
    }
    return std::nullopt;
}

Reading read_page_or_export(std::string_view html) {
    if (std::optional<Reading> exported = read_page_export(html)) return std::move(*exported);
    return read_web_page(html);
}

}  // namespace dateline
