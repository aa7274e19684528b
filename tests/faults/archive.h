// SPDX-License-Identifier: GPL-2.0-or-later
// Small archives in a sandbox, and what must be true of their index after any run: it is sound, and
// it holds what one made from nothing would hold.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/cli/harness.h"
#include "tests/faults/index_contents.h"

namespace dateline {

/// The folders a, b and c: articles in files of their own and in files of many.
void write_archive(const cli::Sandbox& sandbox);

/// Changes, adds, removes and moves articles of a and b, some of them lines of a file.
void change_archive(const cli::Sandbox& sandbox);

/// By their numbers in the index: names in the sandbox.
using RootNames = std::map<std::uint32_t, std::string>;

/// What an index made now from nothing holds of these folders, under these numbers.
IndexContents from_nothing(const cli::Sandbox& sandbox, const RootNames& roots,
                           const std::vector<std::string>& options = {});

/// What `--verify` and xapian-check find in the sandbox's index; "" if it is sound or not there.
std::string unsoundness(const cli::Sandbox& sandbox);

/// What lies in the index folder beside the four names of a whole index, or is missing.
std::string leftovers(const cli::Sandbox& sandbox);

/// What the sandbox's index holds; what went wrong in place of `flaws` if it cannot be read.
IndexContents index_contents(const cli::Sandbox& sandbox);

/// Replaces the folder `to` by a copy of `from`, or by nothing if there is no `from`.
void copy_folder(const cli::Sandbox& sandbox, const std::string& from, const std::string& to);

/// The lines that a run with --verbose told of files, from its stderr, sorted.
std::string problems_told(const std::string& errors);

/// How a run ended, for the message of a failed test.
std::string told(const cli::Output& output);

}  // namespace dateline
