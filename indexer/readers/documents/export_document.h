// SPDX-License-Identifier: GPL-2.0-or-later
// Word processors' files that news services made: an export of many articles, or a document.
#pragma once

#include "indexer/readers/documents/text_document.h"

namespace dateline {

/// The articles of the news service that made it, else those of the document.
Reading read_export_or_document(TextDocument document);

}  // namespace dateline
