// SPDX-License-Identifier: GPL-2.0-or-later
// A test collection: articles (docs.jsonl or docs.jsonl.gz with id, title, text), queries
// (queries.tsv: id, tab, text) and judgments (qrels.txt: query, 0, document, grade).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/article.h"
#include "tests/relevance/metrics.h"

namespace dateline {

struct TestQuery {
    std::string id;
    std::string text;
};

struct Collection {
    std::string name;  ///< of its folder
    std::vector<Article> articles;
    std::vector<TestQuery> queries;
    std::map<std::string, Judgments> judgments;  ///< by query
};

/// A file's lines that are not empty; gzip or plain. Throws Error if it cannot be read.
std::vector<std::string> read_lines(const std::string& path);

/// An article of a line of JSON: id, title, text, and, where they are known, language, date,
/// outlet.
Article read_article(const std::string& line);

/// Throws Error for files that are missing or not of that form.
Collection read_collection(const std::string& folder);

/// Indexes the articles as the product does, into `index`, which must not exist yet.
void index_collection(const Collection& collection, const std::string& index);

}  // namespace dateline
