// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/styles.h"

#include <array>
#include <optional>
#include <utility>

#include "common/ascii.h"

namespace dateline {

namespace {

using Kind = DocumentParagraph::Kind;

Kind kind_of_level(int level) {
    return level == 0 ? Kind::heading : Kind::subheading;
}

std::optional<Kind> kind_of_name(std::string_view name) {
    constexpr auto names = std::to_array<std::pair<std::string_view, Kind>>({
        {"title", Kind::title},
        {"titel", Kind::title},
        {"headline", Kind::title},
        {"author", Kind::author},
        {"byline", Kind::author},
        {"date", Kind::date},
        {"heading 1", Kind::heading},
        {"heading1", Kind::heading},
        {"heading_20_1", Kind::heading},
    });
    for (const auto& [known, kind] : names)
        if (ascii::equal_ignoring_case(name, known)) return kind;
    if (ascii::starts_ignoring_case(name, "heading") && name.size() > 7 &&
        ascii::is_digit(name.back()))
        return Kind::subheading;
    return std::nullopt;
}

}  // namespace

DocumentParagraph::Kind kind_of_style(const ParagraphStyles& styles, const std::string& style,
                                      int level) {
    constexpr int deepest = 16;
    constexpr int body_level = 9;
    if (level >= 0 && level < body_level) return kind_of_level(level);
    std::string at = style;
    for (int depth = 0; depth < deepest && !at.empty(); ++depth) {
        if (const auto kind = kind_of_name(at)) return *kind;
        const auto found = styles.find(at);
        if (found == styles.end()) break;
        if (const auto kind = kind_of_name(found->second.name)) return *kind;
        if (found->second.level >= 0 && found->second.level < body_level)
            return kind_of_level(found->second.level);
        at = found->second.based_on;
    }
    return Kind::body;
}

}  // namespace dateline
