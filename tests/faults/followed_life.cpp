// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/followed_life.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <vector>

#include "tests/faults/archive.h"
#include "tests/faults/fault.h"
#include "tests/faults/folder_changes.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using cli::Output;
using cli::Sandbox;
using Words = std::vector<std::string>;

/// An article of one file. Copies are of the same text.
struct Clipping {
    int text = 0;
    int edition = 0;  ///< no two edits make one text
    bool matches = true;
    bool edited = false;  ///< both since the last run in which it matched
    bool moved = false;
};

std::string title_of(int text) {
    return fmt::format("Report {}", text);
}

std::string bytes_of(const Clipping& clipping) {
    std::string body = clipping.matches ? "The harbour is told of.\n\n" : "Nothing is told of.\n\n";
    for (int i = 0; i < 60; ++i) body += fmt::format("w{}x{} ", clipping.text, i * i);
    if (clipping.edition > 0) body += fmt::format("\n\nMended in edition {}.", clipping.edition);
    return fmt::format("---\ntitle: {}\ndate: 2026-02-{:02}\n---\n\n{}\n", title_of(clipping.text),
                       1 + clipping.text % 28, body);
}

class FollowedLife {
public:
    explicit FollowedLife(unsigned seed) : chance_(seed) {
        use_shim(sandbox_);
        for (int i = 0; i < 5; ++i) add();
        bring_in_step(true);
        sandbox_.search({"--save=h", "--index=one", "--index=two", "harbour"});
        for (const auto& [path, clipping] : files_)
            if (clipping.matches) ++known_[clipping.text];
    }

    std::string run(int steps) {
        for (int step = 1; step <= steps; ++step) {
            story_ += fmt::format("step {}\n", step);
            for (std::size_t i = chance_.number(5); i > 0; --i) change();
            bring_in_step(false);
            note_doubts();
            const std::string complaint = ask();
            if (!complaint.empty()) return story_ + complaint;
        }
        return "";
    }

private:
    void tell(const std::string& what) { story_ += "    " + what + "\n"; }

    // What happens to the files.

    std::string free_path() {
        const std::vector<std::string> folders{"a", "a/x", "b", "c"};
        for (;;) {
            std::string path = fmt::format("{}/{}.md", chance_.pick(folders), chance_.number(30));
            if (!files_.contains(path)) return path;
        }
    }

    void write(const std::string& path, const Clipping& clipping) {
        files_[path] = clipping;
        sandbox_.write(path, bytes_of(clipping));
    }

    void create(const std::string& path, Clipping clipping) {
        clipping.edited = clipping.moved = false;
        ++instances_[clipping.text];
        write(path, clipping);
    }

    void add() {
        const std::string path = free_path();
        create(path, {next_++, 0, !chance_.one_in(4), false, false});
        tell(fmt::format("add {} as {}", files_[path].text, path));
    }

    std::string some() {
        return std::next(files_.begin(), static_cast<long>(chance_.number(files_.size())))->first;
    }

    Clipping take(const std::string& path) {
        Clipping clipping = files_.at(path);
        files_.erase(path);
        fs::remove(sandbox_.path() / path);
        return clipping;
    }

    void put(const std::string& path, Clipping clipping) {
        clipping.moved = true;
        write(path, clipping);
    }

    void edit() {
        const std::string path = some();
        Clipping clipping = files_.at(path);
        clipping.edition = ++editions_;
        clipping.edited = true;
        if (chance_.one_in(3)) clipping.matches = !clipping.matches;
        write(path, clipping);
        tell("edit " + path);
    }

    void restore() {
        if (bin_.empty()) return;
        const auto [path, clipping] = bin_.back();
        bin_.pop_back();
        const bool same = chance_.one_in(2) && !files_.contains(path);
        const std::string to = same ? path : free_path();
        put(to, clipping);
        tell(fmt::format("restore {} as {}", clipping.text, to));
    }

    void swap() {
        const std::string one = some();
        const std::string other = some();
        const Clipping kept = files_.at(one);
        put(one, files_.at(other));
        put(other, kept);
        tell("swap " + one + " and " + other);
    }

    void change() {
        if (files_.size() < 4) return add();
        const std::string path = some();
        switch (chance_.number(10)) {
            case 0:
            case 1:
            case 2:
                return add();
            case 3:
                return edit();
            case 4: {
                const std::string to = free_path();
                tell("move " + path + " to " + to);
                return put(to, take(path));
            }
            case 5: {
                const std::string to = free_path();
                tell("copy " + path + " to " + to);
                return create(to, files_.at(path));
            }
            case 6:
                tell("delete " + path);
                bin_.emplace_back(path, files_.at(path));
                take(path);
                return;
            case 7:
                return restore();
            case 8:
                tell("another in place of " + path);
                bin_.emplace_back(path, files_.at(path));
                return create(path, {next_++, 0, true, false, false});
            default:
                return chance_.one_in(2) ? swap() : touch(path);
        }
    }

    void touch(const std::string& path) {
        write(path, files_.at(path));
        tell("touch " + path);
    }

    // Runs of the indexer.

