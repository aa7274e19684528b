// SPDX-License-Identifier: GPL-2.0-or-later
// Bodies that are no people: "European Commission", "Bundesnetzagentur GmbH".
#pragma once

#include <string_view>

namespace dateline {

/// True if a word of the name says that it is a body's, in one of the languages of the press.
bool names_organization(std::string_view name);

}  // namespace dateline
