// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/nexis_labels.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"

namespace dateline {

namespace {

using A = ExportArticle;

// clang-format off
constexpr auto labels = std::to_array<NexisLabel>({
    {"byline", &A::byline},      {"autor", &A::byline},       {"auteur", &A::byline},
    {"autore", &A::byline},      {"author", &A::byline},      {"firma", &A::byline},
    {"section", &A::section},    {"rubrik", &A::section},     {"rubrique", &A::section},
    {"sección", &A::section},    {"sezione", &A::section},    {"sectie", &A::section},
    {"highlight", &A::summary},  {"encart", &A::summary},     {"abstract", &A::summary},
    {"headline", &A::title},     {"überschrift", &A::title},  {"titre", &A::title},
    {"url", &A::url},            {"acc-no", &A::accession},   {"accession number", &A::accession},
    {"length"}, {"länge"}, {"longueur"}, {"longitud"}, {"lunghezza"}, {"lengte"}, {"laenge"},
    {"dateline"}, {"ort"}, {"lieu"}, {"dateline/ort"},
    {"load-date"}, {"load date"}, {"update"}, {"date-chargement"}, {"fecha-carga"}, {"laaddatum"},
    {"ladedatum"}, {"data di caricamento"},
    {"language"}, {"sprache"}, {"langue"}, {"idioma"}, {"lingua"}, {"taal"},
    {"publication-type"}, {"publication type"}, {"type-publication"}, {"pub-type"}, {"publikationstyp"},
    {"journal-code"}, {"zeitungs-code"}, {"publication code"}, {"code-journal"}, {"issn"}, {"isbn"},
    {"subject"}, {"thema"}, {"sujet"}, {"organization"}, {"organisation"}, {"company"}, {"firmen"},
    {"societe"}, {"société"}, {"person"}, {"personne"}, {"personen"}, {"geographic"}, {"geografie"},
    {"localisation-geo"}, {"country"}, {"state"}, {"city"}, {"pays"}, {"land"}, {"industry"},
    {"branche"}, {"secteur-activite"}, {"ticker"}, {"symbole-boursier"}, {"category"},
    {"graphic"}, {"grafik"}, {"illustration"}, {"graphique"}, {"bibliographie"}, {"notes"},
    {"series"}, {"type"}, {"document-type"}, {"correction"}, {"correction-date"}, {"name"},
    {"copyright"}, {"distribution"}, {"edition"}, {"page"}, {"pages"}, {"supplement"},
});
// clang-format on

constexpr std::size_t longest_label = 24;

}  // namespace

std::optional<LabelledText> nexis_label(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == text.npos || colon == 0 || colon > longest_label) return std::nullopt;
    std::string name = ascii::lowered(ascii::trim(text.substr(0, colon)));
    // Capitals with accents, as in LÄNGE.
    for (const auto& [capital, small] :
         {std::pair{"Ä", "ä"}, {"Ü", "ü"}, {"Ö", "ö"}, {"É", "é"}, {"Ó", "ó"}})
        for (std::size_t at = name.find(capital); at != name.npos; at = name.find(capital))
            name.replace(at, 2, small);
    const auto* found = std::ranges::find(labels, name, &NexisLabel::name);
    if (found == labels.end()) return std::nullopt;
    return LabelledText{found, ascii::trim(text.substr(colon + 1))};
}

}  // namespace dateline
