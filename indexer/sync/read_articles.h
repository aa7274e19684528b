// SPDX-License-Identifier: GPL-2.0-or-later
// One file -> its articles, with ids and places, and what came of it. Reads the file and nothing
// else; no index here, so that several threads can do it at once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "common/article.h"
#include "common/index_store.h"
#include "indexer/document/container.h"
#include "indexer/files/walk.h"
#include "indexer/metadata/folder_defaults.h"
#include "indexer/sync/file_record.h"
#include "indexer/sync/read_settings.h"

namespace dateline {

struct FileToRead {
    const Root& root;
    const WalkedFile& file;
    const Defaults& defaults;
    const FileRecord* before = nullptr;  ///< what is remembered of it
    const KnownItems* items = nullptr;   ///< what the index has of it, if it was a container
};

/// What became of a file's articles, by number.
struct ArticleCounts {
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t removed = 0;

    bool operator==(const ArticleCounts&) const = default;
};

/// What is done with a file's articles, in the file's order.
struct ArticleSink {
    std::function<void(Article&)> put;
    /// An item that is in the index as it is, but began on another line. Without it, all articles
    /// are put, known or not.
    std::function<void(const KnownItem&, std::uint32_t line)> keep;
    /// Whether an article of another file has the id.
    std::function<bool(const std::string& id)> taken;
};

struct FileReading {
    FileRecord record;
    ArticleCounts counts;
    std::vector<std::string> gone;  ///< ids of known articles that it does not have any more
};

/// Reads one file and gives its articles to `sink`; files of many articles
/// (indexer/readers/containers.h) are streamed, also compressed. Where articles may be kept and the
/// content is that of `input.before`, only the stamp is new. Never throws for what is in the file
/// or keeps it from being read: that becomes a problem. Throws Interrupted, also within a file.
FileReading read_articles(const FileToRead& input, const ReadSettings& settings,
                          const ArticleSink& sink);

/// The context that goes into the hashes of a container's items, which stays what it was as long as
/// what it stands for does: the items known then are known again.
std::uint64_t item_context(const FileRecord* before, std::uint64_t context);

/// How many items of a file of many the index does not know as they are; none if it is no such
/// file. Throws Error if it cannot be read.
std::optional<std::uint64_t> count_new_items(const std::string& path, const ReadSettings& settings,
                                             std::uint64_t context, const KnownItems& known);

}  // namespace dateline
