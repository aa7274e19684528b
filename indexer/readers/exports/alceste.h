// SPDX-License-Identifier: GPL-2.0-or-later
// How texts marked up for Alceste and its kin (IRaMuTeQ) are told.
#pragma once

#include <string_view>

namespace dateline {

/// The first line begins a text: "**** *source_Halden *date_2026-03-04".
bool begins_alceste(std::string_view text);

}  // namespace dateline
