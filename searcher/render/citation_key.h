// SPDX-License-Identifier: GPL-2.0-or-later
// The key by which a text cites an article: field2026anthropic-k3f.
#pragma once

#include <set>
#include <string>

#include "common/article.h"

namespace dateline {

/// The first author's family name, else the outlet, the year ("nd": none), the first word of the
/// title that says something, and three letters or digits that depend on title, outlet and day. It
/// is made of the article alone: not of its file's place, so that it stays when that moves, nor of
/// the articles beside it. ASCII letters, digits and one hyphen.
std::string citation_key(const Article& article);

/// Keys within one list, in which none may come twice: copies of one article are told apart by
/// their ids.
class CitationKeys {
public:
    std::string next(const Article& article);

private:
    std::set<std::string> given_;
};

}  // namespace dateline
