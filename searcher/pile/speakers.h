// SPDX-License-Identifier: GPL-2.0-or-later
// Who said a quotation, as its sentence tells: the subject of the said-verb behind it or before it,
// else whoever said the quotation before in the paragraph. Nobody is guessed from other sentences.
// Behind pile/quotations.h; words are those of the article's language (pile/said_verbs.h).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/pile/quotations.h"
#include "searcher/query/span.h"

namespace dateline {

struct Speaker {
    std::string name;      ///< as written, without titles; of a pronoun "he"
    std::string probably;  ///< whom a pronoun means, if that can be told; never a fact
    bool certain = false;  ///< the sentence names the speaker
    Span mention;          ///< where the text does so, with titles

    bool operator==(const Speaker&) const = default;
};

/// The speaker of each of the quotations of `body`, which are all of them as quotations() gives
/// them; nothing where none is told, or the language (a code as "en") has no said-verbs here.
std::vector<std::optional<Speaker>> speakers(std::string_view body,
                                             std::span<const Quotation> quotations,
                                             std::string_view language);

}  // namespace dateline
