// SPDX-License-Identifier: GPL-2.0-or-later
// The directions that docs/architecture.md allows: who may include whom, and which library is seen
// where.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// File (from the project's root) -> what it includes, as written between the quotes or brackets.
std::map<std::string, std::set<std::string>> includes_of(const std::string& room) {
    const fs::path root = DATELINE_SOURCE;
    std::map<std::string, std::set<std::string>> result;
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
        const std::string extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream file(entry.path());
        std::set<std::string>& names = result[fs::relative(entry.path(), root).string()];
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("#include "))
                names.insert(line.substr(10, line.find_last_of("\">") - 10));
    }
    return result;
}

bool any_starts_with(const std::vector<std::string>& prefixes, const std::string& file) {
    return std::ranges::any_of(prefixes,
                               [&](const auto& prefix) { return file.starts_with(prefix); });
}

}  // namespace

TEST_CASE("common includes neither side, and the sides do not include each other") {
    const std::map<std::string, std::vector<std::string>> forbidden{
        {"common", {"indexer/", "searcher/"}},
        {"indexer", {"searcher/"}},
        {"searcher", {"indexer/"}}};
    for (const auto& [room, others] : forbidden)
        for (const auto& [file, names] : includes_of(room))
            for (const std::string& name : names) {
                CAPTURE(file);
                CAPTURE(name);
                CHECK_FALSE(any_starts_with(others, name));
            }
}

/// The rooms of a program, lowest first: those that may be included stand before. A file at the top
/// is a room of its own, with its header.
const std::map<std::string, std::vector<std::string>> room_order{
    {"indexer",
     {"files", "dates", "readers", "metadata", "document", "writers", "sync", "inspect", "cli",
      "stop_signals", "main"}},
    {"searcher",
     {"remote", "archives", "query", "match", "passages", "request", "ranking", "pile", "result", "hits",
      "counts", "advice", "show", "gather", "study", "render", "other_machines",
      "search", "cli",
      "following", "config_source", "web", "main", "web_main"}},
};

/// "searcher/query/tree.h" -> its place in the order of the searcher's rooms; "request.h" too.
std::ptrdiff_t floor_of(const std::string& file, const std::vector<std::string>& order) {
    const std::string below = file.substr(file.find('/') + 1);
    const auto room = std::ranges::find(order, below.substr(0, below.find_first_of("/.")));
    REQUIRE_MESSAGE(room != order.end(), file << " is in no room that the order names");
    return room - order.begin();
}

TEST_CASE("no arrow between the rooms of a program points upward") {
    for (const auto& [program, order] : room_order)
        for (const auto& [file, names] : includes_of(program))
            for (const std::string& name : names) {
                if (!name.starts_with(program + "/")) continue;
                CAPTURE(file);
                CAPTURE(name);
                CHECK(floor_of(name, order) <= floor_of(file, order));
            }
}

TEST_CASE("Xapian and Boost are seen only where they are wrapped") {
    const std::map<std::string, std::vector<std::string>> allowed{
        {"xapian.h",
         {"common/index_store",
          "common/stemmer",
          "common/run_main",
          "indexer/sync/index_state",
          "indexer/sync/known_items",
          "indexer/sync/sync",
          "indexer/writers/",
          "searcher/match/",
          "searcher/search",
          "searcher/hits/hits",
          "searcher/query/index_words",
          "searcher/archives/archives",
          "searcher/archives/find_article",
          "searcher/ranking/",
          "searcher/pile/",
          "searcher/counts/facets",
          "searcher/counts/tally", "searcher/counts/remote_tally", "searcher/remote/reader",
          "searcher/show",
          "searcher/gather/", "searcher/study",
          "searcher/following/matching",
          "searcher/advice/"}},
        {"boost/", {"common/command_line", "indexer/cli/options", "searcher/cli/options",
                     "searcher/web/jobs",
                     "searcher/web/server"}}};
    for (const std::string room : {"common", "indexer", "searcher"})
        for (const auto& [file, names] : includes_of(room))
            for (const auto& [header, places] : allowed)
                for (const std::string& name : names) {
                    if (!name.starts_with(header)) continue;
                    CAPTURE(file);
                    CHECK(any_starts_with(places, file));
                }
}

TEST_CASE("every header of common is used by both sides") {
    std::map<std::string, std::set<std::string>> graph = includes_of("common");
    const auto reach = [&](const std::string& room) {
        std::set<std::string> reached;
        std::vector<std::string> waiting;
        for (const auto& [file, names] : includes_of(room))
            waiting.insert(waiting.end(), names.begin(), names.end());
        while (!waiting.empty()) {
            const std::string name = waiting.back();
            waiting.pop_back();
            if (!name.starts_with("common/") || !reached.insert(name).second) continue;
            const std::string source = name.substr(0, name.size() - 2) + ".cpp";
            for (const std::string& next : graph[name]) waiting.push_back(next);
            for (const std::string& next : graph[source]) waiting.push_back(next);
        }
        return reached;
    };
    const std::set<std::string> by_indexer = reach("indexer");
    const std::set<std::string> by_searcher = reach("searcher");
    for (const auto& [file, names] : includes_of("common")) {
        if (!file.ends_with(".h")) continue;
        CAPTURE(file);
        CHECK(by_indexer.contains(file));
        CHECK(by_searcher.contains(file));
    }
}

TEST_CASE("no set of bytes is taken for a set of characters") {
    const fs::path root = DATELINE_SOURCE;
    for (const std::string room : {"common", "indexer", "searcher"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
            if (entry.path().extension() != ".cpp") continue;
            std::ifstream file(entry.path());
            for (std::string line; std::getline(file, line);) {
                const std::size_t at = line.find("_of(\"");  // find_last_not_of("…") and its kin
                if (at == std::string::npos || line.find("find_") > at) continue;
                CAPTURE(entry.path());
                CAPTURE(line);
                CHECK(std::none_of(line.begin() + static_cast<std::ptrdiff_t>(at), line.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
            }
        }
    }
}

}  // namespace dateline
