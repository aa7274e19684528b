// SPDX-License-Identifier: GPL-2.0-or-later
// Articles as they are worked out of what a file says, for the tests of the metadata.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/metadata/metadata.h"
#include "indexer/metadata/outlets/outlets.h"

namespace dateline {

inline const Outlets& outlets() {
    static const Outlets built_in;
    return built_in;
}

inline RawArticle raw_article(std::vector<RawField> fields, std::string text) {
    RawArticle raw;
    raw.fields = std::move(fields);
    raw.text = std::move(text);
    raw.lines = {{0, 1}};
    return raw;
}

inline Article resolved(std::vector<RawField> fields, std::string text = "",
                        const std::string& path = "a.md") {
    Place place;
    place.path = path;
    return resolve(raw_article(std::move(fields), std::move(text)), place, outlets()).article;
}

inline std::string derived(const Article& article, const std::string& field) {
    const auto found = article.derived.find(field);
    return found == article.derived.end() ? "" : found->second;
}

inline std::string published(const Article& article) {
    return article.published ? to_string(*article.published) : "";
}

}  // namespace dateline
