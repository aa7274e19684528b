// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/indexed_folders.h"

#include <xapian.h>

#include <cstdlib>

#include "common/index_store.h"
#include "common/stored_article.h"
#include "indexer/sync/sync.h"
#include "tests/oracle/typed_query_maker.h"

namespace dateline::oracle {

std::string setting(const char* name, const std::string& otherwise) {
    const char* value = std::getenv(name);
    return value == nullptr ? otherwise : value;
}

void make_index(const std::string& index, const std::vector<std::string>& folders) {
    SyncOptions options;
    options.index = index;
    options.folders = folders;
    options.today = oracle_today;
    sync_index(options, {});
}

std::vector<std::string> folders() {
    const char* own = std::getenv("DATELINE_ORACLE_FOLDER");
    if (own != nullptr) return {own};
    return {DATELINE_SOURCE "/corpus", own_articles};
}

std::vector<Article> read_articles(const std::string& index) {
    const Xapian::Database database = open_index(index);
    std::vector<Article> articles;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        articles.push_back(decode_display(database.get_document(*at).get_data()));
        decode_text(database.get_metadata(text_key(*at)), articles.back());
    }
    return articles;
}

}  // namespace dateline::oracle
