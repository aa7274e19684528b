// SPDX-License-Identifier: GPL-2.0-or-later
// Sections of the indexer's manual that are more than a line.
#pragma once

#include "common/command_line.h"

namespace dateline {

Section folder_section();   ///< .dateline.yaml and .datelineignore
Section outlets_section();  ///< outlets.toml

}  // namespace dateline
