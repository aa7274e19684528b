// SPDX-License-Identifier: GPL-2.0-or-later
// Opens an archive as it was asked for, on this machine or on another.
#pragma once

#include <functional>

#include "searcher/archives/archives.h"
#include "searcher/archives/named_folder.h"
#include "searcher/remote/time_limit.h"

namespace dateline {

/// Throws as open_once(), and IndexError (unreachable or silent). May be called by several threads
/// at once. `limit` must outlive the archive.
Archive open_archive(const NamedFolder& wanted, TimeLimit& limit);

/// Runs `use`; where an archive on another machine fails it, throws the IndexError that names it,
/// or Xapian's NetworkError where several may be the one: the same may do better again, or one by
/// one.
void use_archives(const Archives& archives, const std::function<void(const Archives&)>& use);

}  // namespace dateline
