// SPDX-License-Identifier: GPL-2.0-or-later
// What is said of stories and quotations beside a hit, in plain text.
#pragma once

#include <string>

#include "searcher/result.h"

namespace dateline {

/// "said by Dario Amodei; also in 3 articles, with up to 18 words more"; "he (probably Amodei) said
/// it; without 3 words of it"
std::string said_text(const Said& said);

/// "about a third is new"; the share is 0..1.
std::string fresh_text(double share);

/// "2026-02-26  Reuters: Title  1abc": an article beside a story, in one line.
std::string related_line(const Hit& hit);

/// "covered by 12 of the 31 outlets that wrote in those days; not by A, B"
std::string coverage_text(const Coverage& coverage);

}  // namespace dateline
