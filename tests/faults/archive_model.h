// SPDX-License-Identifier: GPL-2.0-or-later
// What an index should know of its folders through a history (history.cpp): of those that a run
// compared, what an index made from nothing knows; of the others, what it knew before.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/faults/archive.h"

namespace dateline {

using Words = std::vector<std::string>;

bool has(const Words& list, const std::string& word);

/// One run, in words for the command line.
struct Run {
    Words named;
    Words forgotten;
    std::optional<Words> filter;
    Words options;
    bool rebuild = false;

    Words arguments() const;
};

struct KnownRoot {
    std::string name;                             ///< in the sandbox
    Words filter;                                 ///< options
    std::map<std::string, std::string> articles;  ///< as in IndexContents
};

/// What a run should have made of the index.
struct Outcome {
    std::map<std::uint32_t, KnownRoot> roots;
    IndexContents contents;
    std::string problems;  ///< lines, of the folders compared
};

class ArchiveModel {
public:
    explicit ArchiveModel(const cli::Sandbox& sandbox) : sandbox_(sandbox) {}

    std::string away;  ///< name of the folder that is not there
    Words spared;      ///< folders of which a run would not remove so much

    Words names() const;             ///< of the folders that the index knows
    IndexContents contents() const;  ///< of the index

    /// New folders have the numbers that the index `actual` gave them, if these are new.
    Outcome after(const Run& run, const IndexContents& actual);
    void accept(const Outcome& outcome);
    void folders_changed() { fresh_.clear(); }

private:
    void refresh(const std::vector<std::uint32_t>& numbers, Outcome& outcome);
    IndexContents contents_of(const std::map<std::uint32_t, KnownRoot>& roots) const;

    const cli::Sandbox& sandbox_;
    bool made_ = false;
    std::map<std::uint32_t, KnownRoot> known_;
    std::uint32_t next_number_ = 0;
    std::map<std::string, IndexContents> fresh_;  ///< of the folders as they are now
};

}  // namespace dateline
