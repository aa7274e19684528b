// SPDX-License-Identifier: GPL-2.0-or-later
// Who wrote an article, in the order of trust: stated, shown on the page, named in the first lines
// of its text, by a line that says whence it came, by the properties of its file.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/metadata/opening.h"
#include "indexer/metadata/outlets/source_lines.h"
#include "indexer/metadata/stated_fields.h"

namespace dateline {

/// Sets the authors that are stated or shown, other than the site itself (`sites` are its names),
/// else those of the text.
void resolve_authors(const StatedFields& stated, const std::vector<std::string>& sites,
                     const Opening& opening, const SourceLines& lines, Article& article);

/// Those that the text names, if the article has none: a stated one may have been an agency.
void take_authors_of_text(const Opening& opening, const SourceLines& lines, Article& article);

/// Whose name the file's properties have, where its text names nobody.
void take_author_of_file(const StatedFields& stated, Article& article);

}  // namespace dateline
