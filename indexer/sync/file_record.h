// SPDX-License-Identifier: GPL-2.0-or-later
// What the index remembers of one file: what it was, and what came of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/bytes.h"
#include "common/file_stamp.h"
#include "indexer/metadata/outlets/asked_outlets.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

enum class FileOutcome : std::uint8_t {
    indexed,     ///< gave articles
    skipped,     ///< not a text file
    unreadable,  ///< the system did not let us read it; tried again in every run
    broken,      ///< read, but there is no article in it; tried again when it changes
    too_large,   ///< not read; tried again when it changes or --max-article-size allows it
};

/// The problems of one file. A file can have millions of lines that are no articles, so only the
/// first of its problems are kept, and the number of the others.
struct FileProblems {
    static constexpr std::size_t most = 100;

    std::vector<Problem> first;  ///< paths are left empty
    std::uint64_t more = 0;
    bool fatal = false;  ///< one of all of them is

    void add(Problem problem);
    std::uint64_t size() const { return first.size() + more; }
    bool operator==(const FileProblems&) const = default;
};

struct FileRecord {
    FileStamp stamp;
    std::uint64_t context = 0;  ///< hash of all beside the bytes that makes the article what it is
    FileOutcome outcome = FileOutcome::indexed;
    std::uint64_t articles = 0;  ///< how many it gave
    bool container = false;      ///< its articles are items of it: indexer/document/container.h
    FileProblems problems;
    std::uint64_t item_context = 0;  ///< of a container: the context that the items' hashes have
    OutletKeys asked = {};           ///< what its articles depend on of the outlets

    bool operator==(const FileRecord&) const = default;
};

void encode_record(std::string& bytes, const FileRecord& record);
/// The inverse; throws Error if the bytes are not from encode_record.
FileRecord decode_record(ByteSource& source);

}  // namespace dateline
