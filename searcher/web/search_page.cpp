// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/search_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/counted.h"
#include "common/error.h"
#include "searcher/match/position_check.h"
#include "searcher/render/html_parts.h"
#include "searcher/render/render.h"
#include "searcher/render/story_text.h"
#include "searcher/search.h"
#include "searcher/web/advice_links.h"
#include "searcher/web/asked.h"
#include "searcher/web/count_lists.h"
#include "searcher/web/frame.h"
#include "searcher/web/hit_item.h"
#include "searcher/web/keys.h"
#include "searcher/web/saved_pages.h"
#include "searcher/web/timeline_chart.h"

namespace dateline::web {
namespace {

SearchRequest request_of(const Asked& asked) {
    SearchRequest request = asked.command.request;
    request.check_files = true;
    request.counts = {};
    request.counts.by = counted_fields(asked.archives.size() > 1);
    request.counts.timeline = true;
    request.counts.period = asked.period;
    request.counts.side_by_side = true;
    request.counts.values = no_limit;  // the lists are cut where they are shown
    request.counts.columns = 0;
    request.counts.all_words = value_of(asked.typed, "any").empty();
    return request;
}

void tell_no_counts(const Error& error, SearchResult& result) {
    result.notes.insert(result.notes.begin(),
                        fmt::format("without timeline and counts: {}", error.what()));
}

/// Of texts that have copies, which are fewer than what matches, the counts are a search of their
/// own.
SearchResult of_texts_with_copies(const Asked& asked, const SearchRequest& request) {
    SearchRequest list = request;
    list.counts = {};
    SearchResult result = search(asked.archives, list);
    SearchRequest counts = request;
    counts.count_only = true;
    counts.counts.texts = true;
    try {
        SearchResult counted = search(asked.archives, counts);
        result.facets = std::move(counted.facets);
        result.timeline = std::move(counted.timeline);
    } catch (const IndexError&) {
        throw;
    } catch (const Error& error) {  // too many to be compared
        tell_no_counts(error, result);
    }
    return result;
}

/// The counts are of articles with all words, as they are elsewhere; where there are none, of those
/// that are listed. A list whose matches would take too long to be counted comes without.
SearchResult answer(const Asked& asked) {
    SearchRequest request = request_of(asked);
    try {
        if (request.copies == CopyMode::only && !request.subject)
            return of_texts_with_copies(asked, request);
        SearchResult result = search(asked.archives, request);
        if (result.all_words.number > 0 || listed(result).number == 0) return result;
        request.counts.all_words = false;
        return search(asked.archives, request);
    } catch (const CostlyQuery& error) {
        request.counts = {};
        SearchResult result = search(asked.archives, request);
        tell_no_counts(error, result);
        return result;
    }
}

/// "25 articles, 22 texts with all words, then 312 articles with some"
std::string number_of_hits(const SearchResult& result, const Asked& asked) {
    SearchResult full = result;
    full.some_words = {};
    if (!value_of(asked.typed, "any").empty())
        return fmt::format("<strong>{}</strong> with any of the words",
                           to_string(listed(result), "article", "articles"));
    if (result.all_words.number == 0 && result.some_words.number > 0)
        return fmt::format("<strong>{}</strong> with some of the words, none with all",
                           to_string(result.some_words, "article", "articles"));
    std::string html = "<strong>" + escape_html(count_text(full)) + "</strong>";
    if (result.some_words.number > 0)
        html += fmt::format(" with all words, then {} with some",
                            to_string(result.some_words, "article", "articles"));
    return html;
}

std::string sort_links(const Asked& asked) {
    constexpr std::array<std::pair<SortOrder, const char*>, 3> orders{
        {{SortOrder::relevance, "relevance"},
         {SortOrder::newest, "newest"},
         {SortOrder::oldest, "oldest"}}};
    std::string html;
    if (asked.command.request.subject) return html;  // which has its own order
    for (const auto& [order, name] : orders) {
        if (order == SortOrder::relevance && asked.query.empty()) continue;
        const std::string shown = order == SortOrder::relevance ? "best first" : name;
        if (!html.empty()) html += " \u00B7 ";
        html += order == asked.command.request.sort
                    ? "<b>" + shown + "</b>"
                    : anchor(address_of("/search", with(asked.typed, "sort", name)), shown);
    }
    return html;
}

/// The same search in the formats that are kept.
std::string export_links(const Asked& asked) {
    const Parameters typed =
        without(asked.typed, {Role::place, Role::size, Role::counts, Role::explain});
    if (!narrows(typed)) return "";  // the indexer exports archives
    std::string html;
    const auto add = [&](const char* option, std::string_view value, std::string_view shown) {
        Parameters asks = typed;
        asks.push_back({option, std::string(value)});
        html += "<li>" + anchor(address_of("/export", asks), std::string(shown)) + "</li>";
    };
    for (const OutputKind& row : formats())
        if (!row.name.empty() && !row.for_screens) add("format", row.name, row.name);
    add("cite", "bibtex", "BibTeX");
    add("cite", "ris", "RIS");
    add("cite", "apa", "APA");
    return "<details class=\"export\"><summary>export</summary><ul>" + html + "</ul></details>";
}

std::string page_links(const SearchResult& result, const Asked& asked) {
    const std::uint32_t limit = asked.command.request.limit;
    const std::uint32_t offset = result.offset;
    std::string html;
    const auto page_at = [&](std::uint32_t first) {
        Parameters typed = without(asked.typed, {Role::place});
        if (first > 0) typed.push_back({"offset", fmt::format("{}", first)});
        return address_of("/search", typed);
    };
    if (offset > 0)
        html +=
            anchor(page_at(offset > limit ? offset - limit : 0), "the previous", "rel=\"prev\"");
    if (result.more) html += anchor(page_at(offset + limit), "the next", "rel=\"next\"");
    const std::string shown =
        fmt::format("<span class=\"quiet\">{}\u2013{}</span>", grouped(offset + 1ULL),
                    grouped(offset + result.hits.size()));
    return html.empty() ? ""
                        : "<nav class=\"pages\" aria-label=\"Pages\">" + html + shown + "</nav>\n";
}

std::string related(const SearchResult& result, const Asked& asked) {
    std::string html;
    for (const Hit& hit : result.related)
        html += "<li>" +
                anchor(article_address(id_shown(hit.article), asked.typed, 0),
                       escape_html(related_line(hit))) +
                "</li>";
    if (!html.empty())
        html = "<section class=\"related\"><h2>Related, of other days or events</h2><ul>" + html +
               "</ul></section>\n";
    if (result.coverage)
        html += "<p class=\"remark\">" + escape_html(coverage_text(*result.coverage)) + "</p>\n";
    return html;
}

std::string behind_the_end(const SearchResult& result, const Asked& asked) {
    return fmt::format(
        "<h1 class=\"nothing\">The list ends before this page.</h1>\n<p "
        "class=\"advice\">{} of {}</p>\n",
        anchor(address_of("/search", without(asked.typed, "offset")), "the first page"),
        to_string(listed(result), "article", "articles"));
}

std::string list(const Site& site, const SearchResult& result, const Asked& asked) {
    if (result.hits.empty() && result.offset == 0) return nothing_found(result, asked);
    if (result.hits.empty()) return behind_the_end(result, asked);
    std::string hits;
    for (const Hit& hit : result.hits) hits += hit_item(hit, asked);
    return fmt::format(
        "<div class=\"sum\"><div role=\"status\"><h1>{}</h1></div><span>{}</span>{}{}</div>\n"
        "<ol class=\"hits\" start=\"{}\">\n{}</ol>\n{}{}",
        number_of_hits(result, asked), sort_links(asked), save_form(site, asked),
        export_links(asked), result.offset + 1ULL, hits, page_links(result, asked),
        related(result, asked));
}

std::string foot(const Site& site, const SearchResult& result, const Asked& asked) {
    return fmt::format("<span>in the shell: <code>{}</code></span><span>{} in the archive</span>",
                       escape_html(shell_command(site, asked.typed)),
                       counted(result.articles, "article", "articles"));
}

bool has_empty_one(const Parameters& parameters) {
    return std::ranges::any_of(parameters, [](const Parameter& p) { return p.value.empty(); });
}

std::string title_of(const Asked& asked) {
    if (!asked.query.empty()) return asked.query;
    return asked.typed.empty() ? "" : asked.typed.front().name + ' ' + asked.typed.front().value;
}

}  // namespace

Response asked_wrongly(const Site& site, const Request& request, const std::string& message,
                       const std::string& hint) {
    Frame frame;
    frame.title = "Not understood";
    frame.typed = known_parameters(request.parameters);
    frame.head = chips(frame.typed);
    frame.main = fmt::format(
        "<main id=\"content\">\n<div class=\"wrong\" role=\"alert\"><h1>Not understood</h1>"
        "<pre>{}</pre>{}</div>\n</main>\n",
        escape_html(message), hint.empty() ? "" : "<p>" + escape_html(hint) + "</p>");
    tell_keys(site, request, frame);
    Response response;
    response.status = 400;
    response.body = page(frame);
    return response;
}

Response search_page(const Site& site, const Request& request) {
    // A form sends its empty fields, too; addresses are short enough to be read.
    check_names(request.parameters, Asks::search);
    if (has_empty_one(request.parameters))
        return redirect(address_of(request.path, known_parameters(request.parameters)));
    const Asked asked = read_asked(site, request.parameters, Asks::search);
    const SearchResult result = answer(asked);
    const std::string counts = count_lists(result.facets, asked);
    Frame frame;
    frame.title = title_of(asked);
    frame.typed = asked.typed;
    frame.head = subject_line(asked) + understood_line(result, asked) + chips(asked.typed) +
                 notes(result, asked);
    frame.main = (result.timeline ? timeline_chart(*result.timeline, asked) : "") +
                 fmt::format("<div class=\"desk\">\n<main id=\"content\">\n{}</main>\n{}</div>\n",
                             list(site, result, asked), counts);
    frame.foot = foot(site, result, asked);
    tell_keys(site, request, frame);
    Response response;
    response.body = page(frame);
    return response;
}

}  // namespace dateline::web
