// SPDX-License-Identifier: GPL-2.0-or-later
// One file -> its articles, with ids and places, and the record of what came of it. Reads the file
// and nothing else; no index here, so that several threads can do it at once.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/article.h"
#include "common/index_store.h"
#include "indexer/folder_defaults.h"
#include "indexer/ledger.h"
#include "indexer/metadata/outlets.h"
#include "indexer/walk.h"

namespace dateline {

/// Raised when readers or metadata rules give other articles for the same bytes, so that the next
/// run reads all files again.
inline constexpr std::uint64_t readers_version = 2;

struct ReadSettings {
    Outlets outlets;
    std::string outlets_text;                     ///< of the user's outlets.toml, for the context
    std::uint64_t most_article_bytes = 32 << 20;  ///< a larger file of one article is not read
    Day today{};                                  ///< later dates are reported

    /// Hash of all beside a file's bytes that makes its articles what they are.
    std::uint64_t context(const Defaults& defaults) const;
};

struct FileToRead {
    const Root& root;
    const WalkedFile& file;
    const Defaults& defaults;
};

using ArticleSink = std::function<void(Article&)>;

/// Reads one file and gives its articles to `sink`, in the file's order; files of many articles
/// (JSON Lines) are streamed, also compressed. If `before` is the record of the same content made
/// with the same settings, nothing is given, and the record comes back with the new stamp and
/// `*same` set. Never throws for what is in the file or keeps it from being read: that becomes a
/// problem.
FileRecord read_articles(const FileToRead& input, const ReadSettings& settings,
                         const FileRecord* before, bool* same, const ArticleSink& sink);

}  // namespace dateline
