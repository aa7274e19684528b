// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/copies_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/counted.h"
#include "common/terminal.h"

namespace dateline {
namespace {

/// "also in 14 outlets, 20 articles"; where they are of its own outlet, the articles alone
std::string where_else(const HitCopies& copies) {
    const std::uint64_t articles = copies.ids.size();
    if (copies.outlets == 0)
        return fmt::format("also in {} more {}", grouped(articles),
                           plural(articles, "article", "articles"));
    const std::string outlets = "also in " + counted(copies.outlets, "outlet", "outlets");
    if (articles == copies.outlets) return outlets;
    return outlets + ", " + counted(articles, "article", "articles");
}

/// The first by its id, of which a part would find nothing: what there is no room for is left out.
std::string first_unnamed(const std::string& id, const std::string& others, const std::string& day,
                          std::size_t columns) {
    for (const std::string& text :
         {fmt::format("; first {}{}, {}", id, others, day), fmt::format("; first {}, {}", id, day)})
        if (text.size() <= columns) return text;
    return fmt::format("; first {}", day);
}

/// "first Reuters, 2026-02-26", in so many columns
std::string first_text(const HitCopies& copies, std::size_t columns) {
    if (!copies.first) return "";
    const std::string day = to_string(*copies.first->published);
    const std::string others =
        copies.tied == 0 ? "" : fmt::format(" and in {} more", grouped(copies.tied));
    if (copies.is_first) return fmt::format("; first here{}, {}", others, day);
    if (copies.first->outlet.empty()) return first_unnamed(copies.first->id, others, day, columns);
    const std::string outlet = make_safe(copies.first->outlet);
    const std::string rest = fmt::format("; first {}, {}", others, day);
    const std::size_t room = std::max<std::size_t>(columns, rest.size() + 8) - rest.size();
    return fmt::format("; first {}{}, {}", cut_to_width(outlet, room), others, day);
}

std::string percent_of(double share) {
    return fmt::format("{:.0f} %", share * 100);
}

std::string first_share_text(const CopyShare& share) {
    const std::string_view dated = share.undated > 0 ? " of the dated" : "";
    if (share.tied == 0) return fmt::format("the first{} in this archive", dated);
    return fmt::format("of the first day in this archive, as {}",
                       counted(share.tied, "other", "others"));
}

}  // namespace

std::string copies_line(const HitCopies& copies, std::size_t columns) {
    std::vector<std::string> kinds;
    for (const auto& [kind, articles] : copies.kinds)
        kinds.push_back(grouped(articles) + ' ' + std::string(name_of(kind)));
    const std::string where = where_else(copies);
    if (copies.undated > 0 && copies.first) kinds.push_back(grouped(copies.undated) + " undated");
    const std::string of_kinds = fmt::format(" ({})", fmt::join(kinds, ", "));
    const std::size_t taken = where.size() + of_kinds.size();
    return where + first_text(copies, columns - std::min(columns, taken)) + of_kinds;
}

std::string copy_share_text(const CopyShare& share) {
    if (share.first) return first_share_text(share);
    const std::string own =
        share.own() < .005 ? "" : fmt::format("; {} of its own", percent_of(share.own()));
    switch (share.kind) {
        case CopyKind::same:
            return "the same text" + own;
        case CopyKind::edited:
        case CopyKind::cut:
        case CopyKind::longer:
            return fmt::format("{}: {} of the first one's text{}", name_of(share.kind),
                               percent_of(share.kept()), own);
        case CopyKind::within:
            return fmt::format("a part of it: {} of its text", percent_of(share.kept()));
        case CopyKind::around:
            return "has it as a part" + own;
    }
    return "";
}

}  // namespace dateline
