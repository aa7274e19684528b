// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/asked.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/error.h"
#include "common/fields.h"
#include "searcher/archives/archive_names.h"
#include "searcher/cli/program.h"
#include "searcher/cli/shell_words.h"
#include "searcher/counts/timeline.h"

namespace dateline::web {
namespace {

/// Seconds that another machine has to answer: so few that the page comes in time without it.
constexpr unsigned most_patience = 3;

const Program& options() {
    static const Program program = search_program();
    return program;
}

/// `yes` is a switch that is set, as in the configuration.
std::string argument(const Parameter& parameter) {
    const Option& option = *find_option(options(), parameter.name);
    const std::string dashed = "--" + parameter.name;
    if (!option.value.empty()) return dashed + '=' + parameter.value;
    if (parameter.value != "yes")
        throw Error("parameter '" + parameter.name + "' cannot be '" + parameter.value + "'",
                    "write " + parameter.name + "=yes, or leave it out");
    return dashed;
}

std::vector<std::string> words_of(const std::string& query) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t end = std::min(query.find(' ', at), query.size());
        if (end > at) words.push_back(query.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// The page asks for a list; what it counts beside it is its own affair. An export is what the
/// shell would print.
std::vector<std::string> arguments_of(const Site& site, const Parameters& typed, Asks asks,
                                      const std::string& query) {
    std::vector<std::string> arguments = site.arguments;
    if (asks != Asks::files) arguments.emplace_back("--format=html");
    for (const Parameter& parameter : typed) {
        const Role role = role_of(parameter.name);
        const bool is_own = role == Role::query || parameter.name == "hit" ||
                            (role == Role::counts && asks != Asks::files);
        if (!is_own) arguments.push_back(argument(parameter));
    }
    arguments.emplace_back("--");
    for (std::string& word : words_of(query)) arguments.push_back(std::move(word));
    return arguments;
}

std::string facet_named(const std::string& typed) {
    const Field* field = find_field(typed);
    if (field == nullptr || !field->facet)
        throw Error("parameter 'by' cannot be '" + typed + "'",
                    "name a field that is counted, such as outlet");
    return std::string(field->name);
}

std::optional<Period> period_asked(const std::string& typed) {
    if (typed == "auto") return std::nullopt;
    const auto period = period_named(typed);
    if (!period)
        throw Error("parameter 'timeline' cannot be '" + typed + "'",
                    "choose auto, day, week, month or year");
    return period;
}

std::string begun(const Site& site) {
    std::string command = "dateline-search";
    for (const std::string& argument : site.arguments)
        if (!argument.starts_with("--today")) command += ' ' + shell_word(argument);
    return command;
}

}  // namespace

Asked read_asked(const Site& site, const Parameters& parameters, Asks asks) {
    check_names(parameters, asks);
    Asked asked;
    asked.typed = known_parameters(parameters);
    asked.query = value_of(asked.typed, "q");
    const auto arguments = arguments_of(site, asked.typed, asks, asked.query);
    const std::vector<std::string_view> views(arguments.begin(), arguments.end());
    asked.command = read_search_command(
        views, site.today(), site.config,
        asks == Asks::files ? NothingAsked::is_an_error : NothingAsked::is_everything);
    if (asks != Asks::files)
        asked.command.request.limit = std::min(asked.command.request.limit, most_hits);
    asked.archives =
        asked.command.archives.empty() ? named({site.usual_index}) : asked.command.archives;
    for (NamedFolder& archive : asked.archives)
        archive.patience = std::min(archive.patience, most_patience);
    if (const std::string by = value_of(asked.typed, "by"); !by.empty())
        asked.whole_list = facet_named(by);
    if (const std::string period = value_of(asked.typed, "timeline"); !period.empty())
        asked.period = period_asked(period);
    if (const std::string hit = value_of(asked.typed, "hit"); !hit.empty())
        asked.hit = whole_number("hit", hit, 1, no_limit);
    return asked;
}

std::string shell_changes(const Site& site, const std::string& first, const std::string& second) {
    return begun(site) + " --changes " + shell_word(first) + ' ' + shell_word(second);
}

std::string shell_show(const Site& site, const std::string& id, const Parameters& typed) {
    return begun(site) + " --show " + shell_word(id) + shell_query(value_of(typed, "q"));
}

SearchCommand save_command(const Site& site, const std::string& name, const Parameters& typed) {
    std::vector<std::string> arguments = site.arguments;
    arguments.push_back("--save=" + name);
    for (const Parameter& parameter : typed)
        if (role_of(parameter.name) != Role::query) arguments.push_back(argument(parameter));
    arguments.emplace_back("--");
    arguments.push_back(value_of(typed, "q"));
    const std::vector<std::string_view> views(arguments.begin(), arguments.end());
    return read_search_command(views, site.today(), site.config);
}

std::string shell_command(const Site& site, const Parameters& typed) {
    std::string command = begun(site);
    // Of everything, the shell wants to be asked something.
    if (!narrows(typed)) command += " --timeline";
    for (const Parameter& parameter : without(typed, {Role::query, Role::counts})) {
        if (parameter.name == "hit") continue;
        const Option& option = *find_option(options(), parameter.name);
        command += " --" + parameter.name;
        if (option.value.empty()) continue;
        command += (option.optional_value ? "=" : " ") + shell_word(parameter.value);
    }
    return command + shell_query(value_of(typed, "q"));
}

}  // namespace dateline::web
