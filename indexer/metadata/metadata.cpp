// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "common/fields.h"
#include "common/origin.h"
#include "common/text_parts.h"
#include "indexer/metadata/authors/article_authors.h"
#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/dates/publication_day.h"
#include "indexer/metadata/exported_values.h"
#include "indexer/metadata/headlines.h"
#include "indexer/metadata/language.h"
#include "indexer/metadata/opening.h"
#include "indexer/metadata/outlets/article_outlet.h"
#include "indexer/metadata/outlets/credits.h"
#include "indexer/metadata/outlets/hosts.h"
#include "indexer/metadata/stated_fields.h"
#include "indexer/metadata/titles.h"
#include "indexer/readers/exported_article.h"
#include "indexer/readers/field_tree.h"

namespace dateline {
namespace {

constexpr std::size_t most_tags = 200;

/// Takes off what is more than a list of an article has, and says so.
template <typename Value>
void cut_list(std::vector<Value>& list, std::size_t most, std::string_view what, std::uint32_t line,
              std::vector<Problem>& problems) {
    if (list.size() <= most) return;
    list.resize(most);
    problems.push_back(
        {"", line, fmt::format("more than {} {}; the others are left out", most, what), false});
}

void cut_fields(std::vector<RawField>& fields, std::vector<Problem>& problems) {
    cut_list(fields, most_field_values, "keys", 0, problems);
    for (RawField& field : fields) {
        if (field.values.size() > most_field_values)
            cut_list(field.values, most_field_values, fmt::format("values of '{}'", field.key),
                     field.line, problems);
    }
}

/// "summary: summary" and "title: Title": a form that nobody filled in.
bool is_placeholder(std::string_view value, std::string_view key) {
    return ascii::equal_ignoring_case(value, key);
}

/// What the site may be called in a page's title.
std::vector<std::string> site_names(const StatedFields& stated) {
    std::vector<std::string> names;
    for (const StatedField& field : stated.all(Meaning::outlet))
        names.push_back(field.raw->values.front());
    for (const StatedField& field : stated.all(Meaning::url)) {
        const std::string host = host_of_url(field.raw->values.front());
        if (!host.empty()) names.push_back(host);
    }
    return names;
}

std::string stated_title(const StatedFields& stated, const RawArticle& raw) {
    std::vector<std::string> headings = raw.headings;
    if (!raw.heading.empty()) headings.push_back(plain_inline(raw.heading));
    std::vector<std::string> titles;
    for (const StatedField& field : stated.all(Meaning::title)) {
        std::string value = plain_inline(field.raw->values.front());
        if (value.empty() || is_placeholder(value, field.raw->key)) continue;
        if (!titles.empty()) headings.push_back(value);
        titles.push_back(std::move(value));
    }
    if (titles.empty()) return "";
    // Only pages put their site's name there; what an export states is taken as it is.
    const bool is_page = !raw.headings.empty();
    return headline_of(titles.front(),
                       {headings, is_page ? site_names(stated) : std::vector<std::string>()});
}

/// Fields that are what a key says: of the keys of a field the first that says something.
void take_as_stated(const StatedFields& stated, Article& article) {
    for (const StatedField& each : stated.all(Meaning::as_stated)) {
        const Field& row = field(each.key->field);
        if (!row.get(article).empty()) continue;
        std::string value = plain_inline(each.raw->values.front());
        if (value != article.title && !is_placeholder(value, each.raw->key) &&
            !is_placeholder(value, row.name))
            row.set(article, {std::move(value)});
    }
}

void add_tag(std::string_view tag, std::vector<std::string>& tags) {
    tag = ascii::trim(tag);
    if (tag.starts_with('#')) tag.remove_prefix(1);
    if (tag.starts_with("[[") && tag.ends_with("]]")) tag = tag.substr(2, tag.size() - 4);
    if (tag.empty() || tags.size() > most_tags) return;
    if (std::ranges::find(tags, tag) == tags.end()) tags.emplace_back(tag);
}

/// Keywords in one text are split at commas: "storms, floods".
void add_tags(std::string_view value, std::vector<std::string>& tags) {
    while (!value.empty()) {
        const auto end = std::min(value.find_first_of(",;"), value.size());
        add_tag(value.substr(0, end), tags);
        value.remove_prefix(std::min(end + 1, value.size()));
    }
}

/// "grain, wheat, corn": labels of one small word each, typed as one text. "Arts, Culture & Style"
/// is one section.
bool is_list_of_labels(std::string_view value) {
    if (value.find(',') == std::string_view::npos) return false;
    while (!value.empty()) {
        const std::string_view part = ascii::trim(take_part(value, ','));
        if (part.empty() || !ascii::is_lower(part.front())) return false;
        if (part.find(' ') != std::string_view::npos) return false;
    }
    return true;
}

/// The first category is the section; blogs' long lists of categories are tags for the rest.
void resolve_section(const StatedFields& stated, Article& article) {
    for (const StatedField& field : stated.all(Meaning::section)) {
        for (const std::string& raw : field.raw->values) {
            std::string value = plain_inline(raw);
            if (value.empty() || is_placeholder(value, field.raw->key)) continue;
            const auto first = is_list_of_labels(value) ? value.find(',') : value.size();
            std::string rest = value.substr(first);
            value.resize(first);
            if (article.section.empty()) {
                article.section = value;
            } else if (value != article.section) {
                add_tag(value, article.tags);
            }
            add_tags(rest, article.tags);
        }
    }
    for (const StatedField& field : stated.all(Meaning::tags)) {
        for (const std::string& value : field.raw->values) add_tags(value, article.tags);
    }
}

/// What the folder says for what the article does not; its outlet and date have their own place in
/// the order of trust.
void resolve_defaults(const StatedFields& defaults, const std::string& from, Article& article) {
    const auto fill = [&](Meaning meaning, std::string_view field, std::string& value) {
        if (!value.empty() || defaults.first(meaning).empty()) return;
        value = plain_inline(defaults.first(meaning));
        article.derived[std::string(field)] = from;
    };
    fill(Meaning::section, "section", article.section);
    if (article.authors.empty() && !defaults.all(Meaning::author).empty()) {
        article.authors = authors_of(defaults.all(Meaning::author).front().raw->values);
        article.derived["author"] = from;
    }
    if (article.tags.empty() && !defaults.all(Meaning::tags).empty()) {
        for (const auto& tag : defaults.all(Meaning::tags).front().raw->values)
            add_tags(tag, article.tags);
        article.derived["tag"] = from;
    }
}

void resolve_language(const StatedFields& stated, const StatedFields& defaults, const Place& place,
                      Article& article) {
    for (const StatedField& field : stated.all(Meaning::language)) {
        article.language = language_code(field.raw->values.front());
        if (!article.language.empty()) return;
    }
    const auto derive = [&](std::string code, std::string_view from) {
        if (code.empty()) return false;
        article.language = std::move(code);
        article.derived["language"] = from;
        return true;
    };
    if (derive(language_code(defaults.first(Meaning::language)), place.defaults_from)) return;
    if (derive(language_in_path(place.path), text_of(Origin::file_path))) return;
    const bool short_body = article.body.size() < 200;
    derive(detect_language(short_body ? article.title + "\n" + article.summary + "\n" + article.body
                                      : article.body),
           text_of(Origin::detected));
}

void resolve_title(std::string stated, std::string heading, const Opening& opening,
                   const Place& place, Article& article) {
    if (!stated.empty()) {
        article.title = std::move(stated);
        return;
    }
    if (!heading.empty()) {
        article.title = std::move(heading);
        article.derived["title"] = text_of(Origin::heading);
        return;
    }
    article.title = opening.title;
    article.derived["title"] = text_of(opening.title_from);
    if (!article.title.empty()) return;
    article.title = first_sentence_title(article.body);
    article.derived["title"] = text_of(Origin::first_sentence);
    if (!article.title.empty()) return;
    article.title = file_name_title(place.path);
    article.derived["title"] = text_of(Origin::file_name);
}

ResolvedArticle resolve_exported(RawArticle raw) {
    const std::uint32_t line = raw.line;
    ResolvedArticle result = exported_values(std::move(raw));
    Article& article = result.article;
    cut_list(article.authors, most_authors, "authors", line, result.problems);
    cut_list(article.tags, most_tags, "tags", line, result.problems);
    cut_list(article.outlet_names, most_authors, "names of the outlet", line, result.problems);
    return result;
}

}  // namespace

ResolvedArticle resolve(RawArticle raw, const Place& place, const Outlets& outlets) {
    if (is_exported(raw)) return resolve_exported(std::move(raw));
    ResolvedArticle result;
    cut_fields(raw.fields, result.problems);
    const StatedFields stated(raw.fields);
    const StatedFields defaults(place.defaults);
    Article& article = result.article;
    article.path = place.path;

    std::string title = stated_title(stated, raw);
    const AskedOutlets asked(outlets);
    const Credits credits = read_credits(raw.text, asked);
    const SourceLines lines = read_source_lines(raw.text, raw.links);
    const bool headed = title.empty() && !raw.headings.empty();
    const Opening opening = take_opening(raw, headed ? raw.headings.front() : title);
    article.body = std::move(raw.text);
    article.lines = std::move(raw.lines);
    resolve_title(std::move(title), headed ? raw.headings.front() : "", opening, place, article);
    take_as_stated(stated, article);
    resolve_authors(stated, site_names(stated), opening, lines, article);
    resolve_outlet({stated, defaults, place.defaults_from, raw.identity, credits, lines, asked},
                   article);
    take_authors_of_text(opening, lines, article);  // if the stated one was an agency
    take_author_of_file(stated, article);
    resolve_section(stated, article);
    resolve_defaults(defaults, place.defaults_from, article);
    resolve_date({stated, defaults, place, opening.date}, article, result.problems);
    resolve_language(stated, defaults, place, article);
    result.asked = asked.asked();
    cut_list(article.authors, most_authors, "authors", 0, result.problems);
    cut_list(article.tags, most_tags, "tags", 0, result.problems);
    for (Problem& problem : result.problems) {
        if (problem.line == 0) problem.line = raw.line;
    }
    return result;
}

}  // namespace dateline
