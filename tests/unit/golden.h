// SPDX-License-Identifier: GPL-2.0-or-later
// Whole outputs kept as files in tests/golden/. Run the tests with DATELINE_ACCEPT=1 to accept what
// is printed now as what is wanted, then read the difference before committing it.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace dateline {

/// Compares with tests/golden/`name`, or writes it.
inline void check_golden(const std::string& name, const std::string& text) {
    const std::string path = std::string(DATELINE_SOURCE) + "/tests/golden/" + name;
    if (std::getenv("DATELINE_ACCEPT") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "no golden " << path << "; make it with DATELINE_ACCEPT=1");
    std::ostringstream wanted;
    wanted << file.rdbuf();
    CAPTURE(name);
    CHECK(text == wanted.str());
}

}  // namespace dateline
