// SPDX-License-Identifier: GPL-2.0-or-later
// An index whose lists have several pages, gone with the object.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "common/index_store.h"
#include "common/stored_article.h"
#include "indexer/sync/sync.h"
#include "tests/relevance/collection.h"

namespace dateline {

/// 230 articles of few words, so that many have all words of a query, and more than are put in
/// order again have some.
inline std::vector<Article> paged_articles() {
    constexpr std::string_view words[] = {"harbour", "tariff", "grain", "strike", "quiet"};
    std::vector<Article> made;
    for (std::size_t i = 0; i < 230; ++i) {
        Article article;
        article.id = "a" + std::to_string(i);
        article.path = article.id;
        article.title = "Report";
        article.outlet = i % 3 == 0 ? "Harbour Press" : "The Verge";
        for (std::size_t word = 0; word < 30; ++word) {
            article.body += words[(i * 7 + word * (1 + i % 4)) % (2 + i % 4)];
            article.body += word % 6 == i % 6 ? ". " : " ";
        }
        if (i % 10 != 9)
            article.published = CalendarDate{
                *make_day(2024 + static_cast<int>(i % 3), 1 + static_cast<unsigned>(i % 12), 3),
                Precision::day};
        made.push_back(std::move(article));
    }
    return made;
}

class PagedArchive {
public:
    PagedArchive() : folder_(new_folder()) {
        Collection collection;
        collection.articles = paged_articles();
        index_collection(collection, index());
    }
    /// Of the files of a folder.
    explicit PagedArchive(const std::string& files) : folder_(new_folder()) {
        SyncOptions options;
        options.index = index();
        options.folders = {files};
        sync_index(options, {});
    }
    ~PagedArchive() { std::filesystem::remove_all(folder_); }
    PagedArchive(const PagedArchive&) = delete;
    PagedArchive& operator=(const PagedArchive&) = delete;

    std::string index() const { return folder_ + "/index"; }

    std::vector<Article> read_back() const {
        std::vector<Article> read;
        const Xapian::Database database = open_index(index());
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
            Article article = decode_display(database.get_document(*at).get_data());
            decode_text(database.get_metadata(text_key(*at)), article);
            read.push_back(std::move(article));
        }
        return read;
    }

private:
    static std::string new_folder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "dateline-pages.XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        return name;
    }

    std::string folder_;
};

}  // namespace dateline
