// SPDX-License-Identifier: GPL-2.0-or-later
// Opens an archive as it was asked for, on this machine or on another.
#pragma once

#include <functional>

#include "searcher/archives/archives.h"
#include "searcher/archives/named_folder.h"

namespace dateline {

/// Begins to connect to an archive on another machine; nothing of one on this.
std::shared_ptr<RemoteReader> begin_archive(const NamedFolder& wanted);

/// `begun`: what begin_archive() gave of it. Throws as open_once(), and IndexError (unreachable).
Archive open_archive(const NamedFolder& wanted, std::shared_ptr<RemoteReader> begun);

/// Runs `use`; where an archive on another machine fails it, throws the IndexError that names it,
/// or Xapian's NetworkError where several may be the one: the same may do better again, or one by
/// one.
void use_archives(const Archives& archives, const std::function<void(const Archives&)>& use);

}  // namespace dateline
