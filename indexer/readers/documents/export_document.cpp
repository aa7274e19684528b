// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/export_document.h"

#include <utility>

#include "indexer/readers/exports/nexis.h"

namespace dateline {

Reading read_export_or_document(TextDocument document) {
    if (is_nexis(document.paragraphs)) return read_nexis(document.paragraphs);
    return read_document(std::move(document));
}

}  // namespace dateline
