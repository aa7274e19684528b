// SPDX-License-Identifier: GPL-2.0-or-later
// What a saved search has told of: the articles, each with where it lies and its fingerprint, by
// which it is known wherever it goes. Kept outside the index, which can be made anew at any time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/fingerprint.h"
#include "searcher/result.h"

namespace dateline {

/// Where an article lies. Without an id it is nowhere: another has its place.
struct ArticlePlace {
    std::string archive;  ///< its name, where several are searched; else ""
    std::string id;

    bool operator==(const ArticlePlace&) const = default;
};

/// The id by which it is shown, as that of a hit (result.h); "" of no place.
std::string id_shown(const ArticlePlace& place);

struct SeenArticle {
    ArticlePlace place;
    std::string told_as;     ///< the id under which it was told first, which feeds keep
    std::int64_t told = 0;   ///< when, in seconds since 1970
    bool shown = true;       ///< false: a feed has told of it, and --new has not
    bool was_there = false;  ///< when the search was saved: it never came in
    ArrivalKind kind = ArrivalKind::fresh;
    std::string of;  ///< `told_as` of what it is a copy or a version of
    Fingerprint fingerprint;

    bool operator==(const SeenArticle&) const = default;
};

struct Seen {
    /// The search as it was when it last told of something: its arguments. None of a search of
    /// which nothing was ever told.
    std::vector<std::string> asked;
    std::int64_t since = 0;  ///< when it was saved, in seconds since 1970; 0: not known
    std::vector<SeenArticle> articles;

    bool operator==(const Seen&) const = default;
};

/// Lines, with a hash of all of them, since one that is lost would have an article told again.
std::string encode_seen(const Seen& seen);

/// The inverse. Throws Error, without a path, for text that is not as it was written.
Seen decode_seen(std::string_view text);

}  // namespace dateline
