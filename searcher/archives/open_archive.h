// SPDX-License-Identifier: GPL-2.0-or-later
// Opens an archive as it was asked for, on this machine or on another.
#pragma once

#include <functional>

#include "searcher/archives/archives.h"
#include "searcher/archives/named_folder.h"

namespace dateline {

/// One on another machine has its patience to answer all that it is asked, or throws IndexError.
/// Throws as open_once().
Archive open_archive(const NamedFolder& wanted);

/// Runs `use`; where an archive on another machine fails it, throws the IndexError that names it.
void use_archives(const Archives& archives, const std::function<void(const Archives&)>& use);

}  // namespace dateline
