// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf/pdf_article.h"
#include "tests/fuzz/check_reading.h"

// The rows come from a process that read a hostile file.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    dateline::check_reading(dateline::read_pdf_rows({reinterpret_cast<const char*>(data), size}));
    return 0;
}
