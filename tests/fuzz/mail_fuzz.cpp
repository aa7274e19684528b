// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/readers.h"
#include "tests/fuzz/check_reading.h"

// Mail is read as bytes: its parts have character sets of their own.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    dateline::check_reading(dateline::read_mail({reinterpret_cast<const char*>(data), size}));
    return 0;
}
