// SPDX-License-Identifier: GPL-2.0-or-later
// Citations of the articles found: APA (7th edition), Chicago (17th, bibliography), BibTeX and RIS.
#pragma once

#include <ostream>
#include <string>

#include "searcher/result.h"

namespace dateline {

enum class CitationStyle { apa, chicago, bibtex, ris };

/// A citation of each hit, in their order. Plain text in UTF-8, safe to print on a terminal; what
/// is not known is left out, as the styles have it.
void render_citations(const SearchResult& result, CitationStyle style, std::ostream& out);

/// A name as written, "Maria van der Berg", by its parts.
struct PersonName {
    std::string family;  ///< "van der Berg"; of an organisation the whole name
    std::string given;   ///< "Maria"; "" for an organisation
    std::string suffix;  ///< "Jr."

    bool operator==(const PersonName&) const = default;
};

/// Agencies, desks and single names are not taken apart.
PersonName parse_name(const std::string& name);

}  // namespace dateline
