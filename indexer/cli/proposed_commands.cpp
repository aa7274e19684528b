// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/proposed_commands.h"

#include <fmt/format.h>

#include "common/for_shell.h"

namespace dateline {

std::string for_this_index(std::string_view message, const std::string& index) {
    constexpr std::string_view program = "'dateline-index";
    std::string text;
    while (!index.empty()) {
        const std::size_t at = message.find(program);
        if (at == message.npos) break;
        const std::size_t end = at + program.size();
        text += fmt::format("{} --index {}", message.substr(0, end), for_shell(index));
        message.remove_prefix(end);
    }
    return text.append(message);
}

}  // namespace dateline
