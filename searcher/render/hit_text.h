// SPDX-License-Identifier: GPL-2.0-or-later
// What the renderers for people call a hit's values: safe for a terminal, guesses marked.
#pragma once

#include <string>

#include "searcher/result.h"

namespace dateline {

/// The title; what stands for one if the article has none; else "untitled".
LitText shown_title(const Hit& hit);

/// The outlet, with a mark if it is a guess; empty if it is not known.
LitText shown_outlet(const Hit& hit);

/// The place in its file, relative to `folder` if it lies below that ("" for none); on another
/// machine behind its name.
std::string shown_path(const Hit& hit, const std::string& folder);

}  // namespace dateline
