// SPDX-License-Identifier: GPL-2.0-or-later
// The command line of dateline-web: its table of options, its manual, and what was typed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/command_line.h"

namespace dateline::web {

inline constexpr std::uint16_t usual_port = 7857;

struct WebCommand {
    std::optional<std::string> text;     ///< to be printed instead: help, version
    std::vector<std::string> arguments;  ///< for each search: --index DIR, --no-config
    std::uint16_t port = usual_port;     ///< 0: any that is free
    bool names_index = false;
    bool open = false;

    bool operator==(const WebCommand&) const = default;
};

Program web_program();

/// Throws Error that names the option and what is allowed.
WebCommand read_web_command(std::span<const std::string_view> arguments);

}  // namespace dateline::web
