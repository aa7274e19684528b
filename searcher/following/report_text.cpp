// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/counted.h"
#include "common/json_controls.h"
#include "common/terminal.h"
#include "searcher/cli/shell_words.h"

namespace dateline {
namespace {

std::string count_column(const SavedState& state) {
    return state.wrong.empty()
               ? fmt::format("{} new of {}", grouped(state.fresh), grouped(state.matches))
               : "cannot be asked";
}

}  // namespace

void write_save_report(const SaveReport& report, bool all_new, std::size_t width,
                       std::ostream& out) {
    const std::string& name = report.search.name;
    const auto print = [&](const std::string& text) {
        const std::string safe = make_safe(text);
        for (const TextRange& line : wrap(safe, width, width))
            out << safe.substr(line.begin, line.end - line.begin) << '\n';
    };
    print(fmt::format("saved '{}': {}", name, shell_line(report.search.arguments)));
    if (!report.read_as.empty()) print("read as: " + report.read_as);
    const bool one = report.articles == 1;
    std::string matches = counted(report.articles, "article matches now", "articles match now");
    if (report.articles > 0 && all_new)
        matches += one ? ", and is new to it" : ", and are new to it";
    else if (report.articles > 0)
        matches += one ? ", and counts as seen" : ", and count as seen";
    print(matches);
    print("what comes in: dateline-search --new " + name);
}

void write_saved_text(const std::vector<SavedState>& states, std::size_t width, std::ostream& out) {
    std::size_t names = 0;
    std::size_t counts = 0;
    for (const SavedState& state : states) {
        names = std::max(names, display_width(make_safe(state.name)));
        counts = std::max(counts, count_column(state).size());
    }
    for (const SavedState& state : states) {
        const std::string name = make_safe(state.name);
        std::string line = name + std::string(names - display_width(name) + 2, ' ') +
                           fmt::format("{:>{}}  ", count_column(state), counts);
        constexpr std::size_t least = 8;
        const std::size_t used = display_width(line);
        const std::size_t room = std::max(least, width > used ? width - used : 0);
        out << line << cut_to_width(make_safe(shell_line(state.arguments)), room) << '\n';
    }
}

void write_saved_json(const std::vector<SavedState>& states, std::ostream& out) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const SavedState& state : states) {
        Json json;
        json["name"] = state.name;
        json["arguments"] = state.arguments;
        json["new"] = state.wrong.empty() ? Json(state.fresh) : Json(nullptr);
        json["matches"] = state.wrong.empty() ? Json(state.matches) : Json(nullptr);
        json["wrong"] = state.wrong.empty() ? Json(nullptr) : Json(state.wrong);
        list.push_back(std::move(json));
    }
    Json all;
    all["searches"] = std::move(list);
    out << escape_for_terminal(all.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
}

void write_new_counts(const std::vector<SearchPart>& parts, bool bare, std::ostream& out) {
    for (const SearchPart& part : parts) {
        if (bare)
            out << part.articles << '\n';
        else if (part.articles > 0)
            out << make_safe(part.name) << ": " << part.articles << '\n';
    }
}

}  // namespace dateline
