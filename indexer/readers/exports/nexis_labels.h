// SPDX-License-Identifier: GPL-2.0-or-later
// What Nexis calls the parts of an article, in the languages of its pages.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/exports/export_article.h"

namespace dateline {

struct NexisLabel {
    std::string_view name;                        ///< in lower case: "load-date"
    std::string ExportArticle::*value = nullptr;  ///< nullptr: of no use to us, as the load date
};

struct LabelledText {
    const NexisLabel* label = nullptr;
    std::string_view value;
};

/// "BYLINE: Ann Lee" -> its label and what follows it; nothing if the text begins with none.
std::optional<LabelledText> nexis_label(std::string_view text);

}  // namespace dateline
