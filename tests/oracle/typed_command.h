// SPDX-License-Identifier: GPL-2.0-or-later
// A whole command line as a plain value: a query, filters, and what is to be listed or counted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/oracle/typed_query_maker.h"

namespace dateline::oracle {

struct TypedFilter {
    std::string field;
    std::string value;
};

/// What is compared, beside the list of all articles.
enum class Asked { list, pages, folded, any, sorted, count, by, timeline };

struct TypedCommand {
    std::optional<TypedQuery> query;  ///< none: filters alone
    std::vector<TypedFilter> filters;
    std::optional<TypedDays> since;
    std::optional<TypedDays> until;
    std::optional<TypedDays> on;
    Asked asked = Asked::list;
    std::string order;            ///< of `sorted`: newest, oldest
    std::vector<std::string> by;  ///< of `by`; of `timeline` its columns
    std::string period;           ///< of `timeline`: auto, day, …
    bool share = false;
    unsigned style = 0;
};

/// The days that the filters let through; nothing if they contradict each other.
std::optional<DateRange> days_let_through(const TypedCommand& command);

/// What is typed behind the program's name, with these options.
std::vector<std::string> arguments(const TypedCommand& command,
                                   const std::vector<std::string>& options);

/// Arguments as a line for a shell.
std::string shell_line(const std::vector<std::string>& arguments);

TypedCommand make_command(TypedQueryMaker& maker);

}  // namespace dateline::oracle
