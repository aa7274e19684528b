// SPDX-License-Identifier: GPL-2.0-or-later
// The writer's side of the index folder: the lock, new generations and the switch to them. The
// layout, and how it is read, is in common/index_files.h.
#pragma once

#include <atomic>
#include <string>
#include <string_view>

#include "common/index_files.h"

namespace dateline {

inline constexpr std::string_view last_run_name = "last-run";

/// Holds INDEX/lock for as long as it lives; the system releases it when the process dies.
class IndexLock {
public:
    /// Makes the folder (mode 0700, since an index lets anyone rebuild the texts) if need be. If
    /// another process holds the lock: tells `on_wait` who and waits, until `*stop` if given (an
    /// Error with status 130), or throws Error with status_busy if `wait` is false. The lock is a
    /// file of this user with no other name: what a link points to is never written.
    IndexLock(const std::string& folder, bool wait, void (*on_wait)(const std::string& who),
              const std::atomic<bool>* stop);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;

private:
    int file_ = -1;
};

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

/// Flushes a file or folder to the disk. Throws Error.
void sync_path(const std::string& path);

/// Makes `generation` (a folder in `folder`, complete and durable) the current one by one rename,
/// then removes the others. Readers that still use an old one find the new one when they open
/// again.
void publish_generation(const std::string& folder, const std::string& generation);

}  // namespace dateline
