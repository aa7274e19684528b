// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/article_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>

#include "common/counted.h"
#include "common/error.h"
#include "common/fields.h"
#include "common/terminal.h"
#include "searcher/render/citation.h"
#include "searcher/render/copies_text.h"
#include "searcher/render/guesses.h"
#include "searcher/render/html_parts.h"
#include "searcher/render/page.h"
#include "searcher/render/story_text.h"
#include "searcher/search.h"
#include "searcher/study.h"
#include "searcher/web/frame.h"
#include "searcher/web/hit_item.h"
#include "searcher/web/timeline_chart.h"

namespace dateline::web {
namespace {

std::string section(const std::string& heading, const std::string& body,
                    const std::string& id = "") {
    return fmt::format("<section{}><h2>{}</h2>{}</section>\n",
                       id.empty() ? "" : " id=\"" + id + "\"", heading, body);
}

/// What is read from the archives for one section; its fault is no fault of the page.
std::string section_of(const std::string& heading, const std::function<std::string()>& body) {
    try {
        return section(heading, body());
    } catch (const Error& error) {
        return section(heading, "<p class=\"quiet\">" + escape_html(error.what()) + "</p>");
    }
}

std::string quiet(const std::string& text) {
    return "<p class=\"quiet\">" + escape_html(text) + "</p>";
}

void add_row(const std::string& name, const std::string& html, std::string& rows) {
    if (!html.empty()) rows += fmt::format("<dt>{}</dt><dd>{}</dd>", name, html);
}

/// "NPR", "~ CNN, from the host of the URL"
std::string value_with_origin(const Article& article, const Field& field) {
    std::string value;
    for (const std::string& one : field.get(article)) value += (value.empty() ? "" : ", ") + one;
    if (field.is_date() && article.published) value = short_date(*article.published);
    if (field.number_in(article)) value = grouped(*field.number_in(article));
    if (value.empty()) return "";
    std::string html = escape_html(value);
    if (is_guess(article, field.name)) html = "<span class=\"guess\">~" + html + "</span>";
    const auto origin = article.derived.find(std::string(field.name));
    if (origin == article.derived.end()) return html;
    return html + " <span class=\"quiet\">from " + escape_html(origin->second) + "</span>";
}

std::string state_in_words(FileState state) {
    switch (state) {
        case FileState::unchanged:
            return "unchanged since it was indexed";
        case FileState::changed:
            return "changed since it was indexed";
        case FileState::missing:
            return "no longer there";
        case FileState::unchecked:
            return "not compared";
    }
    return "";
}

/// Another article in a line: headline, outlet, day.
std::string other_article(const Hit& hit, const std::string& remark) {
    const std::string title = title_shown(hit.article);
    std::string about = hit.article.outlet;
    if (hit.article.published)
        about += (about.empty() ? "" : ", ") + short_date(*hit.article.published);
    if (!remark.empty()) about += (about.empty() ? "" : "; ") + remark;
    return fmt::format("{} <span class=\"quiet\">{}</span>",
                       anchor(article_address(id_shown(hit.article), {}, 0), escape_html(title)),
                       escape_html(about));
}

std::string item(const std::string& html) {
    return "<li>" + html + "</li>";
}

/// An article with the text of another one, and what it made of it.
std::string copy_item(const Hit& copy, const Hit& of) {
    const std::string share = copy.copy ? copy_share_text(*copy.copy) : "";
    if (id_shown(copy.article) == id_shown(of.article))
        return item("<span class=\"quiet\">this one: " + escape_html(share) + "</span>");
    const std::string changes =
        address_of("/changes/" + id_shown(of.article), {{"with", id_shown(copy.article)}});
    return item(other_article(copy, share) + ' ' + anchor(changes, "what changed"));
}

SearchResult gathered(const Hit& hit, const Asked& asked, SubjectKind kind, std::uint32_t limit) {
    SearchRequest request;
    request.today = asked.command.request.today;
    request.subject = Subject{kind, {id_shown(hit.article), ""}, 0};
    request.sort = SortOrder::oldest;
    request.some_words = false;
    request.limit = limit;
    request.check_files = false;
    request.with_passages = false;
    request.copies = kind == SubjectKind::copies ? CopyMode::show : CopyMode::fold;
    return search(asked.archives, request);
}

std::string all_link(const std::string& option, const Hit& hit, const std::string& text) {
    return "<li class=\"all\">" +
           anchor(address_of("/search", {{option, id_shown(hit.article)}}), text) + "</li>";
}

/// What is lit of a passage, from its first to its last byte.
std::string lit_part(const ShownPassage& passage) {
    const LitText& text = passage.text;
    if (text.lit.empty()) return text.text;
    const std::size_t begin = text.lit.front().begin;
    return text.text.substr(begin, text.lit.back().end - begin);
}

std::string list(const std::string& items) {
    return "<ol>" + items + "</ol>";
}

}  // namespace

std::string known_section(const Hit& hit) {
    const Article& article = hit.article;
    std::string rows;
    constexpr std::array names{"date", "instant", "outlet", "author",  "section",
                               "tag",  "credit",  "host",   "language"};
    for (const char* name : names)
        add_row(std::string(name) == "date" ? "published" : name,
                value_with_origin(article, field(name)), rows);
    add_row("words", article.words == 0 ? "" : grouped(article.words), rows);
    if (!article.archive.empty()) add_row("archive", escape_html(article.archive), rows);
    add_row("id", "<code>" + escape_html(article.id) + "</code>", rows);
    const std::string file = place_text(hit.file, article.unit, article.item_line, article.item);
    add_row("file",
            fmt::format("<code>{}</code> <span class=\"{}\">{}</span>", escape_html(file),
                        hit.state == FileState::unchanged ? "quiet" : "alarm",
                        state_in_words(hit.state)),
            rows);
    return section("Known about it", "<dl>" + rows + "</dl>");
}

std::string copies_section(const Hit& hit, const Asked& asked) {
    return section_of("Same text", [&] {
        constexpr std::uint32_t most = 6;
        const SearchResult found = gathered(hit, asked, SubjectKind::copies, most);
        if (found.hits.size() < 2) return quiet("no other article of this archive has it");
        std::string items;
        for (const Hit& copy : found.hits) items += copy_item(copy, hit);
        return list(items + all_link("copies-of", hit,
                                     counted(listed(found).number, "article", "articles")));
    });
}

std::string story_section(const Hit& hit, const Asked& asked) {
    return section_of("The story", [&] {
        constexpr std::uint32_t most = 9;
        const SearchResult found = gathered(hit, asked, SubjectKind::story, most);
        if (found.hits.size() < 2) return quiet("no other article of this archive tells it");
        std::string items;
        for (const Hit& other : found.hits)
            items += item(id_shown(other.article) == id_shown(hit.article)
                              ? "<span class=\"quiet\">this one</span>"
                              : other_article(other, ""));
        items += all_link("story", hit, "all, with what was new in each");
        std::string covered;
        if (found.coverage) covered = quiet(coverage_text(*found.coverage));
        return list(items) + covered;
    });
}

std::string quotations_section(const Hit& hit, const Asked& asked) {
    return section_of("Quoted in it", [&] {
        constexpr std::size_t most = 8;
        constexpr std::size_t letters = 110;
        SearchRequest request;
        request.today = asked.command.request.today;
        request.check_files = false;
        const SearchResult found = study_article(
            asked.archives, request, {StudyKind::quotations, {id_shown(hit.article), ""}, {}});
        if (found.hits.empty() || found.hits.front().passages.empty())
            return quiet(found.notes.empty() ? "nothing" : found.notes.front());
        std::string items;
        const std::vector<ShownPassage>& all = found.hits.front().passages;
        for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
            const std::string said = all[i].said ? said_text(*all[i].said) : "";
            items +=
                fmt::format("<li>{} <span class=\"quiet\">{}</span></li>",
                            anchor(fmt::format("#L{}", all[i].line),
                                   escape_html(cut_to_width(make_safe(lit_part(all[i])), letters))),
                            escape_html(said));
        }
        items += all_link("quote", hit,
                          all.size() > most ? fmt::format("all {}, and where else", all.size())
                                            : "where else they stand");
        return list(items);
    });
}

std::string citation_section(const SearchResult& result) {
    constexpr std::array<std::pair<CitationStyle, const char*>, 4> styles{
        {{CitationStyle::apa, "APA"},
         {CitationStyle::chicago, "Chicago"},
         {CitationStyle::bibtex, "BibTeX"},
         {CitationStyle::ris, "RIS"}}};
    std::string html;
    for (const auto& [style, name] : styles) {
        std::ostringstream text;
        render_citations(result, style, text);
        html +=
            fmt::format("<details{}><summary>{}</summary><pre class=\"copied\">{}</pre></details>",
                        style == CitationStyle::apa ? " open" : "", name, escape_html(text.str()));
    }
    return section("Cite", html, "cite");
}

}  // namespace dateline::web
