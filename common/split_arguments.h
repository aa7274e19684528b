// SPDX-License-Identifier: GPL-2.0-or-later
// The rules by which arguments are options, values or words.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/command_line.h"

namespace dateline {

/// Arguments taken apart: each option as `--name` or `--name=value`, by its name in the table
/// whichever was typed, or as typed if it is unknown or wrong; and the other words in their order.
struct SplitArguments {
    std::vector<std::string> options;
    std::vector<std::string> words;

    bool operator==(const SplitArguments&) const = default;
};

/// Takes arguments apart by these rules: `--` ends options; `--name=value` or `--name value`, an
/// optional value only after '='; no abbreviations; short options never cluster, and only a number
/// sticks (-n5); where dash_words are words, every other `-x…` of more than one letter is one.
SplitArguments split_arguments(std::span<const std::string_view> arguments, const Program& program);

}  // namespace dateline
