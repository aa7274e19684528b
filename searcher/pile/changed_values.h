// SPDX-License-Identifier: GPL-2.0-or-later
// The names and numbers that differ between two texts: what a journalist looks for first in a copy
// or a correction.
#pragma once

#include <vector>

#include "searcher/pile/changes.h"
#include "searcher/pile/paragraph_parts.h"
#include "searcher/pile/text_words.h"

namespace dateline {

struct ChangedValues {
    std::vector<ChangedValue> numbers;
    std::vector<ChangedValue> names;
};

/// Those that stand for each other where words were replaced ("40" -> "42"), each once, then those
/// that one text alone has anywhere. A name is a run of words that begin with a capital though no
/// sentence begins there; where every noun does (German), only a run of two or more.
ChangedValues changed_values(const TextWords& first, const TextWords& second,
                             const std::vector<ParagraphParts>& paragraphs);

}  // namespace dateline
