// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/article_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/counted.h"
#include "common/error.h"
#include "searcher/render/html_parts.h"
#include "searcher/render/page.h"
#include "searcher/search.h"
#include "searcher/show.h"
#include "searcher/web/advice_links.h"
#include "searcher/web/article_notes.h"
#include "searcher/web/article_text.h"
#include "searcher/web/asked.h"
#include "searcher/web/frame.h"
#include "searcher/web/hit_item.h"
#include "searcher/web/keys.h"

namespace dateline::web {
namespace {

constexpr std::string_view folder = "/article/";

/// The hits around that one in the list, itself among them.
SearchResult neighbours(const Asked& asked) {
    SearchRequest request = asked.command.request;
    request.counts = {};
    request.with_passages = false;
    request.check_files = false;
    request.offset = asked.hit > 1 ? asked.hit - 2 : 0;
    request.limit = asked.hit > 1 ? 3 : 2;
    return search(asked.archives, request);
}

std::string hit_link(const SearchResult& list, std::uint32_t rank, const Asked& asked,
                     const std::string& attributes, const std::string& text) {
    const auto hit = std::ranges::find(list.hits, rank, &Hit::rank);
    if (hit == list.hits.end()) return "";
    return " \u00B7 " +
           anchor(article_address(id_shown(hit->article), asked.typed, rank), text, attributes);
}

/// Back to the page of the list that has the hit, and to its neighbours.
std::string place_in_list(const Hit& shown, const Asked& asked) {
    if (asked.hit == 0) return "";
    const std::uint32_t limit = std::max(asked.command.request.limit, 1U);
    Parameters typed = without(asked.typed, "hit");
    if (const std::uint32_t offset = (asked.hit - 1) / limit * limit; offset > 0)
        typed.push_back({"offset", fmt::format("{}", offset)});
    std::string html = "<span>" +
                       anchor(address_of("/search", typed) + '#' + id_token(shown.article),
                              "back to the list", "rel=\"up\"") +
                       "</span>";
    const SearchResult list = neighbours(asked);
    const auto here = std::ranges::find(list.hits, asked.hit, &Hit::rank);
    const bool is_here =
        here != list.hits.end() && id_shown(here->article) == id_shown(shown.article);
    if (!is_here) return html;  // the list has changed since, or the address was edited
    html += fmt::format("<span>hit {} of {}", grouped(asked.hit),
                        to_string(listed(list), "article", "articles"));
    html += hit_link(list, asked.hit - 1, asked, "rel=\"prev\"", "previous");
    html += hit_link(list, asked.hit + 1, asked, "rel=\"next\"", "next");
    return html + "</span>";
}

std::string bar(const Hit& shown, const ArticleText& text, const Asked& asked) {
    std::string html = place_in_list(shown, asked);
    if (text.matches > 0)
        html += fmt::format("<span class=\"matches\" data-matches=\"{}\">{} \u00B7 {}</span>",
                            text.matches, counted(text.matches, "match", "matches"),
                            anchor("#m1", "the first"));
    return html.empty() ? "" : "<nav class=\"stay\" aria-label=\"This hit\">" + html + "</nav>\n";
}

std::string byline(const Hit& shown) {
    std::vector<std::string> parts;
    const Article& article = shown.article;
    if (!shown.authors.text.empty())
        parts.push_back(guessed(article, "author", lit_html(shown.authors)));
    parts.push_back(shown.outlet.text.empty() ? "outlet unknown"
                                              : guessed(article, "outlet", lit_html(shown.outlet)));
    parts.push_back(time_html(article));
    if (const std::string url = linkable_url(article.url); !url.empty())
        parts.push_back(linked_html("original", url));
    return fmt::format("<p class=\"by\">{}</p>\n", fmt::join(parts, " \u00B7 "));
}

std::string written(const SearchResult& result, const Asked& asked) {
    const Hit& shown = result.hits.front();
    const ArticleText text = article_text(shown);
    const LitText title = trimmed(shown.title);
    std::string html = bar(shown, text, asked);
    html += "<div class=\"article\">\n<main id=\"content\"><article>\n<h1>" +
            (title.text.empty() ? "untitled" : lit_html(title)) + "</h1>\n" + byline(shown);
    if (!shown.summary.text.empty() && !shown.article.derived.contains("summary"))
        html += "<p class=\"summary\">" + lit_html(shown.summary) + "</p>\n";
    return html + "<div class=\"text\">\n" + text.html + "</div>\n</article></main>\n<aside>\n" +
           known_section(shown) + copies_section(shown, asked) + story_section(shown, asked) +
           quotations_section(shown, asked) + citation_section(result) + "</aside>\n</div>\n";
}

}  // namespace

Response article_page(const Site& site, const Request& request) {
    Asked asked = read_asked(site, request.parameters, Asks::article);
    SearchRequest show = asked.command.request;
    show.whole = show.with_passages = show.check_files = true;
    show.counts = {};
    const std::string which = request.path.substr(folder.size());
    SearchResult result = show_article(asked.archives, show, {which, ""});
    asked.archives = answering(std::move(asked.archives), result.archives);
    // Of several archives with the same id, one page has one article.
    result.hits.resize(1);
    Frame frame;
    frame.title = result.hits.front().article.title;
    frame.typed = without(asked.typed, "hit");
    frame.head = notes(result, asked);
    frame.main = written(result, asked);
    frame.foot = fmt::format(
        "<span>in the shell: <code>{}</code></span>",
        escape_html(shell_show(site, id_shown(result.hits.front().article), asked.typed)));
    tell_keys(site, request, frame);
    Response response;
    response.body = page(frame);
    return response;
}

}  // namespace dateline::web
