// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/export_document.h"

#include <utility>

namespace dateline {

Reading read_export_or_document(TextDocument document) {
    return read_document(std::move(document));
}

}  // namespace dateline
