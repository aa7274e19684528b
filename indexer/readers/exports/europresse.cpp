// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/europresse.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "indexer/readers/exports/export_article.h"
#include "indexer/readers/exports/html_paragraphs.h"

namespace dateline {

namespace {

using Paragraphs = std::span<const HtmlParagraph>;

bool is_of(const HtmlParagraph& paragraph, std::string_view class_name) {
    return ascii::lowered(paragraph.class_name).find(class_name) != std::string::npos;
}

constexpr std::string_view publication_class = "docpublicationname";
constexpr std::string_view header_class = "docheader";
constexpr std::string_view title_class = "titrearticlevisu";

/// "Politique, jeudi 5 octobre 2013, p. 3": section, day, page.
void take_header(std::string_view header, ExportArticle& article) {
    while (!header.empty()) {
        const std::size_t comma = std::min(header.find(','), header.size());
        const std::string_view part = ascii::trim(header.substr(0, comma));
        header.remove_prefix(std::min(comma + 1, header.size()));
        if (has_year(part) && article.day.empty())
            article.day = part;
        else if (article.section.empty() && article.day.empty())
            article.section = part;
    }
}

/// "Document number: news·20060315·LM·1": in any language, behind the last blank.
bool take_number(std::string_view text, ExportArticle& article) {
    const std::size_t at = text.find("news·");
    if (at == text.npos) return false;
    article.accession = text.substr(at, text.find_first_of(" \n", at) - at);
    return true;
}

/// A short line that is no sentence, right below the headline.
bool is_byline(std::string_view text) {
    constexpr std::size_t longest = 80;
    return text.size() < longest && !text.ends_with('.') && !text.ends_with(':') &&
           text.find('\n') == text.npos;
}

ExportArticle read_article(Paragraphs part) {
    ExportArticle article;
    const std::string& name = part.front().text;
    article.outlet = name.substr(0, std::min(name.find(", no."), name.find('\n')));
    bool below_title = false;
    bool in_notes = false;  // below the text: captions, and what the service remarks
    for (const HtmlParagraph& each : part.subspan(1)) {
        const std::string_view text = each.text;
        if (is_of(each, header_class)) {
            take_header(text, article);
        } else if (is_of(each, title_class)) {
            article.title = text;
            below_title = true;
        } else if (take_number(text, article) || text.starts_with("©")) {
            if (!article.accession.empty()) break;
        } else if (text.starts_with("Illustration(s)") || text.starts_with("Note(s)")) {
            in_notes = true;
        } else if (in_notes) {
            continue;
        } else if (below_title && article.byline.empty() && article.body.empty() &&
                   part.size() > 3 && is_byline(text)) {
            article.byline = text;
        } else if (below_title) {
            article.body.push_back({std::string(text), each.line});
        }
    }
    return article;
}

}  // namespace

Reading read_europresse(xmlNode* page) {
    const std::vector<HtmlParagraph> all = html_paragraphs(page);
    std::vector<ExportArticle> articles;
    const auto begins = [](const HtmlParagraph& each) { return is_of(each, publication_class); };
    auto begin = std::ranges::find_if(all, begins);
    while (begin != all.end()) {
        const auto end = std::find_if(begin + 1, all.end(), begins);
        articles.push_back(read_article(Paragraphs(begin, end)));
        begin = end;
    }
    return read_export(std::move(articles), PlaceUnit::item);
}

}  // namespace dateline
