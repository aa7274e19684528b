// SPDX-License-Identifier: GPL-2.0-or-later
// After a change of outlets.toml most files are as they were: only those are read again whose
// articles asked for a name or host that means something else now.
#pragma once

#include <string>

#include "indexer/metadata/folder_defaults.h"
#include "indexer/sync/ledger.h"
#include "indexer/sync/read_settings.h"

namespace dateline {

/// Gives the context of the settings to all records made with the outlets `before` (the text of the
/// file as it was when the root was compared last) on which their difference has no effect. True if
/// there are any.
bool adopt_outlets(Ledger& ledger, const std::string& before, const ReadSettings& settings,
                   FolderDefaults& defaults);

}  // namespace dateline
