// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fuzz/check_container.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    dateline::check_container(dateline::read_enex, {reinterpret_cast<const char*>(data), size});
    return 0;
}
