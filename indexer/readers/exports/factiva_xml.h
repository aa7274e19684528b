// SPDX-License-Identifier: GPL-2.0-or-later
// How Factiva's answers in XML are told.
#pragma once

#include <string_view>

namespace dateline {

/// Their root element within the first bytes.
bool begins_factiva_xml(std::string_view text);

}  // namespace dateline
