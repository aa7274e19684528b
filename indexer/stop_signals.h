// SPDX-License-Identifier: GPL-2.0-or-later
// The signals by which a user ends a run: noted, and heeded where the run is at rest. A part of the
// main.
#pragma once

#include <atomic>
#include <cstdint>

namespace dateline {

/// Set by the first SIGINT or SIGTERM; a second one ends the program at once (130).
extern std::atomic<bool> stop_requested;

/// From now on. A file that may not grow is an error, too, like a full disk.
void heed_signals();

/// Sleeps, unless a signal asks to stop: one that comes just before ends the sleep, too.
void pause_for(std::uint32_t seconds);

}  // namespace dateline
