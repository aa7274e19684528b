// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/hit_item.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/counted.h"
#include "searcher/render/arrival_text.h"
#include "searcher/render/copies_text.h"
#include "searcher/render/guesses.h"
#include "searcher/render/html_parts.h"
#include "searcher/render/page.h"
#include "searcher/render/story_text.h"
#include "searcher/web/frame.h"
#include "searcher/web/timeline_chart.h"

namespace dateline::web {
namespace {

constexpr std::size_t unlimited = 1000;  // columns

std::string origin_of_value(const Article& article, std::string_view field) {
    const auto found = article.derived.find(std::string(field));
    return found == article.derived.end() ? "" : found->second;
}

/// The first ones, and how many more: some articles name whoever ever touched them.
std::string authors(const Hit& hit) {
    constexpr std::size_t most = 3;
    const std::vector<std::string>& names = hit.article.authors;
    if (hit.all_authors || names.size() <= most + 1) return lit_html(hit.authors);
    std::size_t end = 2 * (most - 1);  // ", "
    for (std::size_t i = 0; i < most; ++i) end += names[i].size();
    LitText first{hit.authors.text.substr(0, end), hit.authors.lit};
    std::erase_if(first.lit, [&](const Span& span) { return span.end > end; });
    return lit_html(first) + fmt::format(" and {} more", names.size() - most);
}

std::string margin(const Hit& hit) {
    const Article& article = hit.article;
    std::string html = time_html(article);
    html += trimmed(hit.outlet).text.empty()
                ? "<span class=\"quiet\">outlet unknown</span>"
                : "<span>" + guessed(article, "outlet", lit_html(hit.outlet)) + "</span>";
    if (!hit.authors.text.empty())
        html += "<span>" + guessed(article, "author", authors(hit)) + "</span>";
    if (!article.archive.empty())
        html += fmt::format("<span class=\"quiet\">in {}</span>", escape_html(article.archive));
    return html;
}

/// The place of a passage: its line leads to it in the article.
std::string place(const Hit& hit, const ShownPassage& passage, const std::string& address) {
    if (hit.article.unit == PlaceUnit::item) return "<span class=\"no\"></span>";
    const std::string number = grouped(passage.line);
    const std::string text =
        hit.article.unit == PlaceUnit::line ? number : number_text(hit.article.unit, passage.line);
    return anchor(fmt::format("{}#L{}", address, passage.line), escape_html(text),
                  fmt::format("class=\"no\" title=\"{} of the file\"",
                              escape_html(number_text(hit.article.unit, passage.line) +
                                          (hit.article.unit == PlaceUnit::line ? ", line" : ""))));
}

std::string passages(const Hit& hit, const std::string& address) {
    std::string html;
    for (const ShownPassage& passage : hit.passages) {
        html += fmt::format("<p class=\"said\">{}<span>{}</span></p>", place(hit, passage, address),
                            lit_html(with_ellipses(passage)));
        if (passage.said)
            html += "<p class=\"remark\">" + escape_html(said_text(*passage.said)) + "</p>";
    }
    return html;
}

std::string remarks(const Hit& hit) {
    std::string html;
    const auto add = [&](const std::string& text) {
        if (!text.empty()) html += "<p class=\"remark\">" + escape_html(text) + "</p>";
    };
    add(lacking_text(hit));
    if (hit.copy) add(copy_share_text(*hit.copy));
    if (hit.story && hit.story->fresh) add(fresh_text(*hit.story->fresh));
    if (hit.state == FileState::changed) add("the file has changed since it was indexed");
    if (hit.state == FileState::missing) add("the file is no longer there");
    for (const std::string& reason : hit.reasons) add(reason);
    if (!hit.parts.empty()) {
        std::string parts = fmt::format("score {:.2f}:", hit.score);
        for (const ScorePart& part : hit.parts)
            parts += fmt::format(" {:.2f} {}", part.points, part.what);
        add(parts);
    }
    return html;
}

/// What it is to another that was told before, for a saved search.
std::string arrival(const Hit& hit) {
    if (!hit.arrival) return "";
    const std::string text = arrival_text(*hit.arrival);
    const std::string& of = hit.arrival->of;
    if (text.empty()) return "";
    if (of.empty()) return "<p class=\"copies\">" + escape_html(text) + "</p>";
    const bool version = hit.arrival->kind == ArrivalKind::version;
    return "<p class=\"copies\">" +
           (version ? anchor(address_of("/changes/" + of, {{"with", id_shown(hit.article)}}),
                             escape_html(text) + ": what changed")
                    : anchor(article_address(of, {}, 0), escape_html(text))) +
           "</p>";
}

std::string copies(const Hit& hit) {
    if (!hit.copies) return "";
    return "<p class=\"copies\">" +
           anchor(address_of("/search", {{"copies-of", id_shown(hit.article)}}),
                  escape_html(copies_line(*hit.copies, unlimited))) +
           "</p>";
}

std::string links(const Hit& hit, const std::string& address) {
    std::string html;
    if (hit.more_passages > 0)
        html += anchor(address, counted(hit.more_passages, "more passage", "more passages"));
    html += anchor(address_of("/search", {{"story", id_shown(hit.article)}}), "the story");
    html += anchor(address + "#cite", "cite");
    if (const std::string url = linkable_url(hit.article.url); !url.empty())
        html += linked_html("original", url);
    return "<p class=\"more\">" + html + "</p>";
}

}  // namespace

std::string article_address(const std::string& id, const Parameters& typed, std::uint32_t rank) {
    Parameters kept = without(typed, {Role::place, Role::counts, Role::explain});
    if (rank > 0) kept.push_back({"hit", fmt::format("{}", rank)});
    return address_of("/article/" + id, kept);
}

std::string title_shown(const Article& article) {
    return article.title.empty() ? "untitled" : article.title;
}

std::string guessed(const Article& article, std::string_view field, const std::string& html) {
    if (!is_guess(article, field)) return html;
    return fmt::format("<span class=\"guess\" title=\"a guess, from: {}\">~{}</span>",
                       escape_html(origin_of_value(article, field)), html);
}

std::string time_html(const Article& article) {
    if (!article.published) return "<time class=\"undated\">undated</time>";
    return fmt::format("<time datetime=\"{}\">{}</time>", to_string(*article.published),
                       guessed(article, "date", short_date(*article.published)));
}

std::string hit_item(const Hit& hit, const Asked& asked) {
    const std::string address = article_address(id_shown(hit.article), asked.typed, hit.rank);
    const LitText title = trimmed(hit.title);
    const std::string headline =
        title.text.empty() ? "<i>untitled</i>" : guessed(hit.article, "title", lit_html(title));
    return fmt::format(
        "<li class=\"hit\" id=\"{}\"><article>\n<h2>{}</h2>\n<div class=\"dateline\">{}</div>\n"
        "<div class=\"told\">{}{}{}{}{}</div>\n</article></li>\n",
        escape_html(id_token(hit.article)),
        anchor(address, headline,
               fmt::format("data-url=\"{}\"", escape_html(linkable_url(hit.article.url)))),
        margin(hit), passages(hit, address), arrival(hit), copies(hit), remarks(hit),
        links(hit, address));
}

}  // namespace dateline::web
