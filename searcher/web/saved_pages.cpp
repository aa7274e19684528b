// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/saved_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <set>
#include <sstream>

#include "common/counted.h"
#include "common/error.h"
#include "searcher/cli/shell_words.h"
#include "searcher/following/following.h"
#include "searcher/render/arrival_text.h"
#include "searcher/render/html_parts.h"
#include "searcher/web/frame.h"
#include "searcher/web/hit_item.h"
#include "searcher/web/keys.h"

namespace dateline::web {
namespace {

constexpr std::string_view folder = "/saved/";
constexpr std::string_view feed_ending = ".atom";
/// New articles of one page: marked by a form that names each.
constexpr int most_shown = 50;
/// Copies that stand behind them are named, too, as far as a form holds them.
constexpr std::size_t most_marked = 150;

Follower follower_of(const Site& site) {
    Follower follower;
    follower.places = site.places;
    follower.config = site.config;
    follower.usual_index = [&site] { return site.usual_index; };
    follower.longest_wait = std::chrono::seconds(2);  // a page has five in all
    follower.folder = site.folder;
    follower.display = site.arguments;
    follower.today = site.today();
    follower.now = site.now();
    return follower;
}

Following asks(const Site& site, FollowAction action, std::string name) {
    Following following;
    following.action = action;
    following.names = {std::move(name)};
    following.marks = action == FollowAction::feed;
    following.display = site.arguments;
    return following;
}

std::string saved_address(const std::string& name, std::string_view ending = "") {
    return std::string(folder) + encode_segment(name + std::string(ending));
}

/// The saved search as parameters of an address, as far as these say it.
Parameters parameters_of(const std::vector<std::string>& arguments) {
    Parameters parameters;
    const auto words = std::ranges::find(arguments, "--");
    for (auto argument = arguments.begin(); argument != words; ++argument) {
        const std::size_t equals = std::min(argument->find('='), argument->size());
        const bool has_value = equals < argument->size();
        parameters.push_back(
            {argument->substr(2, equals - 2), has_value ? argument->substr(equals + 1) : "yes"});
    }
    std::string query;
    for (auto word = words; word != arguments.end(); ++word)
        if (word != words) query.append(query.empty() ? "" : " ").append(*word);
    if (!query.empty()) parameters.insert(parameters.begin(), {"q", query});
    return known_parameters(parameters);
}

std::string open_link(const std::vector<std::string>& arguments) {
    return anchor(address_of("/search", parameters_of(arguments)), "open in the box");
}

std::string row(const SavedState& state) {
    const std::string name = anchor(saved_address(state.name), escape_html(state.name));
    if (!state.wrong.empty())
        return fmt::format(
            "<tr><th scope=\"row\">{}</th><td colspan=\"4\" class=\"alarm\">{}</td></tr>\n",
            escape_html(state.name), escape_html(state.wrong));
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td>"
        "<td><code>{}</code></td><td>{} {}</td></tr>\n",
        name, state.fresh == 0 ? "0" : "<strong>" + grouped(state.fresh) + "</strong>",
        grouped(state.matches), escape_html(shell_line(state.arguments)),
        open_link(state.arguments),
        anchor(saved_address(state.name, feed_ending), "feed", "type=\"application/atom+xml\""));
}

Response page_of(const Site& site, const Request& request, const std::string& title,
                 const std::string& main) {
    Frame frame;
    frame.title = title;
    frame.main = "<main id=\"content\" class=\"saved\">\n" + main + "</main>\n";
    tell_keys(site, request, frame);
    Response response;
    response.body = page(frame);
    return response;
}

/// The form of what is shown: those articles, as they are, and no others: more may have come in,
/// and others have their places.
std::string seen_form(const Site& site, const std::string& name, const SearchResult& result) {
    std::string ids;
    std::size_t number = 0;
    const auto add = [&](const std::string& mark) {
        ids += hidden_inputs({{"id", mark}});
        ++number;
    };
    for (const Hit& hit : result.hits) {
        if (!hit.arrival) continue;
        add(hit.arrival->mark);
        for (const std::string& mark : hit.arrival->with)
            if (number < most_marked) add(mark);
    }
    return fmt::format(
        "<form method=\"post\" action=\"/saved\"><p>{}{}<button name=\"do\" value=\"seen\">Mark "
        "{} as seen</button></p></form>\n",
        hidden_inputs({{"token", site.secrets.token}, {"name", name}}), ids,
        number == 1 ? "it" : fmt::format("these {}", grouped(number)));
}

std::string notes_html(const SearchResult& result) {
    std::string html;
    for (const std::string& note : result.notes)
        html += "<p class=\"remark\">" + escape_html(note) + "</p>\n";
    return html;
}

const SavedSearch& search_named(const std::vector<SavedSearch>& searches, const std::string& name) {
    const auto found = std::ranges::find(searches, name, &SavedSearch::name);
    if (found == searches.end())
        throw Error(fmt::format("there is no saved search '{}'", name), "/saved lists them", 1);
    return *found;
}

Response feed(const Site& site, const std::string& name) {
    const Follower follower = follower_of(site);
    search_named(load_searches(follower.places), name);
    Following following = asks(site, FollowAction::feed, name);
    following.display.emplace_back("--format=atom");
    const Told told = tell(follower, following);
    const OutputKind& kind = row_of(OutputFormat::atom);
    std::ostringstream out;
    kind.render(told.result, {}, out);
    remember(follower, told);
    Response response;
    response.type = kind.media_type;
    response.body = std::move(out).str();
    return response;
}

Response news(const Site& site, const Request& request, const std::string& name) {
    const Follower follower = follower_of(site);
    const auto searches = load_searches(follower.places);
    const SavedSearch search = search_named(searches, name);
    Following following = asks(site, FollowAction::news, name);
    following.display.push_back(fmt::format("--limit={}", most_shown));
    following.display.emplace_back("--format=html");
    const SearchResult result = tell(follower, following).result;
    Asked asked;
    asked.typed = parameters_of(search.arguments);
    std::string html = fmt::format(
        "<h1>{}</h1>\n<p class=\"remark\"><code>{}</code> {} {}</p>\n",
        escape_html(part_heading(result.parts.front())), escape_html(shell_line(search.arguments)),
        open_link(search.arguments),
        anchor(saved_address(name, feed_ending), "feed", "type=\"application/atom+xml\""));
    html += notes_html(result);
    std::string hits;
    for (const Hit& hit : result.hits) hits += hit_item(hit, asked);
    if (!hits.empty())
        html += "<ol class=\"hits\">\n" + hits + "</ol>\n" + seen_form(site, name, result);
    return page_of(site, request, name,
                   html + "<p>" + anchor("/saved", "all saved searches") + "</p>\n");
}

}  // namespace

