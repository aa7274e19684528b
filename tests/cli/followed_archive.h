// SPDX-License-Identifier: GPL-2.0-or-later
// A small archive that saved searches follow.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/cli/harness.h"
#include "tests/unit/made_text.h"

namespace dateline::cli {

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The text of the articles differs by `number`.
inline std::string article(std::uint32_t number, const std::string& more = "",
                           const std::string& url = "") {
    return "---\ntitle: Report " + std::to_string(number) +
           "\noutlet: The Post\ndate: 2026-02-01\n" + (url.empty() ? "" : "url: " + url + "\n") +
           "---\n\nThe harbour was shut. " + words(number, 80) + ". " + more + "\n";
}

class Archive {
public:
    Archive() {
        for (std::uint32_t i = 1; i <= 3; ++i) put(std::to_string(i), article(i));
        index({"articles"});
    }

    void put(const std::string& name, const std::string& bytes) const {
        sandbox.write("articles/" + name + ".md", bytes);
    }
    void index(const std::vector<std::string>& arguments = {}) const {
        std::vector<std::string> all{"--quiet"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        REQUIRE(sandbox.index(all).status == 0);
    }
    std::string searches() const { return sandbox.read(".config/dateline/searches.toml"); }
    void write_searches(const std::string& text) const {
        sandbox.write(".config/dateline/searches.toml", text);
    }

    Sandbox sandbox;
};

}  // namespace dateline::cli
