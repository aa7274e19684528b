// SPDX-License-Identifier: GPL-2.0-or-later
// The paragraphs of an article as quotations need them: a line each or, where lines are wrapped to
// a width, what stands between blank lines and indents. A part of quotations.h and speakers.h.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/span.h"

namespace dateline {

/// Where paragraphs stand, in the text's order, without the blanks around them; none is empty.
std::vector<Span> paragraphs_of(std::string_view body);

}  // namespace dateline