Response saved_searches(const Site& site, const Request& request) {
    Following following = asks(site, FollowAction::list, "");
    const std::vector<SavedState> states = saved_states(follower_of(site), following);
    std::string html = "<h1>Saved searches</h1>\n";
    if (states.empty()) {
        html +=
            "<p>None is saved. The page of a search saves it, above its list; in a shell "
            "<code>dateline-search --save NAME WORDS</code> does.</p>\n";
        return page_of(site, request, "Saved searches", html);
    }
    html +=
        "<table class=\"searches\">\n<tr><th scope=\"col\">name</th><th scope=\"col\" "
        "class=\"n\">new</th><th scope=\"col\" class=\"n\">of</th><th scope=\"col\">search</th>"
        "<td></td></tr>\n";
    for (const SavedState& state : states) html += row(state);
    return page_of(site, request, "Saved searches", html + "</table>\n");
}

Response saved_search(const Site& site, const Request& request) {
    std::string name = request.path.substr(folder.size());
    if (!name.ends_with(feed_ending)) return news(site, request, name);
    name.resize(name.size() - feed_ending.size());
    return feed(site, name);
}

Response change_saved(const Site& site, const Request& request) {
    const Parameters sent = decode_parameters(request.body).value_or(Parameters{});
    const std::string name = value_of(sent, "name");
    const std::string what = value_of(sent, "do");
    const Follower follower = follower_of(site);
    if (what == "save") {
        save_search(follower, save_command(site, name, known_parameters(sent)));
        return redirect("/saved");
    }
    if (what != "seen") throw Error("a form saves a search, or marks articles as seen");
    std::set<std::string> ids;
    for (const Parameter& parameter : sent)
        if (parameter.name == "id") ids.insert(parameter.value);
    mark_seen(follower, name, ids);
    return redirect(saved_address(name));
}

std::string save_form(const Site& site, const Asked& asked) {
    if (!narrows(asked.typed) || asked.command.request.subject) return "";
    const Parameters typed = without(
        asked.typed, {Role::place, Role::size, Role::passages, Role::counts, Role::explain});
    return fmt::format(
        "<details class=\"save\"><summary>save</summary><form method=\"post\" "
        "action=\"/saved\"><p>{}{}<input name=\"name\" aria-label=\"Name of the saved search\" "
        "placeholder=\"a name\" required maxlength=\"100\" autocomplete=\"off\"><button "
        "name=\"do\" "
        "value=\"save\">Save</button></p></form></details>",
        hidden_inputs({{"token", site.secrets.token}}), hidden_inputs(typed));
}

}  // namespace dateline::web
