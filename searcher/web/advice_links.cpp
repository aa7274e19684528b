// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/advice_links.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/ascii.h"
#include "common/counted.h"
#include "common/error.h"
#include "common/fields.h"
#include "searcher/render/html_parts.h"
#include "searcher/show.h"
#include "searcher/web/frame.h"
#include "searcher/web/hit_item.h"

namespace dateline::web {
namespace {

std::string chip_text(const Parameter& parameter) {
    std::string name = parameter.name;
    std::ranges::replace(name, '-', ' ');
    if (parameter.value == "yes") return name;
    const Field* row = find_field(parameter.name);
    const bool whole_name = row != nullptr && parameter.value.starts_with('=');
    return name + (row == nullptr ? " " : ": ") +
           (whole_name ? parameter.value.substr(1) : parameter.value);
}

bool is_word_byte(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c);
}

/// The query with one word, wherever it stands by itself, as another.
std::string respelt(const std::string& query, const std::string& word, const std::string& as) {
    std::string made;
    for (std::size_t at = 0; at < query.size();) {
        const bool begins = at == 0 || !is_word_byte(query[at - 1]);
        const std::size_t end = at + word.size();
        if (begins && ascii::starts_ignoring_case(std::string_view(query).substr(at), word) &&
            (end >= query.size() || !is_word_byte(query[end]))) {
            made += as;
            at = end;
        } else {
            made += query[at++];
        }
    }
    return made;
}

Parameters with_spelling(const MissingWord& missing, const std::string& word, Parameters typed) {
    if (missing.field.empty())
        return with(typed, "q", respelt(value_of(typed, "q"), missing.word, word));
    const std::string flag(field(missing.field).flag);
    for (Parameter& parameter : typed)
        if (parameter.name == flag) return with(typed, flag, word);
    return with(typed, "q", respelt(value_of(typed, "q"), missing.word, word));
}

std::string spellings(const MissingWord& missing, const Asked& asked) {
    std::string html = escape_html(to_string({missing.word, missing.field, {}, missing.articles}));
    for (const SimilarWord& similar : missing.similar) {
        html += &similar == &missing.similar.front() ? "; perhaps " : ", ";
        html += anchor(address_of("/search", with_spelling(missing, similar.word, asked.typed)),
                       escape_html(similar.word));
        html += fmt::format(" ({})", counted(similar.articles, "article", "articles"));
    }
    return html;
}

/// Without what was left out: a filter by its option, days, or words by what is left of the query.
Parameters left_over(const LeftOut& left_out, Parameters typed) {
    if (left_out.days) typed = without(typed, {Role::days, Role::place});
    if (!left_out.field.empty()) typed = without(typed, field(left_out.field).flag);
    return left_out.query.empty() ? typed : with(std::move(typed), "q", left_out.query);
}

std::string list_of(const std::vector<std::string>& items, const std::string& kind) {
    if (items.empty()) return "";
    std::string html;
    for (const std::string& item : items) html += "<li>" + item + "</li>";
    return fmt::format("<ul class=\"{}\">{}</ul>\n", kind, html);
}

}  // namespace

std::string understood_line(const SearchResult& result, const Asked& asked) {
    if (result.read_as.empty() || asked.query.empty()) return "";
    const bool explains = !value_of(asked.typed, "explain").empty();
    std::string tree;
    for (const std::string& line : result.tree) tree += escape_html(line) + '\n';
    return fmt::format(
        "<p class=\"read\">read as: {} \u00B7 {}</p>\n{}", escape_html(result.read_as),
        explains ? anchor(address_of("/search", without(asked.typed, "explain")), "less")
                 : anchor(address_of("/search", with(asked.typed, "explain", "yes")), "explain"),
        tree.empty() ? "" : "<pre class=\"tree\">" + tree + "</pre>\n");
}

std::string subject_line(const Asked& asked) {
    if (!asked.command.request.subject) return "";
    const Subject& subject = *asked.command.request.subject;
    const auto line = [](const std::string& html) {
        return "<p class=\"subject\">" + html + "</p>\n";
    };
    const std::string& which = subject.article.which;
    const char* what = subject.kind == SubjectKind::copies  ? "Copies of"
                       : subject.kind == SubjectKind::story ? "The story of"
                                                            : "Where it was quoted:";
    try {
        SearchRequest request;
        request.today = asked.command.request.today;
        request.with_passages = request.check_files = false;
        const Hit hit = show_article(asked.archives, request, subject.article).hits.front();
        const std::string title = title_shown(hit.article);
        return line(
            fmt::format("{} {}", what,
                        anchor(article_address(id_shown(hit.article), {}, 0), escape_html(title))));
    } catch (const Error&) {
        return line(fmt::format("{} \u201C{}\u201D", what, escape_html(which)));  // words
    }
}

std::string chips(const Parameters& typed) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        // What has none is seen elsewhere on the page.
        const Parameters shown = without(
            {typed[i]}, {Role::query, Role::order, Role::place, Role::counts, Role::explain});
        if (shown.empty()) continue;
        items.push_back(anchor(address_of("/search", without_one(typed, i)),
                               escape_html(chip_text(typed[i])), "title=\"without this\""));
    }
    return list_of(items, "chips");
}

std::string notes(const SearchResult& result, const Asked& asked) {
    std::vector<std::string> items;
    for (const std::string& note : result.notes) {
        std::string html = escape_html(note);
        for (const auto* words : {&result.missing, &result.rare})
            for (const MissingWord& missing : *words)
                if (note == to_string(missing)) html = spellings(missing, asked);
        items.push_back(std::move(html));
    }
    if (result.undated_left_out.number > 0) {
        const Parameters all_time = without(asked.typed, {Role::days, Role::place});
        items.push_back(anchor(address_of("/search", with_words(all_time, "-has:date")),
                               "show those without a date"));
    }
    return list_of(items, "notes");
}

std::string nothing_found(const SearchResult& result, const Asked& asked) {
    std::vector<std::string> items;
    for (const MissingWord& missing : result.missing) items.push_back(spellings(missing, asked));
    for (const LeftOut& left_out : result.without) {
        const std::string what = "without " + escape_html(left_out.what);
        const Parameters typed = left_over(left_out, asked.typed);
        items.push_back((typed == asked.typed ? what : anchor(address_of("/search", typed), what)) +
                        ": " + to_string(left_out.articles, "article", "articles"));
    }
    const std::string what =
        result.only_copied && listed(result).number > 0
            ? "None of " + to_string(listed(result), "article", "articles") + " has copies."
            : "No article matches.";
    return "<h1 class=\"nothing\">" + what + "</h1>\n" + list_of(items, "advice");
}

}  // namespace dateline::web
