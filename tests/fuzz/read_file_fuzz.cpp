// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/readers.h"
#include "tests/fuzz/check_reading.h"

// The name decides where the content does not; two of them reach every reader.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const char* name : {"a.md", "a.html"}) {
        dateline::check_reading(dateline::read_file(name, bytes));
    }
    return 0;
}
