// SPDX-License-Identifier: GPL-2.0-or-later
// The same articles in one index and dealt into three: random command lines must find the same
// hits, in the same order, with the same scores, counts, passages and notes.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/error.h"
#include "searcher/cli/options.h"
#include "searcher/render/json.h"
#include "searcher/search.h"
#include "tests/oracle/indexed_folders.h"
#include "tests/oracle/typed_command.h"
#include "tests/relevance/collection.h"
#include "tests/unit/temporary_folder.h"

namespace dateline::oracle {
namespace {

constexpr std::size_t archives = 3;

/// As many articles in each, in an order of their own.
std::vector<Collection> deal(const std::vector<Article>& articles) {
    std::vector<Collection> dealt(archives);
    for (std::size_t i = 0; i < articles.size(); ++i)
        dealt[i * 7 % 11 % archives].articles.push_back(articles[i]);
    std::ranges::reverse(dealt[1].articles);
    return dealt;
}

std::vector<std::string> command_line(TypedQueryMaker& maker) {
    const std::vector<std::vector<std::string>> shown{
        {},
        {"--explain"},
        {"--passages", "3"},
        {"-n", "40", "--offset", "5"},
        {"-n0"},
        {"--any"},
        {"--recent", "--explain"},
        {"--all"},
        {"--full"},
        {"--sort", "newest"},
        {"--sort", "oldest", "-n", "30"},
        {"--count"},
        {"-l"},
        {"--offset", "145"},
        {"--by", "outlet", "-n", "3"},
    };
    for (;;) {
        const TypedCommand command = make_command(maker);
        std::vector<std::string> options = shown[maker.pick(shown.size())];
        if (command.asked == Asked::by || command.asked == Asked::timeline) {
            options.clear();
            for (const std::string& name : command.by) options.push_back("--by=" + name);
            if (command.asked == Asked::timeline) options.push_back("--timeline=" + command.period);
            if (command.share) options.emplace_back("--share");
        }
        // Of these they must differ.
        if (std::ranges::find(command.by, "archive") == command.by.end())
            return arguments(command, options);
    }
}

/// "part1:4b8gm5ehyq3rd" -> "4b8gm5ehyq3rd".
void cut_archive(std::string& id) {
    id.erase(0, id.find(':') + 1);
}

/// What --json prints, whichever archive each hit is from.
std::string answer(const std::vector<NamedFolder>& asked, const std::vector<std::string>& typed) {
    const std::vector<std::string_view> views(typed.begin(), typed.end());
    std::ostringstream out;
    try {
        const SearchCommand command = read_search_command(views, oracle_today, {});
        SearchResult result = search(asked, command.request);
        result.archives.clear();
        for (Hit& hit : result.hits) {
            hit.article.archive.clear();
            if (!hit.copies) continue;
            if (hit.copies->first) cut_archive(hit.copies->first->id);
            for (std::string& id : hit.copies->ids) cut_archive(id);
        }
        if (result.timeline)
            for (TimelineBar& bar : result.timeline->bars)
                if (bar.peak) bar.peak->archive.clear();
        render_json(result, out);
    } catch (const Error& error) {
        out << error.what() << '\n';
    }
    return out.str();
}

/// The lines in which they differ first.
std::string difference(const std::string& one, const std::string& three) {
    const auto [a, b] = std::ranges::mismatch(one, three);
    if (a == one.end() && b == three.end()) return "";
    const auto around = [](const std::string& text, std::string::const_iterator at) {
        const auto place = static_cast<std::size_t>(at - text.begin());
        const std::size_t begin = place < 200 ? 0 : place - 200;
        return text.substr(begin, 400);
    };
    return "one:\n" + around(one, a) + "\nthree:\n" + around(three, b);
}

/// All articles in one index, and dealt into three.
struct DealtArticles {
    TemporaryFolder folder;
    std::vector<Article> articles;
    std::vector<NamedFolder> one;
    std::vector<NamedFolder> three;

    DealtArticles() {
        make_index(folder / "index", folders());
        articles = read_articles(folder / "index");
        REQUIRE(articles.size() > archives);
        index_collection({.name = "", .articles = articles, .queries = {}, .judgments = {}},
                         folder / "one");
        one = {{"one", folder / "one"}};
        for (const Collection& each : deal(articles)) {
            const std::string name = "part" + std::to_string(three.size() + 1);
            index_collection(each, folder / name);
            three.push_back({name, folder / name});
        }
    }

