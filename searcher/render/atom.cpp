// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/atom.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/ascii.h"
#include "common/file_stamp.h"
#include "common/terminal.h"
#include "searcher/render/arrival_text.h"
#include "searcher/render/copies_text.h"
#include "searcher/render/guesses.h"
#include "searcher/render/html_parts.h"
#include "searcher/render/page.h"

namespace dateline {
namespace {

constexpr std::size_t unlimited = 1000;  // columns

/// Text of an element. Two characters that XML does not have are in UTF-8 all the same.
std::string xml_text(std::string_view text) {
    std::string escaped = escape_html(text);
    for (const std::string_view none : {"\uFFFE", "\uFFFF"})
        for (std::size_t at = 0; (at = escaped.find(none, at)) != escaped.npos;)
            escaped.replace(at, none.size(), "\uFFFD");
    return escaped;
}

void element(std::string_view indent, std::string_view name, std::string_view text,
             std::ostream& out) {
    out << fmt::format("{}<{}>{}</{}>\n", indent, name, xml_text(text),
                       name.substr(0, name.find(' ')));
}

/// A title may not be blank, as a text of marks that are never seen is.
std::string title_or(std::string_view text, std::string_view otherwise) {
    const std::string safe = make_safe(text);
    return ascii::trim(safe).empty() ? std::string(otherwise) : safe;
}

bool is_hex(char c) {
    return ascii::is_digit(c) || (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'f');
}

/// An address that may be linked to, with what browsers overlook in one escaped (RFC 3987).
std::string iri(const std::string& url) {
    const std::string linkable = linkable_url(url);
    std::string text;
    bool fragment = false;
    for (std::size_t i = 0; i < linkable.size(); ++i) {
        const char c = linkable[i];
        const bool escape = c == '%' && i + 2 < linkable.size() && is_hex(linkable[i + 1]) &&
                            is_hex(linkable[i + 2]);
        if (c == '[' || c == ']' || (c == '#' && fragment) || (c == '%' && !escape))
            text += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            text += c;
        fragment = fragment || c == '#';
    }
    return text;
}

/// urn:dateline: and the name, with all but letters, digits and a few signs escaped (RFC 8141).
std::string urn(std::string_view name) {
    std::string text = "urn:dateline:";
    for (const char c : name) {
        if (ascii::is_letter(c) || ascii::is_digit(c) || c == ':' || c == '-' || c == '.' ||
            c == '_')
            text += c;
        else
            text += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return text;
}

std::string day_text(const CalendarDate& date) {
    return to_string(date.day) + "T00:00:00Z";
}

/// Texts of this form can be compared.
std::string updated(const Hit& hit) {
    if (hit.arrival) return utc_text(hit.arrival->told);
    if (hit.article.published) return day_text(*hit.article.published);
    return utc_text(hit.article.file.modified_ns / 1'000'000'000);
}

/// In a feed of several searches an article is told by each.
std::string entry_id(const Hit& hit, bool several) {
    if (!hit.arrival) return urn(id_shown(hit.article));
    return urn(several ? hit.arrival->search + ":" + hit.arrival->told_as : hit.arrival->told_as);
}

std::string byline(const Hit& hit) {
    std::string line =
        hit.outlet.text.empty() ? no_outlet : hit.outlet.text + guess_mark(hit.article, "outlet");
    for (const std::string& part : {hit.authors.text, date_shown(hit.article), hit.article.section})
        if (!part.empty()) line.append(" \u00B7 ").append(part);
    return escape_html(line);
}

std::string paragraph(const std::string& html) {
    return html.empty() ? "" : "<p>" + html + "</p>\n";
}

std::string content_html(const Hit& hit) {
    std::string html = paragraph(byline(hit));
    if (hit.arrival) html += paragraph(escape_html(arrival_text(*hit.arrival)));
    if (hit.copies) html += paragraph(escape_html(copies_line(*hit.copies, unlimited)));
    for (const ShownPassage& passage : hit.passages)
        for (const LitText& part : split_paragraphs(with_ellipses(passage)))
            html += paragraph(lit_html(part));
    if (hit.text)
        for (const LitText& part : split_paragraphs(*hit.text)) html += paragraph(lit_html(part));
    return html;
}

void write_entry(const Hit& hit, bool several, std::ostream& out) {
    constexpr std::string_view indent = "    ";
    out << "  <entry>\n";
    element(indent, "id", entry_id(hit, several), out);
    element(indent, "title", title_or(hit.title.text, "untitled"), out);
    element(indent, "updated", updated(hit), out);
    if (hit.article.published) element(indent, "published", day_text(*hit.article.published), out);
    for (const std::string& author : hit.article.authors)
        if (!author.empty())
            out << "    <author><name>" << xml_text(author) << "</name></author>\n";
    if (const std::string url = iri(hit.article.url); !url.empty())
        out << "    <link rel=\"alternate\" href=\"" << xml_text(url) << "\"/>\n";
    if (!hit.article.section.empty())
        out << "    <category term=\"" << xml_text(hit.article.section) << "\"/>\n";
    element(indent, "content type=\"html\"", content_html(hit), out);
    out << "  </entry>\n";
}

struct FeedHead {
    std::string id;
    std::string title;
    std::string subtitle;
    std::string updated = utc_text(0);
};

/// Of one saved search, of several, or of a search that is not saved.
FeedHead head_of(const SearchResult& result) {
    FeedHead head;
    for (const SearchPart& part : result.parts)
        head.updated = std::max(head.updated, utc_text(part.told));
    for (const Hit& hit : result.hits) head.updated = std::max(head.updated, updated(hit));
    if (result.parts.size() == 1) {
        const SearchPart& part = result.parts.front();
        head.id = urn("saved:" + part.name);
        head.title = part.name;
        head.subtitle = part.read_as;
    } else if (!result.parts.empty()) {
        head.id = urn("saved");
        head.title = "saved searches";
    } else {
        head.id = urn(
            fmt::format("search:{:016x}", content_hash(result.query + '\n' + result.understood)));
        head.title = result.query;
        head.subtitle = result.read_as;
    }
    return head;
}

}  // namespace

void render_atom(const SearchResult& result, std::ostream& out) {
    const FeedHead head = head_of(result);
    out << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
           "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    element("  ", "id", head.id, out);
    element("  ", "title", title_or(head.title, "dateline"), out);
    if (!head.subtitle.empty()) element("  ", "subtitle", head.subtitle, out);
    element("  ", "updated", head.updated, out);
    out << "  <author><name>Dateline</name></author>\n  <generator>dateline-search</generator>\n";
    for (const Hit& hit : result.hits) write_entry(hit, result.parts.size() > 1, out);
    out << "</feed>\n";
}

}  // namespace dateline