    void index(Words arguments) {
        arguments.insert(arguments.end(), {"--quiet", "--allow-removals", "-j1"});
        if (chance_.one_in(8)) {
            const long at = static_cast<long>(1 + chance_.number(40));
            run_with_fault(sandbox_, arguments,
                           {.kind = "kill", .at = at, .under = arguments.front().substr(8)});
        }
        sandbox_.index(arguments);
    }

    void bring_in_step(bool first) {
        Words one{"--index=one"};
        Words two{"--index=two"};
        for (const char* folder : {"a", "b", "c"}) fs::create_directories(sandbox_.path() / folder);
        if (first || away_ == "a") {
            one.insert(one.end(), {"a", "b"});
            away_.clear();
        } else if (chance_.one_in(10)) {
            index({"--index=one", "--forget=a"});
            away_ = "a";
            tell("forget a");
            for (auto& [path, clipping] : files_)
                if (path.starts_with("a")) clipping.moved = true;
        }
        if (first) two.emplace_back("c");
        if (chance_.one_in(6) && away_.empty() && !first) {
            one.emplace_back("--rebuild");
            tell("rebuild");
        }
        index(one);
        index(two);
    }

    // What is told.

    /// Of what was both edited and moved nobody can say that it is the same, nor of copies that
    /// differ which is which.
    void note_doubts() {
        std::map<int, std::set<int>> editions;
        const auto note = [&](const Clipping& clipping, bool away) {
            editions[clipping.text].insert(clipping.edition);
            if (clipping.edited && (clipping.moved || away)) ++allowed_[clipping.text];
        };
        for (const auto& [path, clipping] : files_) note(clipping, false);
        for (const auto& [path, clipping] : bin_) note(clipping, true);
        for (const auto& [text, some] : editions)
            if (some.size() > 1) differing_.insert(text);
    }

    std::vector<int> told_in(const std::string& lines) const {
        std::vector<int> texts;
        std::istringstream all(lines);
        for (std::string line; std::getline(all, line);) {
            const auto json = nlohmann::json::parse(line, nullptr, false);
            if (json.is_discarded()) continue;  // a run that was killed
            const std::string title = json["title"];
            texts.push_back(std::stoi(title.substr(title.find(' '))));
        }
        return texts;
    }

    bool is_indexed(const std::string& path) const {
        return away_.empty() || !path.starts_with(away_);
    }

    /// One run, one that is killed, or two at once.
    std::string ask() {
        const Words arguments{"--new=h", "--format=jsonl"};
        const std::size_t how = chance_.number(8);
        if (how == 0) {
            const long at = static_cast<long>(1 + chance_.number(12));
            const FaultyRun run = search_with_fault(sandbox_, arguments,
                                                    {.kind = "kill", .at = at, .under = ".local"});
            tell(fmt::format("a run that is killed at call {}", at));
            for (const int text : told_in(run.output.out)) {
                ++known_[text];
                if (run.output.status > 1) ++allowed_[text];
            }
            return check(run.output.status <= 1);
        }
        if (how == 1) {
            const std::string both = fmt::format("{0} {1} > o1 & {0} {1} > o2 & wait",
                                                 DATELINE_SEARCH_PROGRAM, "--new=h --format=jsonl");
            sandbox_.run("/bin/sh", {"-c", both});
            tell("two runs at once");
            for (const int text : told_in(sandbox_.read("o1") + sandbox_.read("o2")))
                ++known_[text];
            return check(true);
        }
        const Output run = sandbox_.search(arguments);
        if (run.status > 1) return told(run);
        for (const int text : told_in(run.out)) ++known_[text];
        const bool again = chance_.one_in(4);
        if (again && sandbox_.search(arguments).status != 1) return "what was told is new again";
        return check(true);
    }

    int number_in(const std::map<int, int>& numbers, int text) const {
        const auto number = numbers.find(text);
        return number == numbers.end() ? 0 : number->second;
    }

    std::string check(bool all_told) {
        for (auto& [path, clipping] : files_) {
            if (!all_told || !clipping.matches || !is_indexed(path)) continue;
            if (number_in(known_, clipping.text) == 0)
                return fmt::format("{} of {} is never told", title_of(clipping.text), path);
            clipping.edited = clipping.moved = false;
        }
        for (const auto& [text, instances] : instances_) {
            if (differing_.contains(text)) continue;
            if (number_in(known_, text) > instances + number_in(allowed_, text))
                return fmt::format("{} is told {} times, of {} files", title_of(text),
                                   number_in(known_, text), instances);
        }
        return "";
    }

    Chance chance_;
    Sandbox sandbox_;
    std::string story_;
    std::map<std::string, Clipping> files_;
    std::vector<std::pair<std::string, Clipping>> bin_;
    std::string away_;  ///< folder that the index has forgotten
    int next_ = 1;
    int editions_ = 0;
    std::map<int, int> instances_;  ///< of each text, ever
    std::map<int, int> known_;      ///< how often each was told, or there from the beginning
    std::map<int, int> allowed_;    ///< times that it may be told again
    std::set<int> differing_;
};

}  // namespace

std::string followed_life_complaint(unsigned seed, int steps) {
    return FollowedLife(seed).run(steps);
}

}  // namespace dateline
