// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/shrink.h"

#include <utility>

namespace dateline::oracle {
namespace {

/// Queries that are smaller by one step: a part left out, a part alone, a plain spelling.
std::vector<TypedQuery> smaller(const TypedQuery& query) {
    std::vector<TypedQuery> result;
    const bool list =
        query.said == Said::sequence || query.said == Said::both || query.said == Said::either;
    for (const TypedQuery& child : query.children) result.push_back(child);
    for (const TypedQuery& child : query.excluded) result.push_back(child);
    if (list && query.children.size() > 1)
        for (std::size_t i = 0; i < query.children.size(); ++i) {
            result.push_back(query);
            result.back().children.erase(result.back().children.begin() +
                                         static_cast<std::ptrdiff_t>(i));
        }
    for (std::size_t i = 0; i < query.excluded.size(); ++i) {
        result.push_back(query);
        result.back().excluded.erase(result.back().excluded.begin() +
                                     static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t i = 0; i < query.children.size(); ++i)
        for (TypedQuery& child : smaller(query.children[i])) {
            result.push_back(query);
            result.back().children[i] = std::move(child);
        }
    for (std::size_t i = 0; i < query.excluded.size(); ++i)
        for (TypedQuery& child : smaller(query.excluded[i])) {
            result.push_back(query);
            result.back().excluded[i] = std::move(child);
        }
    TypedQuery plain = query;
    plain.style = 0;
    if (query.style != 0) result.push_back(plain);
    plain = query;
    plain.required = false;
    if (query.required) result.push_back(std::move(plain));
    return result;
}

std::vector<TypedCommand> smaller(const TypedCommand& command) {
    std::vector<TypedCommand> result;
    const auto change = [&](const auto& edit) {
        result.push_back(command);
        edit(result.back());
    };
    if (command.asked != Asked::list) change([](TypedCommand& c) { c.asked = Asked::list; });
    for (std::size_t i = 0; i < command.filters.size(); ++i)
        change([&](TypedCommand& c) {
            c.filters.erase(c.filters.begin() + static_cast<std::ptrdiff_t>(i));
        });
    if (command.since) change([](TypedCommand& c) { c.since.reset(); });
    if (command.until) change([](TypedCommand& c) { c.until.reset(); });
    if (command.on) change([](TypedCommand& c) { c.on.reset(); });
    if (command.share) change([](TypedCommand& c) { c.share = false; });
    if (command.query) {
        change([](TypedCommand& c) { c.query.reset(); });
        for (TypedQuery& query : smaller(*command.query))
            change([&](TypedCommand& c) { c.query = simplified(std::move(query)); });
    }
    // Odd, so that the query is one argument.
    if (command.style != 1) change([](TypedCommand& c) { c.style = 1; });
    return result;
}

bool is_something(const TypedCommand& command) {
    return (command.query && !typed(*command.query).empty()) || !command.filters.empty() ||
           command.since || command.until || command.on;
}

}  // namespace

TypedCommand shrunken(TypedCommand command, const StillTrue& still_true) {
    constexpr int most_tries = 3000;
    int tries = 0;
    for (bool smaller_yet = true; smaller_yet && tries < most_tries;) {
        smaller_yet = false;
        for (TypedCommand& next : smaller(command)) {
            if (!is_something(next) || ++tries > most_tries || !still_true(next)) continue;
            command = std::move(next);
            smaller_yet = true;
            break;
        }
    }
    return command;
}

}  // namespace dateline::oracle
