// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/readers.h"
#include "tests/fuzz/check_reading.h"

// Zip archives: each reader takes any of them.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto read : {dateline::read_docx, dateline::read_odt, dateline::read_epub,
                            dateline::read_self_extracting_page})
        dateline::check_reading(read(bytes));
    return 0;
}
