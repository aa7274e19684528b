// SPDX-License-Identifier: GPL-2.0-or-later
// Folders of articles that have a word of their own, for the tests of what becomes of folders.
#pragma once

#include <string>

#include "tests/cli/harness.h"

namespace dateline::cli {

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

inline void write_articles(const Sandbox& sandbox, const std::string& folder, int count) {
    for (int i = 0; i < count; ++i)
        sandbox.write(folder + "/" + std::to_string(i) + ".md",
                      "# Title " + std::to_string(i) + "\n\nThe " + folder + "word is here.\n");
}

inline std::string count(const Sandbox& sandbox, const std::string& word) {
    return sandbox.search({"--count", word}).out;
}

inline void rename(const Sandbox& sandbox, const std::string& from, const std::string& to) {
    std::filesystem::rename(sandbox.path() / from, sandbox.path() / to);
}

}  // namespace dateline::cli
