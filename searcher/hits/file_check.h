// SPDX-License-Identifier: GPL-2.0-or-later
// Whether the files of the hits are still what was indexed. It must not cost more than the search:
// a file is looked at once, read only if its time alone differs, and what is read is bounded.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "common/file_stamp.h"
#include "searcher/result.h"

namespace dateline {

/// One for each search.
class FileCheck {
public:
    using Hash = std::function<std::uint64_t(const std::string& path)>;

    /// So many bytes of files are read in a search; what does not fit stays unchecked.
    static constexpr std::uint64_t usual_bytes = 64 << 20;

    explicit FileCheck(Hash hash = hash_file, std::uint64_t most_bytes = usual_bytes)
        : hash_(std::move(hash)), bytes_left_(most_bytes) {}

    /// Of a file as the index knows it; `indexed` is asked for that stamp once, however many
    /// articles the file has.
    FileState state_of(const std::string& index, const std::string& path,
                       const std::function<FileStamp()>& indexed);

    /// How many files could not be compared, and what the user is told of them, if there are any.
    std::size_t unchecked() const { return unchecked_; }
    std::optional<std::string> note() const;

private:
    FileState check(const std::string& path, const FileStamp& indexed);

    Hash hash_;
    std::uint64_t bytes_left_;
    std::map<std::pair<std::string, std::string>, FileState> known_;  ///< by index and path
    std::size_t unchecked_ = 0;
};

}  // namespace dateline
