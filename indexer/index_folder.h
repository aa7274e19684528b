// SPDX-License-Identifier: GPL-2.0-or-later
// The writer's side of the index folder: the lock, new generations and the switch to them. The
// layout is in common/index_store.h.
#pragma once

#include <atomic>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr std::string_view last_run_name = "last-run";

/// Holds INDEX/lock for as long as it lives; the system releases it when the process dies.
class IndexLock {
public:
    /// Makes the folder (mode 0700, since an index lets anyone rebuild the texts) if need be. If
    /// another process holds the lock: tells `on_wait` who and waits, until `*stop` if given (an
    /// Error with status 130), or throws Error with status_busy if `wait` is false.
    IndexLock(const std::string& folder, bool wait, void (*on_wait)(const std::string& who),
              const std::atomic<bool>* stop);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;

private:
    int file_ = -1;
};

/// The folder of the current generation, "" if there is none. Throws Error if the stub is not ours.
std::string current_generation(const std::string& folder);

/// Removes what crashed runs have left: generations that the stub does not name, temporary files.
/// Nothing of another name or kind is touched. To be called with the lock.
void remove_leftovers(const std::string& folder);

/// A folder for the next generation that does not exist yet.
std::string next_generation(const std::string& folder);

/// Flushes a file or folder to the disk. Throws Error.
void sync_path(const std::string& path);

/// Makes `generation` (a folder in `folder`, complete and durable) the current one by one rename,
/// then removes the others. Readers that still use an old one find the new one when they open
/// again.
void publish_generation(const std::string& folder, const std::string& generation);

}  // namespace dateline
