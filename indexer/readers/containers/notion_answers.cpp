// SPDX-License-Identifier: GPL-2.0-or-later
// What programs fetch from Notion: pages taken apart into blocks, over many answers. They are named
// as what they are; Notion's own export has whole pages.
#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/readers/containers.h"

namespace dateline {

bool begins_notion_answers(const FileStart& start) {
    constexpr auto marks =
        std::to_array<std::string_view>({"\"object\": \"page\"", "\"object\": \"block\"",
                                         "\"object\":\"page\"", "\"object\":\"block\""});
    const std::string_view head = start.head;
    const auto is_in = [&](std::string_view mark) { return head.find(mark) != head.npos; };
    return ascii::trim(head).starts_with('{') && is_in("\"plain_text\"") &&
           std::ranges::any_of(marks, is_in);
}

FileEnd read_notion_answers(const FileBytes& /*file*/, const ItemSink& /*sink*/) {
    return {
        {{"", 0, "answers of Notion's interface, not read; export the pages as Markdown or HTML",
          false, ProblemKind::empty}},
        false};
}

}  // namespace dateline
