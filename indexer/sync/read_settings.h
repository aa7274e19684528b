// SPDX-License-Identifier: GPL-2.0-or-later
// What all files of a run are read with.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/calendar.h"
#include "indexer/metadata/folder_defaults.h"
#include "indexer/metadata/outlets/outlets.h"

namespace dateline {

/// Raised when readers or metadata rules give other articles for the same bytes, so that the next
/// run reads all files again.
inline constexpr std::uint64_t readers_version = 6;

struct ReadSettings {
    std::string outlets_text;                     ///< of the user's outlets.toml, for the context
    std::shared_ptr<const Outlets> own_outlets;   ///< with those; null if there are none
    std::vector<std::string> notes;               ///< of what in that text is not heeded
    std::uint64_t most_article_bytes = 32 << 20;  ///< a larger file of one article is not read
    Day today{};                                  ///< later dates are reported
    const std::atomic<bool>* stop = nullptr;      ///< true: the user pressed Ctrl-C

    /// All that are known. Without own ones the built-in list is read at the first call, since a
    /// run that reads no file does not need it.
    const Outlets& outlets() const;
    /// Hash of all beside a file's bytes that makes its articles what they are.
    std::uint64_t context(const Defaults& defaults) const;
    /// Throws Interrupted after a Ctrl-C.
    void heed_stop() const;
};

/// Thrown when the user pressed Ctrl-C. Nobody but the run itself catches it.
struct Interrupted {};

/// The settings that every look at the files begins with. Throws Error if the text of the user's
/// outlets.toml is not right.
ReadSettings read_settings(const std::string& outlets);

}  // namespace dateline
