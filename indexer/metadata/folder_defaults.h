// SPDX-License-Identifier: GPL-2.0-or-later
// What the `.dateline.yaml` files of a folder and of those above it say for all articles below.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/origin.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

struct Defaults {
    std::vector<RawField> fields;  ///< nearest folder first
    std::string from;              ///< root-relative path of the nearest file, "" if there is none
    /// Of the files' names and bytes, those above included; 0 if there is none. One that cannot be
    /// read has a hash too, so that its articles are read again when it can.
    std::uint64_t hash = 0;
};

/// The defaults of one root's folders, each file read once.
class FolderDefaults {
public:
    explicit FolderDefaults(std::string root) : root_(std::move(root)) {}

    /// Of the folder with this root-relative path ("" is the root). Lives as long as this object.
    const Defaults& of(const std::string& folder);

    /// What was wrong with the files read so far.
    const std::vector<Problem>& problems() const { return problems_; }

private:
    Defaults read(const std::string& folder);
    std::vector<RawField> fields_of(std::string_view bytes, const std::string& name);

    std::string root_;
    std::map<std::string, Defaults> known_;
    std::vector<Problem> problems_;
};

}  // namespace dateline
