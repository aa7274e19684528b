// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/tally.h"

#include <fmt/format.h>

#include "common/counted.h"

namespace dateline {

void Tally::add(JsonArticle found, Reading& reading) {
    if (found.kind == JsonKind::article && (found.is_note || is_told(found.article))) {
        ++articles;
        reading.articles.push_back(std::move(found.article));
    } else if (found.kind == JsonKind::news_item) {
        items.add(found.item);
    } else {
        ++(found.kind == JsonKind::link        ? links
           : found.kind == JsonKind::discarded ? discarded
                                               : others);
    }
}

FileEnd end_of(const Tally& tally, std::string_view what, std::vector<Problem> problems) {
    FileEnd end{std::move(problems), tally.articles > 0};
    const auto say = [&](const std::string& message) {
        end.problems.push_back({"", 0, message, false, ProblemKind::empty});
    };
    if (const std::string left_out = tally.items.text(tally.articles == 0); !left_out.empty())
        say(fmt::format("{}: {}", tally.articles == 0 ? "no article in it" : "not read", left_out));
    if (tally.discarded > 0)
        say(fmt::format("{} in the trash, left out", counted(tally.discarded, "note", "notes")));
    if (tally.articles == 0) {
        if (tally.links > 0)
            say(fmt::format("{} and no texts", counted(tally.links, "link", "links")));
        return end;
    }
    if (const std::uint64_t without = tally.links + tally.others; without > 0)
        say(fmt::format("{} of {} {} {} no text", grouped(without),
                        grouped(tally.articles + without), what, plural(without, "has", "have")));
    return end;
}

}  // namespace dateline
