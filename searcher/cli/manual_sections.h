// SPDX-License-Identifier: GPL-2.0-or-later
// The chapters of the searcher's manual that are more than a table.
#pragma once

#include "common/command_line.h"

namespace dateline {

Section query_section();
Section counting_section();
Section copies_section();
Section following_section();
Section format_section();
Section archives_section();
Section opening_section();
Section configuration_section();

}  // namespace dateline
