// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/changes_page.h"

#include <fmt/format.h>

#include "common/ascii.h"
#include "common/error.h"
#include "searcher/render/changes_text.h"
#include "searcher/render/html_parts.h"
#include "searcher/study.h"
#include "searcher/web/asked.h"
#include "searcher/web/frame.h"
#include "searcher/web/hit_item.h"
#include "searcher/web/keys.h"

namespace dateline::web {
namespace {

constexpr std::string_view folder = "/changes/";

std::string part_html(const ChangePart& part, std::string_view first, std::string_view second) {
    const bool dropped = part.kind == PartKind::dropped;
    const Span span = dropped ? part.first : part.second;
    const std::string text =
        escape_html((dropped ? first : second).substr(span.begin, span.end - span.begin));
    if (part.kind == PartKind::kept) return text;
    return dropped ? "<del>" + text + "</del>" : "<ins>" + text + "</ins>";
}

/// Parts end before the blank that parts them from the next, or behind it.
bool lacks_blank(const ChangePart& part, std::string_view first, std::string_view second) {
    const bool dropped = part.kind == PartKind::dropped;
    const std::string_view source = dropped ? first : second;
    const Span span = dropped ? part.first : part.second;
    if (span.end > span.begin && ascii::is_blank(source[span.end - 1])) return false;
    return span.end >= source.size() || ascii::is_blank(source[span.end]);
}

std::string parts_html(const std::vector<ChangePart>& parts, std::string_view first,
                       std::string_view second) {
    std::string html;
    for (const ChangePart& part : parts) {
        html += part_html(part, first, second);
        if (lacks_blank(part, first, second)) html += ' ';
    }
    return html;
}

std::string article_html(const char* which, const ArticleVersion& article) {
    const std::string title = article.title.empty() ? "untitled" : article.title;
    std::string about = article.outlet.empty() ? "outlet unknown" : article.outlet;
    about += " \u00B7 " + (article.day.empty() ? "undated" : article.day);
    return fmt::format("<dt>{}</dt><dd>{} <span class=\"quiet\">{}</span></dd>", which,
                       anchor(article_address(article.id, {}, 0), escape_html(title)),
                       escape_html(about));
}

std::string values_html(const char* heading, const std::vector<ChangedValue>& values) {
    std::string items;
    for (const ChangedValue& value : values) {
        std::string html;
        if (!value.first.empty()) html += "<del>" + escape_html(value.first) + "</del>";
        if (!value.first.empty() && !value.second.empty()) html += ' ';
        if (!value.second.empty()) html += "<ins>" + escape_html(value.second) + "</ins>";
        items += "<li>" + html + "</li>";
    }
    return items.empty()
               ? ""
               : fmt::format("<section><h2>{}</h2><ul>{}</ul></section>\n", heading, items);
}

std::string paragraph_html(const ParagraphChange& paragraph, const ChangesShown& shown) {
    const std::string text = parts_html(paragraph.parts, shown.first.body, shown.second.body);
    switch (paragraph.kind) {
        case ParagraphKind::same:
            return "<p class=\"same\">" + text + "</p>\n";
        case ParagraphKind::moved:
            return "<p><span class=\"quiet\">moved here:</span> " + text + "</p>\n";
        case ParagraphKind::changed:
        case ParagraphKind::added:
        case ParagraphKind::dropped:
            return "<p>" + text + "</p>\n";
    }
    return "";
}

std::string changes_html(const ChangesShown& shown) {
    std::string html = fmt::format(
        "<div class=\"article\">\n<main id=\"content\"><article class=\"changes\">\n"
        "<h1>{}</h1>\n<dl class=\"compared\">{}{}</dl>\n<p>{}</p>\n<div class=\"text\">\n",
        parts_html(shown.title, shown.first.title, shown.second.title),
        article_html("first", shown.first), article_html("second", shown.second),
        escape_html(summary_of(shown.text.counts)));
    for (const ParagraphChange& paragraph : shown.text.paragraphs)
        html += paragraph_html(paragraph, shown);
    return html + "</div>\n</article></main>\n<aside>\n" +
           values_html("Numbers", shown.text.numbers) + values_html("Names", shown.text.names) +
           "</aside>\n</div>\n";
}

}  // namespace

Response changes_page(const Site& site, const Request& request) {
    for (const Parameter& parameter : request.parameters)
        if (parameter.name != "with")
            throw Error("there is no parameter '" + parameter.name + "' here",
                        "of changes there is one: with=ID, the other article");
    const Asked asked = read_asked(site, {}, Asks::search);
    const std::string which = request.path.substr(folder.size());
    const SearchResult result = study_article(
        asked.archives, asked.command.request,
        {StudyKind::changes, {which, ""}, {value_of(request.parameters, "with"), ""}});
    Frame frame;
    frame.title = "What changed: " + result.changes->second.title;
    frame.main = changes_html(*result.changes);
    frame.foot = fmt::format(
        "<span>in the shell: <code>{}</code></span>",
        escape_html(shell_changes(site, result.changes->first.id, result.changes->second.id)));
    tell_keys(site, request, frame);
    Response response;
    response.body = page(frame);
    return response;
}

}  // namespace dateline::web
