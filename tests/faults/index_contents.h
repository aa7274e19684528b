// SPDX-License-Identifier: GPL-2.0-or-later
// All that an index holds of its articles, read through libxapian and freed of what may differ
// between two indexes of the same files: the numbers of documents and the times of the files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dateline {

struct IndexContents {
    /// Path of the article's file, with ":line" for an item of a file -> a line each of what is
    /// stored of it, its values, and its terms with their positions.
    std::map<std::string, std::string> articles;
    std::map<std::uint32_t, std::string> roots;
    std::set<std::string> synonyms;  ///< "stem form"; an update may leave some that nothing has
    std::vector<std::string> flaws;  ///< what contradicts itself in the index
    std::string problems;  ///< what the run told of files, in order of the alphabet; not compared
    bool exists = true;    ///< false: there is no index in the folder
};

/// Throws Xapian::Error if the index cannot be opened or read.
IndexContents read_contents(const std::filesystem::path& index);

/// What `actual` has that `expected` has not, and the other way round, some lines; empty if they
/// are alike and `actual` has no flaws.
std::string differences(const IndexContents& actual, const IndexContents& expected);

/// The index folder's names; a whole index has four.
std::vector<std::string> names_in(const std::filesystem::path& folder);

}  // namespace dateline
