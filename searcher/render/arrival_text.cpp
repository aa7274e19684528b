// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/arrival_text.h"

#include <fmt/format.h>

#include "common/counted.h"

namespace dateline {

std::string part_heading(const SearchPart& part) {
    if (!part.tells_new)
        return fmt::format("{}: {} that came in", part.name,
                           counted(part.articles, "article", "articles"));
    std::string text =
        fmt::format("{}: {} of {}", part.name,
                    counted(part.articles, "new article", "new articles"), grouped(part.matches));
    if (part.left > 0) text += fmt::format(", {} not shown", grouped(part.left));
    return text;
}

std::optional<std::string> note_of_left(const SearchPart& part) {
    if (part.left == 0) return std::nullopt;
    return fmt::format("{}: {} more {} new, and {} so; --new {} -n0 shows all", part.name,
                       grouped(part.left), plural(part.left, "is", "are"),
                       plural(part.left, "stays", "stay"), part.name);
}

const SearchPart* part_at(const SearchResult& result, std::size_t hit) {
    std::size_t begin = 0;
    for (const SearchPart& part : result.parts) {
        if (begin == hit && part.hits > 0) return &part;
        begin += part.hits;
    }
    return nullptr;
}

std::string arrival_text(const Arrival& arrival) {
    switch (arrival.kind) {
        case ArrivalKind::fresh:
            return "";
        case ArrivalKind::copy:
            return fmt::format("same text as {}", arrival.of);
        case ArrivalKind::version:
            return arrival.of.empty() ? "new version: another text under its URL"
                                      : fmt::format("new version of {}", arrival.of);
    }
    return "";
}

}  // namespace dateline
