// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/authors/article_authors.h"

#include <algorithm>

#include "common/origin.h"
#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/authors/shown_byline.h"
#include "indexer/metadata/dates/visible_dates.h"
#include "indexer/metadata/headlines.h"
#include "indexer/metadata/outlets/hosts.h"

namespace dateline {
namespace {

/// Authors other than the site itself, as many pages state it.
std::vector<std::string> people_of(const StatedField& field,
                                   const std::vector<std::string>& sites) {
    // A day behind the names: somebody copied what the page shows.
    const bool dated = std::ranges::any_of(field.raw->values, [](const std::string& value) {
        return !is_url(value) && date_within(value, DayMonthOrder::unknown).has_value();
    });
    const bool visible = !field.key->note.empty() || dated;
    std::vector<std::string> authors =
        visible ? authors_of_byline(field.raw->values) : authors_of(field.raw->values);
    std::erase_if(authors, [&](const std::string& author) { return names_site(author, sites); });
    return authors;
}

}  // namespace

void take_authors_of_text(const Opening& opening, const SourceLines& lines, Article& article) {
    if (article.authors.empty() && !opening.authors.empty()) {
        article.authors = opening.authors;
        article.derived["author"] = text_of(Origin::first_lines);
    }
    if (article.authors.empty() && !lines.authors.empty()) {
        article.authors = lines.authors;
        article.derived["author"] = text_of(Origin::source_line);
    }
}

void resolve_authors(const StatedFields& stated, const std::vector<std::string>& sites,
                     const Opening& opening, const SourceLines& lines, Article& article) {
    const auto fields = stated.all(Meaning::author);
    for (const StatedField& field : fields) {
        if (!article.authors.empty()) break;
        article.authors = people_of(field, sites);
        if (!article.authors.empty() && !field.key->note.empty())
            article.derived["author"] = field.key->note;
    }
    for (const StatedField& field : stated.all(Meaning::visible_line)) {
        for (const std::string& line : field.raw->values) {
            if (!article.authors.empty()) break;
            article.authors = authors_of_shown_line(line);
            if (!article.authors.empty()) article.derived["author"] = text_of(Origin::page);
        }
    }
    if (article.authors.empty() && !fields.empty())
        article.authors = authors_of(fields.front().raw->values);
    take_authors_of_text(opening, lines, article);
}

void take_author_of_file(const StatedFields& stated, Article& article) {
    const auto fields = stated.all(Meaning::file_author);
    if (!article.authors.empty() || fields.empty()) return;
    article.authors = authors_of(fields.front().raw->values);
    if (!article.authors.empty()) article.derived["author"] = fields.front().key->note;
}

}  // namespace dateline
