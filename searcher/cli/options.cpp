// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/options.h"

#include <algorithm>
#include <vector>

#include "common/command_line.h"
#include "common/error.h"
#include "common/fields.h"
#include "common/manual.h"
#include "searcher/cli/archives_asked.h"
#include "searcher/cli/browse_program.h"
#include "searcher/cli/count_options.h"
#include "searcher/cli/following_options.h"
#include "searcher/cli/lost_quotes.h"
#include "searcher/cli/output_options.h"
#include "searcher/cli/program.h"
#include "searcher/cli/query_manual.h"
#include "searcher/cli/subject_options.h"
#include "searcher/query/date_filter.h"

namespace dateline {
namespace {

/// Options of which one excludes the others.
const Exclusive& one_of_each() {
    static const Exclusive groups{
        {"all", "any"},
        {"on", "since"},
        {"on", "until"},
        {"files", "json", "format", "cite", "feed"},
        {"feed", "count", "limit"},
        {"open", "open-url", "count", "files", "offset"},
        {"full", "passages"},
        {"full", "context"},
        {"full", "files"},
        {"full", "count"},
        {"show", "copies-of", "story", "story-of", "quote", "quotes", "new-in", "changes"},
        {"sort", "copies-of", "story", "quote"},
        {"copies-of", "copies"},
        {"show", "files"},
        {"show", "count"},
        {"show", "by"},
        {"show", "timeline"},
        {"show", "open", "open-url"},
        {"cite", "by"},
        {"cite", "timeline"},
        {"cite", "count"},
        {"files", "by"},
        {"files", "timeline"},
    };
    return groups;
}

constexpr std::uint32_t usual_half_life = 30;  // days

/// Every option of a command line with the configuration, and those typed.
struct Lines {
    CommandLine all;
    CommandLine typed;
};

DateRange read_days(const CommandLine& line, const Day& today) {
    DateRange days;
    if (const auto on = line.value("on")) days = parse_date_filter(*on, today, "--on");
    if (const auto since = line.value("since")) days.first = parse_since(*since, today, "--since");
    if (const auto until = line.value("until")) days.last = parse_until(*until, today, "--until");
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

/// Counts, lists of files and lists by date are of articles that have all of the words: nothing in
/// them says which matter less.
bool read_some_words(const CommandLine& line, SortOrder sort) {
    if (line.has("any")) return true;
    return !line.has("all") && !line.has("count") && !line.has("files") && !line.has("by") &&
           !line.has("timeline") && sort == SortOrder::relevance;
}

void read_ranking(const CommandLine& line, SearchRequest& request) {
    if (const auto days = line.value("recent"))
        request.recent_half_life_days =
            days->empty() ? usual_half_life : whole_number("recent", *days, 1, 100'000);
}

void read_passages(const CommandLine& line, SearchRequest& request) {
    constexpr std::uint32_t most_passages = 1000;
    const std::uint32_t passages =
        whole_number("passages", line.value("passages").value_or("1"), 0, most_passages);
    request.whole = (line.has("full") || line.has("show")) && !line.has("open");
    request.with_passages =
        (passages > 0 || request.whole) && !line.has("files") && !request.count_only;
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

void read_page(const Lines& lines, SearchCommand& command) {
    const CommandLine& line = lines.typed.has("files") ? lines.typed : lines.all;
    SearchRequest& request = command.request;
    const std::string usual_limit = line.has("files") ? "0" : "10";
    const std::uint32_t limit =
        whole_number("limit", line.value("limit").value_or(usual_limit), 0, no_limit);
    request.limit = limit == 0 ? no_limit : limit;
    request.offset = whole_number("offset", line.value("offset").value_or("0"), 0, no_limit);
    for (const std::string_view name : {"open", "open-url"}) {
        const auto hit = line.value(name);
        if (!hit) continue;
        if (!is_id(*hit)) request.offset = whole_number(name, *hit, 1, no_limit) - 1;
        request.limit = 1;
        command.open = name == "open" ? OpenTarget::file : OpenTarget::url;
    }
}

void check_together(const CommandLine& line) {
    for (const std::vector<std::string_view>& group : one_of_each()) at_most_one_of(line, group);
}

Day read_today(const CommandLine& line, Day today) {
    const auto typed = line.value("today");
    if (!typed) return today;
    const auto date = parse_iso_date(*typed);
    if (!date) throw Error("option '--today' cannot be '" + *typed + "'", "write YYYY-MM-DD");
    return date->day;
}

/// Besides those of the program, the manual of the query language, and what there is of the script
/// that stands beside it: browse-man, browse-bash, ...
std::string own_manual(const Program& program, const std::string& what) {
    if (what == "query") return manual_page(query_manual());
    constexpr std::string_view browse = "browse-";
    if (what.starts_with(browse))
        return generated_text(browse_program(program), what.substr(browse.size()));
    return generated_text(program, what);
}

/// What is printed without looking at any index.
std::optional<std::string> own_text(const CommandLine& line, const Program& program) {
    if (const auto what = line.value("generate")) return own_manual(program, *what);
    if (line.has("version")) return version_text(program);
    if (line.has("help")) return help_text(program);
    return std::nullopt;
}

void heed_colors(const ConfigSource& config, Lines& lines) {
    const auto colors = config.values.find("colors");
    if (colors != config.values.end() && !lines.typed.has("colors"))
        lines.all.options.push_back({"colors", colors->second});
}

bool has_text(const std::string& query) {
    return query.find_first_not_of(" \t\n\r") != std::string::npos;
}

void read_request(const Lines& lines, SearchCommand& command, Day today, NothingAsked nothing) {
    const CommandLine& line = lines.all;
    SearchRequest& request = command.request;
    request.today = read_today(line, today);
    request.query = join_words(line.words);
    request.subject = read_subject(lines.typed);
    request.filters = read_filters(line);
    request.days = read_days(line, request.today);
    const bool has_words = has_text(request.query);
    const bool counts = line.has("by") || line.has("timeline");
    if (nothing == NothingAsked::is_an_error && !has_words && request.filters.empty() &&
        request.days == DateRange{} && !counts && !command.show && !request.subject &&
        !command.study && !lines.typed.has("sort")) {
        throw Error("nothing to search for",
                    "give words, or a filter such as --outlet or --since; 'dateline-search --help' "
                    "lists them");
    }
    request.sort = request.subject && request.subject->hit == 0 && !line.has("sort")
                       ? SortOrder::oldest
                       : read_sort(line, has_words);
    const bool names_hit = request.subject && request.subject->hit > 0;
    request.some_words = names_hit ? !line.has("all") : read_some_words(line, request.sort);
    read_counts(lines.typed, request);
    read_ranking(line, request);
    request.explain = line.has("explain");
    if (line.has("exact") || line.has("files")) request.counting = Counting::all;
    read_passages(line, request);
    read_page(lines, command);
}

/// Options that earlier versions needed.
void note_idle_options(const CommandLine& typed, SearchCommand& command) {
    const SearchRequest& request = command.request;
    if (typed.has("topic"))
        command.notes.emplace_back(
            "--topic changed nothing: every search looks at what the best hits have in common");
    const bool counts = request.count_only || request.counts.any();
    if (typed.has("any") && request.sort == SortOrder::relevance && !counts && !typed.has("files"))
        command.notes.emplace_back(
            "--any changed nothing: a list by relevance has articles with any of the words");
}

std::string completed_field(const std::string& name) {
    const Field* row = find_field(name);
    if (row == nullptr || !row->facet)
        throw Error("option '--complete' cannot be '" + name + "'", "name a field that --by takes");
    return std::string(row->name);
}

}  // namespace

SearchCommand read_search_command(std::span<const std::string_view> arguments, Day today,
                                  const ConfigSource& config, NothingAsked nothing) {
    const Program program = search_program();
    Lines lines;
    lines.typed = parse_command_line(arguments, program);
    SearchCommand command;
    command.text = own_text(lines.typed, program);
    if (command.text) return command;
    const ConfigSource heeded = without_wrong_colors(config, command.notes);
    const ConfigSource source = lines.typed.has("no-config") ? ConfigSource{} : heeded;
    const std::vector<ConfigLine> settings = read_config(source, program, one_of_each());
    if (lines.typed.has("config-show")) {
        command.text = make_safe(describe_config(lines.typed, settings, heeded), LineBreaks::stay);
        return command;
    }
    command.following = read_following(lines.typed, read_today(lines.typed, today));
    if (command.following && command.following->action != FollowAction::save) {
        lines.typed.words.clear();  // they are names
        nothing = NothingAsked::is_everything;
    }
    check_together(lines.typed);
    check_opened(lines.typed);
    lines.all = with_config(lines.typed, settings, source, one_of_each());
    heed_colors(heeded, lines);
    command.archives = archives_asked(lines.typed, settings, source);
    if (const auto seconds = lines.all.value("timeout"))
        for (NamedFolder& archive : command.archives)
            archive.patience = whole_number("timeout", *seconds, 1, 3600);
    command.strict = lines.all.has("strict");
    command.show = named_article(lines.typed);
    command.study = read_study(lines.typed);
    if (const auto name = lines.typed.value("complete")) {
        command.completes_searches = completes_searches(*name);
        command.complete = command.completes_searches ? *name : completed_field(*name);
        command.request.query = join_words(lines.typed.words);
        return command;
    }
    read_request(lines, command, today, nothing);
    command.output = read_output(lines.all);
    if (lines.typed.has("feed")) command.output.format = OutputFormat::atom;
    check_tables(command.request, command.output.format);
    suit_to_format(lines.all, lines.typed, command);
    note_idle_options(lines.typed, command);
    if (auto note = note_of_lost_quotes(lines.typed.words))
        command.notes.push_back(std::move(*note));
    return command;
}

}  // namespace dateline
