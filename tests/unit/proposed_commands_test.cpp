// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/proposed_commands.h"

#include <doctest/doctest.h>

#include "common/for_shell.h"

namespace dateline {

TEST_CASE("a proposed command is for the index that was named") {
    CHECK(for_this_index("run 'dateline-index --status'", "") == "run 'dateline-index --status'");
    CHECK(for_this_index("run 'dateline-index --status' or 'dateline-index --rebuild'!", "my ix") ==
          "run 'dateline-index --index \"my ix\" --status' or "
          "'dateline-index --index \"my ix\" --rebuild'!");
    CHECK(for_this_index("dateline-index is busy", "ix") == "dateline-index is busy");
}

TEST_CASE("a word is one word of the shell's, whatever is in it") {
    CHECK(for_shell("/mnt/a-b_c.2") == "/mnt/a-b_c.2");
    CHECK(for_shell("") == "\"\"");
    CHECK(for_shell("a b") == "\"a b\"");
    CHECK(for_shell("$(x) `y` \"z\" \\") == "\"\\$(x) \\`y\\` \\\"z\\\" \\\\\"");
    CHECK(for_shell("é") == "\"é\"");
}

}  // namespace dateline
