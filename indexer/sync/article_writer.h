// SPDX-License-Identifier: GPL-2.0-or-later
// Articles into a database through Xapian's own writer, with what the index remembers beside them:
// all of it in one transaction.
#pragma once

#include <string>

#include "indexer/document/document.h"
#include "indexer/sync/index_state.h"
#include "indexer/sync/read_articles.h"
#include "indexer/writers/xapian_writer.h"

namespace dateline {

class ArticleWriter {
public:
    /// Opens the database in `folder`, or makes one there if `create`. Throws Error.
    ArticleWriter(const std::string& folder, bool create) : writer_(folder, create) {}

    XapianWriter& database() { return writer_; }

    void put(Article& article);
    /// For read_articles: `keeps` leaves known articles as they are, else all are put.
    ArticleSink sink(bool keeps);
    /// What the state says of the index and its files becomes visible with the articles.
    void commit(IndexState& state);

private:
    XapianWriter writer_;
    Vocabulary vocabulary_;
    DocumentBuilder builder_{vocabulary_};
};

}  // namespace dateline
