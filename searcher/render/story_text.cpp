// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/story_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/counted.h"
#include "searcher/render/lit_text.h"

namespace dateline {
namespace {

std::string who_said(const Said& said) {
    if (said.speaker.empty()) return "who said it is not told here";
    if (said.named) return "said by " + said.speaker;
    if (said.probably.empty()) return said.speaker + " said it";
    return fmt::format("{} (probably {}) said it", said.speaker, said.probably);
}

}  // namespace

std::string said_text(const Said& said) {
    std::string text = said.in_marks ? who_said(said) : "not in quotation marks";
    const std::string words = counted(said.left_out, "word", "words");
    if (said.first) text += "; the first in this archive";
    if (!said.others) return said.left_out == 0 ? text : text + "; without " + words + " of it";
    if (*said.others == 0 && said.copies > 0) return text + "; elsewhere in its copies alone";
    if (*said.others == 0) return text + "; nowhere else";
    text += "; also in " + counted(*said.others, "article", "articles");
    return said.left_out == 0 ? text : text + ", with up to " + words + " more";
}

std::string fresh_text(double share) {
    struct Step {
        double below;
        std::string_view text;
    };
    constexpr Step steps[] = {
        {1e-6, "nothing is new"},
        {.04, "hardly anything is new"},
        {.18, "about a tenth is new"},
        {.29, "about a quarter is new"},
        {.42, "about a third is new"},
        {.58, "about half is new"},
        {.71, "about two thirds are new"},
        {.85, "about three quarters are new"},
        {.98, "nearly all of it is new"},
        {2, "all of it is new"},
    };
    return std::string(
        std::ranges::find_if(steps, [&](const Step& step) { return share < step.below; })->text);
}

std::string related_line(const Hit& hit) {
    const std::string outlet = hit.outlet.text.empty() ? "" : hit.outlet.text + ": ";
    const std::string title = hit.title.text.empty() ? "untitled" : hit.title.text;
    return fmt::format("{}  {}{}  {}", date_shown(hit.article), outlet, title,
                       id_shown(hit.article));
}

std::string coverage_text(const Coverage& coverage) {
    constexpr std::size_t most = 8;
    std::string text = fmt::format("covered by {} of the {} that wrote in those days",
                                   grouped(coverage.covered.size()),
                                   counted(coverage.active.size(), "outlet", "outlets"));
    if (coverage.not_by.empty()) return text;
    const std::size_t shown = std::min(most, coverage.not_by.size());
    const auto end = coverage.not_by.begin() + static_cast<std::ptrdiff_t>(shown);
    text += fmt::format("; not by {}", fmt::join(coverage.not_by.begin(), end, ", "));
    if (const std::size_t more = coverage.not_by.size() - shown; more > 0)
        text += fmt::format(" and {} more", more);
    return text;
}

}  // namespace dateline
