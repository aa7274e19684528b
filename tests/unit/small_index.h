// SPDX-License-Identifier: GPL-2.0-or-later
// An index of a few articles made by hand, in a folder of its own, and what it answers.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "common/index_store.h"
#include "searcher/archives/archives.h"
#include "searcher/query/index_words.h"
#include "searcher/query/resolve.h"
#include "searcher/search.h"
#include "tests/relevance/collection.h"
#include "tests/unit/temporary_folder.h"

namespace dateline {

inline const Day small_index_day = *make_day(2026, 2, 26);

class SmallIndex {
public:
    explicit SmallIndex(std::vector<Article> articles) {
        Collection collection;
        collection.articles = std::move(articles);
        index_collection(collection, path());
        database_ = open_index(path());
        languages_ = read_info(database_).languages;
        archives_.emplace(std::vector<Archive>{{"", path(), database_, read_info(database_)}});
    }

    std::string path() const { return folder_ / "index"; }
    const Xapian::Database& database() const { return database_; }
    const Archives& archives() const { return *archives_; }
    const std::vector<std::string>& languages() const { return languages_; }

    Question question(const std::string& typed) const {
        return resolve_query(parse_query(typed, small_index_day), IndexWords(*archives_));
    }

    SearchResult ask(SearchRequest request, const std::string& query) const {
        request.query = query;
        request.with_passages = false;
        request.today = small_index_day;
        return search(path(), request);
    }

    std::vector<std::string> ids(const SearchRequest& request, const std::string& query) const {
        std::vector<std::string> found;
        for (const Hit& hit : ask(request, query).hits) found.push_back(hit.article.id);
        return found;
    }

private:
    TemporaryFolder folder_;
    Xapian::Database database_;
    std::vector<std::string> languages_;
    std::optional<Archives> archives_;
};

inline Article made_article(const std::string& id, const std::string& title,
                            const std::string& body, const std::string& date = "2026-02-01") {
    Article made;
    made.id = id;
    made.path = id;
    made.title = title;
    made.body = body;
    made.published = parse_iso_date(date);
    return made;
}

/// Articles of the same words in other places, more than are put in order again.
inline std::vector<Article> many_articles(std::size_t count) {
    std::vector<Article> made;
    for (std::size_t i = 0; i < count; ++i) {
        std::string body;
        for (std::size_t word = 0; word < 40; ++word) {
            body += word == i % 37 ? "harbour " : word == i * 7 % 31 ? "tariff " : "quiet ";
            if (word % 9 == i % 5) body += "filler" + std::to_string(i % 11) + " ";
        }
        made.push_back(made_article("a" + std::to_string(i), "Report", body));
    }
    return made;
}

}  // namespace dateline
