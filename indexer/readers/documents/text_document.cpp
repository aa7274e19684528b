// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/text_document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/documents/head_lines.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

namespace {

using Kind = DocumentParagraph::Kind;

/// What programs write where nobody wrote anything.
constexpr auto meaningless = std::to_array<std::string_view>({
    "untitled",    "untitled document", "title",        "document",
    "document1",   "word document",     "no title",     "new document",
    "print",       "unknown",           "author",       "anonymous",
    "user",        "default user",      "windows user", "microsoft user",
    "admin",       "administrator",     "owner",        "office user",
    "python-docx", "un-named",          "unnamed",      "microsoft office user",
    "sans titre",  "unbenannt",         "sin título",   "senza titolo",
    "untitled-1",
});

/// "report.docx", "/tmp/x.html" and "about:blank" are names of files, not titles.
bool is_file_name(std::string_view value) {
    constexpr auto endings = std::to_array<std::string_view>(
        {".doc", ".docx",  ".odt", ".rtf",  ".pdf", ".txt", ".indd", ".qxd",
         ".qxp", ".html",  ".htm", ".dvi",  ".tex", ".p65", ".pmd",  ".eps",
         ".ps",  ".pages", ".tmp", ".epub", ".php", ".aspx"});
    return std::ranges::any_of(endings,
                               [&](auto end) { return ascii::ends_ignoring_case(value, end); }) ||
           value.starts_with("about:") || value.starts_with("file:") ||
           value.find('\\') != value.npos;
}

bool is_account(std::string_view value) {
    if (value.find('@') != value.npos) return true;
    const bool one_word = value.find(' ') == value.npos;
    return one_word && std::ranges::none_of(value, ascii::is_wide);
}

bool is_plausible(std::string_view key, std::string_view value) {
    const std::string lower = ascii::lowered(value);
    if (std::ranges::find(meaningless, lower) != meaningless.end()) return false;
    if (lower.starts_with("microsoft word") || lower.starts_with("microsoft powerpoint"))
        return false;
    if (key == "document author") return !is_account(value);
    return !is_file_name(value);
}

/// Whether an article begins with the heading there: a byline or a day stands below it.
bool begins_article(const std::vector<DocumentParagraph>& paragraphs, std::size_t at) {
    constexpr std::size_t lines_below = 3;
    if (paragraphs[at].kind != Kind::heading) return false;
    const std::size_t end = std::min(paragraphs.size(), at + 1 + lines_below);
    for (std::size_t below = at + 1; below < end; ++below) {
        if (paragraphs[below].kind == Kind::heading) return false;
        if (is_byline_line(paragraphs[below].text) || is_day_line(paragraphs[below].text))
            return true;
    }
    return false;
}

/// Where the articles of a document that collects several begin: at each of its headings, where at
/// least two, and most, begin one.
std::vector<std::size_t> article_begins(const std::vector<DocumentParagraph>& paragraphs) {
    std::vector<std::size_t> begins;
    std::size_t sure = 0;
    for (std::size_t at = 0; at < paragraphs.size(); ++at) {
        if (paragraphs[at].kind != Kind::heading) continue;
        begins.push_back(at);
        sure += begins_article(paragraphs, at) ? 1 : 0;
    }
    if (sure < 2 || sure * 3 < begins.size() * 2) begins.clear();
    return begins;
}

/// Whether running text stands before the first heading, not only what a cover has.
bool has_text(const std::vector<DocumentParagraph>& paragraphs, std::size_t end) {
    constexpr std::size_t shortest = 80;
    return std::any_of(paragraphs.begin(), paragraphs.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const DocumentParagraph& each) {
                           return each.kind == Kind::body && each.text.size() >= shortest;
                       });
}

Reading read_collection(const TextDocument& document, std::vector<std::size_t> begins) {
    if (has_text(document.paragraphs, begins.front())) begins.insert(begins.begin(), 0);
    Reading reading;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : document.paragraphs.size();
        RawArticle article = article_of(document.paragraphs, begins[i], end);
        for (const RawField& field : document.properties)
            if (field.key == "language") article.fields.push_back(field);
        article.identity = article.heading + "\n" + article.text.substr(0, 200);
        article.line = std::max(document.paragraphs[begins[i]].number, 1U);
        reading.articles.push_back(std::move(article));
    }
    reading.problems = document.problems;
    return reading;
}

/// Lines that a style marks as author and day become fields, where they stand at the beginning.
void take_styled_lines(TextDocument& document) {
    constexpr std::size_t most_head = 8;
    auto& paragraphs = document.paragraphs;
    for (std::size_t at = 0; at < std::min(paragraphs.size(), most_head);) {
        const Kind kind = paragraphs[at].kind;
        if (kind != Kind::author && kind != Kind::date) {
            ++at;
            continue;
        }
        add_field_value(document.properties, kind == Kind::author ? "author" : "date",
                        paragraphs[at].number, paragraphs[at].text);
        paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

}  // namespace

void add_property(TextDocument& document, std::string_view key, std::string_view value) {
    constexpr std::size_t longest = 500;
    value = ascii::trim(value);
    if (value.empty() || value.size() > longest || !is_plausible(key, value)) return;
    add_field_value(document.properties, key, 0, value);
}

RawArticle article_of(const std::vector<DocumentParagraph>& paragraphs, std::size_t begin,
                      std::size_t end) {
    TextBuilder builder;
    for (std::size_t at = begin; at < end; ++at) {
        const DocumentParagraph& paragraph = paragraphs[at];
        const bool heading = paragraph.kind != Kind::body;
        heading ? builder.begin_heading() : builder.end_paragraph();
        std::string_view rest = paragraph.text;
        while (!rest.empty()) {
            builder.add(take_line(rest), paragraph.number);
            builder.end_line();
        }
        heading ? builder.end_heading() : builder.end_paragraph();
    }
    RawArticle article;
    builder.move_into(article);
    article.unit = PlaceUnit::paragraph;
    return article;
}

Reading read_document(TextDocument document) {
    auto& paragraphs = document.paragraphs;
    std::erase_if(paragraphs, [](const auto& each) { return ascii::trim(each.text).empty(); });
    if (paragraphs.empty()) {
        if (document.problems.empty())
            document.problems.push_back({"", 0, "no text in it", true, ProblemKind::empty});
        return {{}, std::move(document.problems)};
    }
    if (const std::vector<std::size_t> begins = article_begins(paragraphs); !begins.empty())
        return read_collection(document, begins);
    take_styled_lines(document);
    const bool headed = !paragraphs.empty() && paragraphs.front().kind != Kind::body;
    RawArticle article = article_of(paragraphs, 0, paragraphs.size());
    for (RawField& field : document.properties) {
        // What stands above the text is its title; what the properties say is often older.
        if (field.key == "document title" && headed) continue;
        if (field.key == "document title") field.key = "title";
        article.fields.push_back(std::move(field));
    }
    return {{std::move(article)}, std::move(document.problems)};
}

}  // namespace dateline
