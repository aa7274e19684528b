// SPDX-License-Identifier: GPL-2.0-or-later
// What is new for a saved search: all articles that match less those it has told of. No day or
// number counts in it, so that nothing is missed that comes in late, and nothing repeated because
// the archive was moved or made anew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "searcher/following/seen.h"

namespace dateline {

/// An article that matches.
struct MatchingArticle {
    std::uint32_t docid = 0;  ///< among those of all archives
    ArticlePlace place;
    std::string order;  ///< first day and id, as order_key() has them
    Fingerprint fingerprint;
};

/// One that is not shown yet.
struct NewArticle {
    std::size_t match = 0;              ///< which of those that match
    std::optional<std::size_t> record;  ///< among those seen, if a feed has told of it
    ArrivalKind kind = ArrivalKind::fresh;
    std::string of;          ///< the other's place now, as Arrival has it
    std::string of_told_as;  ///< … and the id under which it was told, as SeenArticle has it
    std::string told_as;  ///< the id of its place, or that with a number if another was told as it
};

struct WhatsNew {
    std::vector<NewArticle> articles;  ///< in the order of their days
    Seen seen;                         ///< as it was, with what moved where it lies now
    bool moved = false;                ///< something of it is another than before
};

/// Compares. An article is known where its text, or what it was made from, was known to lie; else
/// as one that moved, if one with these is no longer where it was; else as the one in its place,
/// edited (are_of_one_article). What is not known is a copy of an article that is there with its
/// text, a version of one under its URL, or new. `has_its_text`: whether the place of a record has
/// an article with its text, matching or not; asked for few.
WhatsNew whats_new(Seen seen, const std::vector<MatchingArticle>& matching,
                   const std::function<bool(const SeenArticle&)>& has_its_text);

/// What names an article in the state that was shown, for who marks it as seen later: its place may
/// have another by then.
std::string mark_of(const MatchingArticle& article);

/// Remembers that it has been told. `shown`: to a person, not by a feed.
void remember(Seen& seen, const MatchingArticle& article, const NewArticle& told, std::int64_t when,
              bool shown);

/// Remembers one that was there when the search was saved, or counts as seen without being told.
void remember_as_there(Seen& seen, const MatchingArticle& article, const std::string& told_as,
                       std::int64_t when);

}  // namespace dateline
