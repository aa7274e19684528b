// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/options.h"

#include <algorithm>
#include <array>

#include "common/command_line.h"
#include "common/error.h"
#include "common/fields.h"
#include "common/manual.h"
#include "searcher/date_filter.h"
#include "searcher/program.h"
#include "searcher/query_manual.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 2> one_tier_each{"all", "any"};
constexpr std::array<std::string_view, 2> one_start_each{"on", "since"};
constexpr std::array<std::string_view, 2> one_end_each{"on", "until"};
constexpr std::array<std::string_view, 3> one_output_each{"files", "json", "format"};
constexpr std::array<std::string_view, 5> one_purpose_each{"open", "open-url", "count", "files",
                                                           "offset"};

/// "7d", "2w": that long ago, which parse_date_filter reads as the days from then until today.
bool is_time_ago(std::string_view text) {
    return text.size() >= 2 && std::string_view("dwmyDWMY").find(text.back()) != text.npos &&
           std::all_of(text.begin(), text.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

DateRange read_days(const CommandLine& line, const Day& today) {
    DateRange days;
    if (const auto on = line.value("on")) days = parse_date_filter(*on, today, "--on");
    if (const auto since = line.value("since")) {
        days.first = parse_date_filter(*since, today, "--since").first;
    }
    if (const auto until = line.value("until")) {
        const DateRange range = parse_date_filter(*until, today, "--until");
        days.last = is_time_ago(*until) ? range.first : range.last;
    }
    if (days.first && days.last && *days.first > *days.last) {
        throw Error("no day is from " + to_string(*days.first) + " to " + to_string(*days.last),
                    "give --since the earlier date and --until the later one");
    }
    return days;
}

std::vector<FieldFilter> read_filters(const CommandLine& line) {
    std::vector<FieldFilter> filters;
    for (const Field& field : fields()) {
        if (field.flag.empty()) continue;
        std::vector<std::string> values = line.values(field.flag);
        if (!values.empty()) filters.push_back({std::string(field.name), std::move(values)});
    }
    return filters;
}

std::string join_words(const std::vector<std::string>& words) {
    std::string query;
    for (const std::string& word : words) {
        if (!query.empty() && !word.empty()) query += ' ';
        query += word;
    }
    return query;
}

/// Filters alone rank nothing, so they list by date.
SortOrder read_sort(const CommandLine& line, bool has_words) {
    const std::string sort = line.value("sort").value_or(has_words ? "relevance" : "newest");
    if (sort == "newest") return SortOrder::newest;
    return sort == "oldest" ? SortOrder::oldest : SortOrder::relevance;
}

/// Counts, lists of files and lists by date are of articles that have all of the words: nobody can
/// see there where the others begin.
Tiers read_tiers(const CommandLine& line, SortOrder sort) {
    if (line.has("any")) return Tiers::any;
    const bool full_only =
        line.has("all") || line.has("count") || line.has("files") || sort != SortOrder::relevance;
    return full_only ? Tiers::all_only : Tiers::all_then_some;
}

void read_passages(const CommandLine& line, SearchRequest& request) {
    constexpr std::uint32_t most_passages = 1000;
    const std::uint32_t passages =
        whole_number("passages", line.value("passages").value_or("1"), 0, most_passages);
    request.with_passages = passages > 0 && !line.has("files") && !line.has("count");
    request.passages.most = std::max(passages, 1U);
    const std::string context = line.value("context").value_or("sentence");
    if (context == "paragraph") {
        request.passages.context = Context::paragraph;
    } else if (context != "sentence") {
        if (context[0] < '0' || context[0] > '9') {
            throw Error("option '--context' cannot be '" + context + "'",
                        "choose sentence, paragraph or a number of bytes");
        }
        request.passages.context = Context::bytes;
        request.passages.passage_bytes = whole_number("context", context, 20, 1'000'000);
    }
}

void read_page(const CommandLine& line, SearchCommand& command) {
    SearchRequest& request = command.request;
    const std::string usual_limit = line.has("files") ? "0" : "10";
    const std::uint32_t limit =
        whole_number("limit", line.value("limit").value_or(usual_limit), 0, no_limit);
    request.limit = limit == 0 ? no_limit : limit;
    request.offset = whole_number("offset", line.value("offset").value_or("0"), 0, no_limit);
    for (const std::string_view name : {"open", "open-url"}) {
        const auto hit = line.value(name);
        if (!hit) continue;
        request.offset = whole_number(name, *hit, 1, no_limit) - 1;
        request.limit = 1;
        command.open = name == "open" ? Opening::file : Opening::url;
    }
}

OutputSettings read_output(const CommandLine& line) {
    OutputSettings output;
    if (line.has("json") || line.value("format") == "json") output.format = OutputFormat::json;
    if (line.has("files")) output.format = OutputFormat::files;
    output.zero_bytes = line.has("null");
    if (output.zero_bytes && output.format != OutputFormat::files) {
        throw Error("option '--null' goes with '--files' only", "add -l, or leave out -0");
    }
    const std::string color = line.value("color").value_or("auto");
    if (color == "always") output.color = ColorChoice::always;
    if (color == "never") output.color = ColorChoice::never;
    return output;
}

/// A word of letters, digits, apostrophes and hyphens; anything else has a meaning in queries, and
/// who writes it knows what the shell does.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '-' || c == '\'' ||
               (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

/// An argument of several words lost quotes to the shell, which perhaps were meant for the query.
std::optional<std::string> note_of_lost_quotes(const std::vector<std::string>& words) {
    constexpr std::ptrdiff_t most_words = 6;  // more are a sentence, and surely no phrase
    for (const std::string& word : words) {
        const auto blanks = std::count(word.begin(), word.end(), ' ');
        if (blanks == 0 || blanks >= most_words || !is_plain(word)) continue;
        if (word.front() == ' ' || word.back() == ' ' || word.front() == '-') continue;
        if (word.find(" AND ") != word.npos || word.find(" OR ") != word.npos ||
            word.find("NOT ") != word.npos) {
            continue;
        }
        return "'" + word + "' was searched as separate words; for the phrase write '\"" + word +
               "\"'";
    }
    return std::nullopt;
}

void check_together(const CommandLine& line) {
    at_most_one_of(line, one_tier_each);
    at_most_one_of(line, one_start_each);
    at_most_one_of(line, one_end_each);
    at_most_one_of(line, one_output_each);
    at_most_one_of(line, one_purpose_each);
}

Day read_today(const CommandLine& line, Day today) {
    const auto typed = line.value("today");
    if (!typed) return today;
    const auto date = parse_iso_date(*typed);
    if (!date) throw Error("option '--today' cannot be '" + *typed + "'", "write YYYY-MM-DD");
    return date->day;
}

}  // namespace

SearchCommand read_search_command(std::span<const std::string_view> arguments, Day today) {
    const Program program = search_program();
    const CommandLine line = parse_command_line(arguments, program);
    SearchCommand command;
    if (line.has("help")) command.text = help_text(program);
    if (line.has("version")) command.text = version_text(program);
    if (const auto what = line.value("generate")) {
        command.text =
            *what == "query" ? manual_page(query_manual()) : generated_text(program, *what);
    }
    if (command.text) return command;

    check_together(line);
    SearchRequest& request = command.request;
    request.today = read_today(line, today);
    request.query = join_words(line.words);
    request.filters = read_filters(line);
    request.days = read_days(line, request.today);
    const bool has_words = request.query.find_first_not_of(" \t\n\r") != std::string::npos;
    if (!has_words && request.filters.empty() && request.days == DateRange{}) {
        throw Error("nothing to search for",
                    "give words, or a filter such as --outlet or --since; 'dateline-search --help' "
                    "lists them");
    }
    request.sort = read_sort(line, has_words);
    request.tiers = read_tiers(line, request.sort);
    request.count_only = line.has("count");
    request.explain = line.has("explain");
    read_passages(line, request);
    read_page(line, command);
    command.output = read_output(line);
    command.index = line.value("index").value_or("");
    if (auto note = note_of_lost_quotes(line.words)) command.notes.push_back(std::move(*note));
    return command;
}

}  // namespace dateline
