// SPDX-License-Identifier: GPL-2.0-or-later
// Words of a PDF -> its article: one a file. What the document says of itself counts where the
// pages agree; its places are pages.
#pragma once

#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// `rows` as dateline-pdf writes them (pdf_words.h), of any origin.
Reading read_pdf_rows(std::string_view rows);

}  // namespace dateline
