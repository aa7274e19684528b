// SPDX-License-Identifier: GPL-2.0-or-later
// How the agencies' formats in XML are told: NITF, NewsML 1 and G2, Ritzau's.
#pragma once

#include <string_view>

namespace dateline {

/// Their root element within the first bytes.
bool begins_agency_xml(std::string_view text);

}  // namespace dateline
