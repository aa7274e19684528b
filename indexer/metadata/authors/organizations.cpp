// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/authors/organizations.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/text_parts.h"

namespace dateline {
namespace {

// clang-format off
constexpr auto words = std::to_array<std::string_view>({
    "academy", "administration", "agencies", "alliance", "army", "assembly", "association", "authority", "bank", "bureau", "center", "centre", "church",
    "club", "college", "commission", "committee", "company", "confederation", "congress", "corporation", "council", "court", "department", "federation",
    "forum", "foundation", "fund", "government", "group", "hospital", "initiative", "institute", "institution", "league", "library", "ministry", "museum",
    "office", "organisation", "organization", "parliament", "party", "police", "research", "school", "senate", "society", "trust", "union", "university",
    "ag", "amt", "behörde", "bundesamt", "bundesregierung", "bundestag", "gesellschaft", "gmbh", "gruppe", "institut", "kommission", "ministerium", "partei",
    "polizei", "stiftung", "universität", "verband", "verein", "zentrum", "e.v.", "e.v", "inc", "inc.", "llc", "ltd", "ltd.", "plc", "corp", "corp.", "ngo",
    "association", "conseil", "ministère", "parti", "syndicat", "université", "asociación", "comisión", "fundación", "gobierno", "instituto", "ministerio",
    "partido", "sindicato", "universidad", "associazione", "ministero", "università"});
// clang-format on

}  // namespace

bool names_organization(std::string_view name) {
    while (!(name = ascii::trim(name)).empty()) {
        std::string_view word = take_part(name, ' ');
        if (word.ends_with(',')) word.remove_suffix(1);
        if (std::ranges::any_of(
                words, [&](auto known) { return ascii::equal_ignoring_case(word, known); }))
            return true;
    }
    return false;
}

}  // namespace dateline
