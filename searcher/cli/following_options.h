// SPDX-License-Identifier: GPL-2.0-or-later
// The options that save a search and ask what is new for one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/calendar.h"
#include "common/command_line.h"

namespace dateline {

enum class FollowAction {
    save,
    news,
    list,
    forget,
    again,     ///< what was new since a day
    feed,      ///< what was new, for feed readers
    catch_up,  ///< all that match count as seen
};

struct Following {
    FollowAction action = FollowAction::news;
    std::vector<std::string> names;    ///< of saved searches; none: all
    bool marks = true;                 ///< what is shown counts as seen
    bool all_new = false;              ///< of `save`: nothing counts as seen
    Day since{};                       ///< of `again`
    std::vector<TypedOption> search;   ///< of `save`: the options that are saved
    std::vector<std::string> display;  ///< of the others: the options typed beside

    bool operator==(const Following&) const = default;
};

/// Whether the option is a part of a search that can be saved: a filter, days, the order. The rest
/// is how it is shown.
bool is_part_of_search(std::string_view option);

/// Whether the values of the option are names of saved searches.
bool completes_searches(const std::string& option);

/// Nothing if none of these options was typed. Throws Error for what does not go with them.
std::optional<Following> read_following(const CommandLine& typed, Day today);

}  // namespace dateline
