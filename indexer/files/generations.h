// SPDX-License-Identifier: GPL-2.0-or-later
// The generations of an index: the next one, the switch to it, and what is to go. The layout of the
// index folder, and how it is read, is in common/index_files.h.
#pragma once

#include <string>
#include <string_view>

#include "common/index_files.h"

namespace dateline {

inline constexpr std::string_view last_run_name = "last-run";

/// What --rebuild may learn the folders from: the current generation, or the newest one if the stub
/// is damaged or gone or names one that is not there; "" if there is none. Throws Error if the stub
/// is somebody else's.
std::string generation_to_rebuild(const std::string& folder);

/// Removes what crashed runs have left: generations that the stub does not name, temporary files.
/// Nothing of another name or kind is touched, and no generation if the stub is damaged. Where
/// there is no stub, the newest generation stays until another is published: it may be all that is
/// left of an index. To be called with the lock.
void remove_leftovers(const std::string& folder);

/// Whether some process, dateline-index or not, has the database open for writing.
bool has_writer(const std::string& generation);

/// A folder for the next generation that does not exist yet.
std::string next_generation(const std::string& folder);

/// Makes `generation` (a folder in `folder`, complete and durable) the current one by one rename,
/// then removes the others. Readers that still use an old one find the new one when they open
/// again.
void publish_generation(const std::string& folder, const std::string& generation);

/// A folder for the next generation of an index, which somebody else makes and fills. It is gone
/// again, with all that is in it, unless it became the current generation.
class NewGeneration {
public:
    explicit NewGeneration(const std::string& index);
    ~NewGeneration();
    NewGeneration(const NewGeneration&) = delete;
    NewGeneration& operator=(const NewGeneration&) = delete;

    const std::string& path() const { return path_; }

    /// See publish_generation(). Throws Error; the index then has the one or the other.
    void publish();

private:
    std::string index_;
    std::string path_;
    bool kept_ = false;
};

}  // namespace dateline
