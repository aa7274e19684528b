// SPDX-License-Identifier: GPL-2.0-or-later
// One object of a JSON Lines file.
#include <fmt/format.h>

#include <algorithm>

#include "indexer/readers/bytes/utf8_check.h"
#include "indexer/readers/json_article.h"
#include "indexer/readers/library_message.h"
#include "indexer/readers/parse_json.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

/// Whether what could not be parsed up to `end` is no UTF-8.
ProblemKind kind_of_fault(std::string_view line, std::size_t end) {
    for (std::size_t at = 0; at < std::min(end, line.size());) {
        const std::size_t length = utf8_length_at(line, at);
        if (length == 0) return ProblemKind::encoding;
        at += length;
    }
    return ProblemKind::other;
}

}  // namespace

Reading read_json_line(std::string_view line) {
    const ParsedJson parsed = parse_json(line);
    if (!parsed.value)
        return {{},
                {{"", 1, fmt::format("not valid JSON ({})", library_message(parsed.fault)), true,
                  kind_of_fault(line, parsed.fault_at)}}};
    if (!parsed.value->is_object()) return {{}, {{"", 1, "not a JSON object", true}}};
    Reading reading;
    for (JsonArticle& found : articles_of(*parsed.value)) {
        const bool titled = found.kind != JsonKind::news_item && is_told(found.article);
        if (found.kind == JsonKind::article || titled)
            reading.articles.push_back(std::move(found.article));
    }
    tell_faults(parsed, reading.problems);
    if (reading.articles.empty())
        reading.problems.push_back({"", 1, "no article in it", true, ProblemKind::empty});
    return reading;
}

}  // namespace dateline
