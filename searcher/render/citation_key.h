// SPDX-License-Identifier: GPL-2.0-or-later
// The key by which a text cites an article: field2026anthropic-k3f.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/result.h"

namespace dateline {

/// The first author's family name, else the outlet, the year ("nd": none), the first word of the
/// title that says something, and five letters or digits that depend on title, outlet, day and URL,
/// or where there is none on the text. It is made of the article alone: not of its file's place, so
/// that it stays when that moves, nor of the articles beside it. ASCII letters, digits and one
/// hyphen.
std::string citation_key(const Hit& hit);

/// The keys of one list, in which none may come twice: what is the same article in two files has
/// its ids behind it, in any order of the list.
std::vector<std::string> citation_keys(const std::vector<Hit>& hits);

}  // namespace dateline
