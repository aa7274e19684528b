// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/following_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "common/fields.h"
#include "searcher/query/date_filter.h"

namespace dateline {
namespace {

/// What a search is, beside its words and the fields' filters; the rest is how it is shown.
constexpr std::array<std::string_view, 9> of_searches{"all",   "any", "sort",   "recent", "since",
                                                      "until", "on",  "copies", "index"};

/// What may be typed beside the names of saved searches.
constexpr std::array<std::string_view, 22> of_news{
    "limit", "passages", "context",   "full",  "copies",  "sort",  "count",     "format",
    "json",  "cite",     "csv-safe",  "files", "null",    "color", "hyperlink", "pager",
    "index", "strict",   "no-config", "today", "columns", "colors"};

/// Beside what only tells of saved searches.
constexpr std::array<std::string_view, 8> of_lists{"json",  "format", "index", "no-config",
                                                   "today", "color",  "pager", "colors"};
constexpr std::array<std::string_view, 3> of_changes{"index", "no-config", "today"};

struct ActionRow {
    std::string_view option;
    FollowAction action;
    bool takes_words;  ///< names of searches; or those of the one that is saved
    std::span<const std::string_view> beside;  ///< options that may be typed
};

constexpr std::array actions{
    ActionRow{"save", FollowAction::save, true, of_searches},
    ActionRow{"new", FollowAction::news, true, of_news},
    ActionRow{"peek", FollowAction::news, true, of_news},
    ActionRow{"saved", FollowAction::list, false, of_lists},
    ActionRow{"forget", FollowAction::forget, false, of_changes},
    ActionRow{"again", FollowAction::again, true, of_news},
    ActionRow{"feed", FollowAction::feed, false, of_news},
    ActionRow{"catch-up", FollowAction::catch_up, false, of_changes},
};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_action(std::string_view name) {
    return name == "all-new" ||
           std::ranges::find(actions, name, &ActionRow::option) != actions.end();
}

[[noreturn]] void refuse(std::string_view action, std::string_view option, const char* hint) {
    throw Error(fmt::format("options '--{}' and '--{}' do not go together", action, option), hint);
}

std::vector<TypedOption> saved_options(const CommandLine& typed) {
    constexpr std::array<std::string_view, 6> not_saved{"no-config", "today",     "color",
                                                        "colors",    "hyperlink", "pager"};
    std::vector<TypedOption> options;
    for (const TypedOption& option : typed.options) {
        if (is_action(option.name) || is_one_of(not_saved, option.name)) continue;
        if (!is_part_of_search(option.name))
            refuse("save", option.name, "a search is words, filters and their order; leave it out");
        options.push_back(option);
    }
    return options;
}

std::vector<std::string> display_options(const CommandLine& typed, const ActionRow& action) {
    std::vector<std::string> arguments;
    for (const TypedOption& option : typed.options) {
        if (is_action(option.name)) continue;
        if (!is_one_of(action.beside, option.name))
            refuse(action.option, option.name,
                   "what is asked is in the saved search; leave it out");
        arguments.push_back(option.value.empty()
                                ? "--" + option.name
                                : fmt::format("--{}={}", option.name, option.value));
    }
    return arguments;
}

/// The row of the first option that says what to do; `--peek` alone asks what is new.
const ActionRow* asked_action(const CommandLine& typed) {
    const ActionRow* asked = nullptr;
    for (const ActionRow& row : actions) {
        if (!typed.has(row.option)) continue;
        const bool both_ask = asked != nullptr && asked->action == row.action;
        if (asked != nullptr && !both_ask)
            refuse(asked->option, row.option, "leave one of them out");
        if (asked == nullptr) asked = &row;
    }
    if (typed.has("all-new") && (asked == nullptr || asked->action != FollowAction::save))
        throw Error("option '--all-new' goes with '--save' only", "leave it out");
    return asked;
}

}  // namespace

bool is_part_of_search(std::string_view option) {
    const bool is_filter = std::ranges::any_of(fields(), [&](const Field& field) {
        return !field.flag.empty() && (field.flag == option || field.alias == option);
    });
    return is_filter || is_one_of(of_searches, option);
}

bool completes_searches(const std::string& option) {
    constexpr std::array<std::string_view, 4> names{"new", "catch-up", "forget", "feed"};
    return is_one_of(names, option);
}

std::optional<Following> read_following(const CommandLine& typed, Day today) {
    const ActionRow* row = asked_action(typed);
    if (row == nullptr) return std::nullopt;
    Following following;
    following.action = row->action;
    const std::string value = typed.value(row->option).value_or("");
    if (row->action == FollowAction::save) {
        if (typed.values("save").size() > 1)
            throw Error("one search is saved at a time", "give --save once");
        following.names = {value};
        following.all_new = typed.has("all-new");
        following.search = saved_options(typed);
        return following;
    }
    if (!row->takes_words && !typed.words.empty())
        throw Error(fmt::format("option '--{}' takes no words", row->option),
                    fmt::format("leave out '{}'", typed.words.front()));
    following.display = display_options(typed, *row);
    if (row->action == FollowAction::feed) following.display.emplace_back("--format=atom");
    following.marks =
        row->action != FollowAction::again && !typed.has("peek") && !typed.has("count");
    if (row->action == FollowAction::again)
        following.since = parse_since(value, today, "--again");
    else if (!value.empty())
        following.names.push_back(value);
    following.names.insert(following.names.end(), typed.words.begin(), typed.words.end());
    return following;
}

}  // namespace dateline