    TypedQueryMaker maker() const {
        return {articles, static_cast<unsigned>(std::stoul(setting("DATELINE_SEED", "1")))};
    }
};

/// Of an answer as JSON, what is the same where archives are on other machines: which articles, in
/// which order, with which scores and passages, and all counts. What was said instead of one.
std::string essence(const std::string& answer) {
    if (!answer.starts_with('{')) return answer;
    const auto whole = nlohmann::ordered_json::parse(answer);
    nlohmann::ordered_json kept;
    for (const char* key : {"counts", "facets", "timeline"})
        if (whole.contains(key)) kept[key] = whole[key];
    for (const auto& hit : whole["hits"]) {
        auto& same = kept["hits"].emplace_back();
        for (const char* key : {"id", "passages", "text", "lit", "lacking"})
            if (hit.contains(key)) same[key] = hit[key];
        same["score"] = fmt::format("{:.6f}", hit.value("score", 0.0));  // added in another order
    }
    return kept.dump(1);
}

}  // namespace

TEST_CASE("articles dealt into three archives are found, ranked, counted and shown as in one") {
    const DealtArticles dealt;
    TypedQueryMaker maker = dealt.maker();
    const std::size_t commands = std::stoul(setting("DATELINE_DEALT_QUERIES", "300"));
    std::size_t differences = 0;
    for (std::size_t i = 0; i < commands && differences < 5; ++i) {
        const std::vector<std::string> typed = command_line(maker);
        const std::string line = shell_line(typed);
        CAPTURE(i);
        CAPTURE(line);
        const std::string found = difference(answer(dealt.one, typed), answer(dealt.three, typed));
        differences += !found.empty();
        CHECK(found == "");
    }
    MESSAGE(commands << " commands on " << dealt.articles.size() << " articles");
}

/// The counts alone.
std::string without_hits(const std::string& essence) {
    if (!essence.starts_with('{')) return essence;
    auto whole = nlohmann::ordered_json::parse(essence);
    whole.erase("hits");
    return whole.dump(1);
}

/// Whether that is said to be nothing for other machines.
bool is_refusal(const std::string& answer) {
    constexpr const char* refusals[] = {"on other machines cannot be told",
                                        "on another machine is too large for", "cannot be asked of",
                                        "some of them on another machine"};
    return std::ranges::any_of(
        refusals, [&](const char* refusal) { return answer.find(refusal) != answer.npos; });
}

TEST_CASE("the same holds where two of the archives are on other machines") {
    DealtArticles dealt;
    dealt.three[1].folder = "ssh://desk" + dealt.three[1].folder;
    dealt.three[2].folder = "ssh://far" + dealt.three[2].folder;
    const std::string stand_in = std::filesystem::path(DATELINE_SSH_STAND_IN).parent_path();
    setenv("PATH", (stand_in + ":/usr/bin:/bin").c_str(), 1);
    TypedQueryMaker maker = dealt.maker();
    const std::size_t commands = std::stoul(setting("DATELINE_REMOTE_QUERIES", "60"));
    std::size_t differences = 0;
    std::size_t refused = 0;
    for (std::size_t i = 0; i < commands && differences < 5; ++i) {
        std::vector<std::string> typed = command_line(maker);
        typed.insert(typed.begin(), "--copies=show");
        const std::string line = shell_line(typed);
        CAPTURE(i);
        CAPTURE(line);
        const std::string there = answer(dealt.three, typed);
        if (is_refusal(there)) {
            ++refused;
            continue;
        }
        std::string one = essence(answer(dealt.one, typed));
        std::string three = essence(there);
        if (line.find_first_of("*?~") != line.npos) {  // of patterns scores are others there
            one = without_hits(one);
            three = without_hits(three);
        }
        const std::string found = difference(one, three);
        differences += !found.empty();
        CHECK(found == "");
    }
    CHECK(refused * 10 <= commands);
    MESSAGE(commands << " commands, " << refused << " of them refused");
}

}  // namespace dateline::oracle
