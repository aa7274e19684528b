// SPDX-License-Identifier: GPL-2.0-or-later
// What an agency's items are of: articles, or what is none (pictures, videos, packages, what was
// cancelled), which is counted and told in one line.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

enum class NewsItemKind : std::uint8_t {
    article,
    picture,
    video,
    audio,
    graphic,
    package,
    other,      ///< data, topics, plans of coverage
    cancelled,  ///< the agency has taken it back
    textless,
};

/// By the name that an item has for its class: "ninat:picture", "icls:composite", "Photo", "story".
/// Unknown ones are articles.
NewsItemKind news_item_kind(std::string_view name);

/// True if the status, as "stat:canceled" or "Canceled", says that an item is not to be used.
bool is_withdrawn(std::string_view status);

/// How many items there are that are no articles.
class LeftOutItems {
public:
    void add(NewsItemKind kind) { ++counts_[static_cast<std::size_t>(kind)]; }
    /// "2 pictures, 1 package"; "" if there are none. Without packages they are not named.
    std::string text(bool with_packages) const;

private:
    std::array<std::uint64_t, static_cast<std::size_t>(NewsItemKind::textless) + 1> counts_{};
};

/// The items of a file of an agency.
class NewsItems {
public:
    /// An item without a text and a title counts as one that has none.
    void add(NewsItemKind kind, RawArticle article);
    /// What has been added: an article alone is its file.
    Reading finish();

private:
    Reading reading_;
    LeftOutItems left_out_;
};

}  // namespace dateline
