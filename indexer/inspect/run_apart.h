// SPDX-License-Identifier: GPL-2.0-or-later
// Work in a process of its own: Xapian reads damaged tables without looking where it reads, and
// what kills the child is only news for the parent.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace dateline {

/// Runs `work` in a child process; the bytes that it returned, or nothing if the child died of it.
/// An Error that `work` throws is thrown here. Not to be called while other threads run.
std::optional<std::string> run_apart(const std::function<std::string()>& work);

}  // namespace dateline
