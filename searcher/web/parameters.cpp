// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/parameters.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "common/error.h"
#include "common/nearest_name.h"
#include "searcher/cli/program.h"

namespace dateline::web {
namespace {

struct Row {
    std::string_view name;
    Role role;
};

/// Beside the filters, which are in the table of fields.
constexpr std::array table{
    Row{"q", Role::query},          Row{"since", Role::days},
    Row{"until", Role::days},       Row{"on", Role::days},
    Row{"story", Role::subject},    Row{"copies-of", Role::subject},
    Row{"quote", Role::subject},    Row{"all", Role::matching},
    Row{"any", Role::matching},     Row{"copies", Role::matching},
    Row{"recent", Role::matching},  Row{"sort", Role::order},
    Row{"offset", Role::place},     Row{"hit", Role::place},
    Row{"limit", Role::size},       Row{"passages", Role::passages},
    Row{"context", Role::passages}, Row{"by", Role::counts},
    Row{"timeline", Role::counts},  Row{"explain", Role::explain},
    Row{"format", Role::file},      Row{"cite", Role::file},
    Row{"csv-safe", Role::file},
};

const Program& options() {
    static const Program program = search_program();
    return program;
}

/// The option's own name where another of its names is typed.
std::string_view own_name(std::string_view typed) {
    const Option* option = find_option(options(), typed);
    return option == nullptr ? typed : option->name;
}

bool fits(const Parameter& parameter, Asks asks) {
    const Role role = role_of(parameter.name);
    if (role == Role::none || (role == Role::file && asks != Asks::files)) return false;
    return parameter.name != "hit" || asks == Asks::article;
}

}  // namespace

Role role_of(std::string_view name) {
    const std::string_view own = own_name(name);
    const auto row = std::ranges::find(table, own, &Row::name);
    if (row != table.end()) return row->role;
    const Field* field = find_field(own);
    return field != nullptr && !field->flag.empty() ? Role::filter : Role::none;
}

Parameters known_parameters(const Parameters& parameters) {
    Parameters known;
    for (const Parameter& parameter : parameters)
        if (!parameter.value.empty() && role_of(parameter.name) != Role::none)
            known.push_back({std::string(own_name(parameter.name)), parameter.value});
    return known;
}

void check_names(const Parameters& parameters, Asks asks) {
    for (const Parameter& parameter : parameters) {
        if (fits(parameter, asks)) continue;
        NearestName nearest(parameter.name);
        for (const Option& option : options().options)
            if (role_of(option.name) != Role::none) nearest.offer(option.name);
        std::string hint =
            "parameters are q and the long options of dateline-search, such as outlet";
        if (!nearest.name().empty() && nearest.name() != own_name(parameter.name))
            hint = "did you mean '" + std::string(nearest.name()) + "'?";
        throw Error("there is no parameter '" + parameter.name + "' here", hint);
    }
}

std::string value_of(const Parameters& parameters, std::string_view name) {
    const auto found = std::ranges::find(parameters, name, &Parameter::name);
    return found == parameters.end() ? "" : found->value;
}

bool narrows(const Parameters& parameters) {
    return without(parameters, {Role::matching, Role::order, Role::place, Role::size,
                                Role::passages, Role::counts, Role::explain, Role::file}) !=
           Parameters{};
}

Parameters without(Parameters parameters, std::initializer_list<Role> roles) {
    std::erase_if(parameters, [&](const Parameter& parameter) {
        return std::ranges::find(roles, role_of(parameter.name)) != roles.end();
    });
    return parameters;
}

Parameters without(Parameters parameters, std::string_view name) {
    std::erase_if(parameters, [&](const Parameter& one) { return one.name == name; });
    return without(std::move(parameters), {Role::place});
}

Parameters without_one(Parameters parameters, std::size_t index) {
    parameters.erase(parameters.begin() + static_cast<std::ptrdiff_t>(index));
    return without(std::move(parameters), {Role::place});
}

Parameters with(Parameters parameters, std::string_view name, std::string value) {
    const auto first = std::ranges::find(parameters, name, &Parameter::name);
    if (first == parameters.end()) {
        parameters.push_back({std::string(name), std::move(value)});
    } else {
        first->value = std::move(value);
        parameters.erase(std::remove_if(first + 1, parameters.end(),
                                        [&](const Parameter& again) { return again.name == name; }),
                         parameters.end());
    }
    return without(std::move(parameters), {Role::place});
}

Parameters with_words(const Parameters& parameters, const std::string& words) {
    const std::string query = value_of(parameters, "q");
    if (query.empty()) return with(parameters, "q", words);
    const bool has_operators =
        query.find(" OR ") != query.npos || query.find(" AND ") != query.npos;
    return with(parameters, "q", (has_operators ? '(' + query + ')' : query) + ' ' + words);
}

std::string value_words(const Field& field, std::string_view value) {
    const bool has_letters = std::ranges::any_of(value, [](char c) {
        return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c);
    });
    if (!has_letters || value.find('"') != value.npos) return "";
    std::string words(field.name);
    words += field.match == Match::names ? ":=\"" : ":\"";
    return words.append(value) + '"';
}

}  // namespace dateline::web
