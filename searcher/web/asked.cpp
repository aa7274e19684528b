// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/asked.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/error.h"
#include "common/fields.h"
#include "common/nearest_name.h"
#include "searcher/archives/archive_names.h"
#include "searcher/cli/program.h"
#include "searcher/counts/timeline.h"

namespace dateline::web {
namespace {

/// Options that a page understands, beside the filters of fields.
constexpr std::array page_options{"since",   "until",   "on",      "all",       "any",
                                  "sort",    "recent",  "limit",   "offset",    "passages",
                                  "context", "explain", "copies",  "copies-of", "story",
                                  "quote",   "by",      "timeline"};
constexpr std::array file_options{"format", "cite", "csv-safe"};
constexpr std::array own_names{"q", "hit"};

/// The page counts of itself; these say how.
constexpr std::array counting{"by", "timeline", "hit", "q"};

template <typename Names>
bool has(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != std::end(names);
}

const Program& options() {
    static const Program program = search_program();
    return program;
}

/// By which the table has it; "" for what is no parameter of any page.
std::string_view table_name(std::string_view typed) {
    if (has(own_names, typed)) return *std::ranges::find(own_names, typed);
    const Option* option = find_option(options(), typed);
    if (option == nullptr) return "";
    const Field* field = find_field(option->name);
    const bool is_filter = field != nullptr && !field->flag.empty();
    return is_filter || has(page_options, option->name) || has(file_options, option->name)
               ? option->name
               : std::string_view();
}

void check_name(const Parameter& parameter, Asks asks) {
    const std::string_view name = table_name(parameter.name);
    const bool fits = !name.empty() && (asks == Asks::files || !has(file_options, name)) &&
                      (asks == Asks::article || name != "hit");
    if (fits) return;
    NearestName nearest(parameter.name);
    for (const Option& option : options().options)
        if (!option.group.empty() && !table_name(option.name).empty()) nearest.offer(option.name);
    std::string hint = "parameters are q and the long options of dateline-search, such as outlet";
    if (!nearest.name().empty() && nearest.name() != name)
        hint = "did you mean '" + std::string(nearest.name()) + "'?";
    throw Error("there is no parameter '" + parameter.name + "' here", hint);
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
    for (const Parameter& parameter : typed)
        if (asks == Asks::files ? !has(own_names, parameter.name) : !has(counting, parameter.name))
            arguments.push_back(argument(parameter));
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

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./:=,+@%").find(c) != std::string_view::npos;
}

std::string quoted(const std::string& text) {
    if (!text.empty() && std::ranges::all_of(text, is_plain)) return text;
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string begun(const Site& site) {
    std::string command = "dateline-search";
    for (const std::string& argument : site.arguments)
        if (!argument.starts_with("--today")) command += ' ' + quoted(argument);
    return command;
}

/// Words as they are; else all of the query in quotes.
std::string query_words(const std::string& query) {
    if (query.empty()) return "";
    const bool plain = std::ranges::all_of(query, [](char c) { return c == ' ' || is_plain(c); });
    return (query.starts_with('-') ? " -- " : " ") + (plain ? query : quoted(query));
}

/// Of a list, not what is in it.
bool says_how(std::string_view name) {
    constexpr std::array names{"sort",   "limit",  "offset", "passages", "context", "explain",
                               "copies", "recent", "by",     "timeline", "all",     "any"};
    return has(names, name);
}

}  // namespace

Parameters known_parameters(const Parameters& parameters) {
    Parameters known;
    for (const Parameter& parameter : parameters) {
        const std::string_view name = table_name(parameter.name);
        if (!name.empty() && !parameter.value.empty())
            known.push_back({std::string(name), parameter.value});
    }
    return known;
}

Asked read_asked(const Site& site, const Parameters& parameters, Asks asks) {
    for (const Parameter& parameter : parameters) check_name(parameter, asks);
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
    if (const std::string by = value_of(asked.typed, "by"); !by.empty())
        asked.whole_list = facet_named(by);
    if (const std::string period = value_of(asked.typed, "timeline"); !period.empty())
        asked.period = period_asked(period);
    if (const std::string hit = value_of(asked.typed, "hit"); !hit.empty())
        asked.hit = whole_number("hit", hit, 1, no_limit);
    return asked;
}

std::string shell_show(const Site& site, const std::string& id, const Parameters& typed) {
    return begun(site) + " --show " + quoted(id) + query_words(value_of(typed, "q"));
}

std::string shell_command(const Site& site, const Parameters& typed) {
    std::string command = begun(site);
    // Of everything, the shell wants to be asked something.
    if (std::ranges::all_of(typed, [](const Parameter& p) { return says_how(p.name); }))
        command += " --timeline";
    for (const Parameter& parameter : typed) {
        if (has(counting, parameter.name)) continue;
        const Option& option = *find_option(options(), parameter.name);
        command += " --" + parameter.name;
        if (option.value.empty()) continue;
        command += (option.optional_value ? "=" : " ") + quoted(parameter.value);
    }
    return command + query_words(value_of(typed, "q"));
}

Parameters without(Parameters parameters, std::string_view name) {
    std::erase_if(parameters, [&](const Parameter& parameter) {
        return parameter.name == name || parameter.name == "offset" || parameter.name == "hit";
    });
    return parameters;
}

Parameters with(Parameters parameters, std::string_view name, std::string value) {
    const auto first = std::ranges::find(parameters, name, &Parameter::name);
    const bool is_new = first == parameters.end();
    if (!is_new) first->value = value;
    bool seen = false;
    std::erase_if(parameters, [&](const Parameter& parameter) {
        const bool again = parameter.name == name && std::exchange(seen, true);
        return again || (name != "offset" && parameter.name == "offset") ||
               (name != "hit" && parameter.name == "hit");
    });
    if (is_new) parameters.push_back({std::string(name), std::move(value)});
    return parameters;
}

Parameters with_words(const Parameters& parameters, const std::string& words) {
    const std::string query = value_of(parameters, "q");
    if (query.empty()) return with(parameters, "q", words);
    const bool has_operators =
        query.find(" OR ") != query.npos || query.find(" AND ") != query.npos;
    return with(parameters, "q", (has_operators ? '(' + query + ')' : query) + ' ' + words);
}

Parameters without_one(Parameters parameters, std::size_t place) {
    parameters.erase(parameters.begin() + static_cast<std::ptrdiff_t>(place));
    return without(std::move(parameters), "offset");
}

std::string value_of(const Parameters& parameters, std::string_view name) {
    const auto found = std::ranges::find(parameters, name, &Parameter::name);
    return found == parameters.end() ? "" : found->value;
}

}  // namespace dateline::web
