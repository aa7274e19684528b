// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/progress_bar.h"

#include <doctest/doctest.h>

#include <sstream>

namespace dateline {
namespace {

TEST_CASE("the progress line tells the files that are read, then what is done with them") {
    CHECK(progress_line(RunPhase::reading, 1'000, 4'000, 80) ==
          "[##########..............................]  25 %  reading 1,000 of 4,000 files");
    CHECK(progress_line(RunPhase::writing, 0, 0, 80) ==
          "[########################################]        writing the index");
    for (std::size_t width = 20; width <= 100; ++width)
        for (const RunPhase phase :
             {RunPhase::reading, RunPhase::writing, RunPhase::checking, RunPhase::compacting})
            CHECK(progress_line(phase, 999'999, 1'000'000, width).size() < width + 3);  // with "…"
}

TEST_CASE("the line is gone when the bar is, and stays gone if it never came") {
    std::ostringstream out;
    { ProgressBar bar(out, 80); }
    CHECK(out.str().empty());
    {
        ProgressBar bar(out, 80);
        for (std::uint64_t i = 1; i <= 10'000; ++i) bar.show(RunPhase::reading, i, 10'000);
        bar.show(RunPhase::checking, 0, 0);
    }
    const std::string text = out.str();
    CHECK(text.size() < 30'000);
    CHECK(text.find("100 %") != std::string::npos);
    CHECK(text.ends_with("checking the index\033[K\r\033[K"));
}

}  // namespace
}  // namespace dateline
