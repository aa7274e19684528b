// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/history.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "tests/faults/archive.h"
#include "tests/faults/fault.h"
#include "tests/faults/folder_changes.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using cli::Output;
using cli::Sandbox;
using Words = std::vector<std::string>;

const Words all_roots{"a", "b", "c"};

/// What the index should know of one of its folders.
struct KnownRoot {
    std::string name;
    Words filter;                                 ///< options
    std::map<std::string, std::string> articles;  ///< as in IndexContents
};
using KnownRoots = std::map<std::uint32_t, KnownRoot>;

struct Run {
    Words named;
    Words forgotten;
    std::optional<Words> filter;
    Words options;
    bool rebuild = false;

    Words arguments() const {
        Words words = options;
        if (rebuild) words.emplace_back("--rebuild");
        if (filter) words.insert(words.end(), filter->begin(), filter->end());
        for (const std::string& name : forgotten) words.push_back("--forget=" + name);
        words.insert(words.end(), named.begin(), named.end());
        return words;
    }
};

bool has(const Words& list, const std::string& word) {
    return std::ranges::find(list, word) != list.end();
}

std::string sentence(const Words& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

class History {
public:
    explicit History(unsigned seed) : chance_(seed) {
        use_shim(sandbox_);
        if (chance_.one_in(2)) sandbox_.environment["XAPIAN_FLUSH_THRESHOLD"] = "5";
        for (const std::string& name : all_roots) fill_folder(sandbox_.path() / name, chance_);
    }

    std::string run(int steps) {
        for (int step = 1; step <= steps; ++step) {
            story_ += fmt::format("step {}\n", step);
            change_archive_by_chance();
            const std::string complaint = bring_in_step(choose_run());
            if (!complaint.empty()) return without_place(story_ + complaint);
        }
        return "";
    }

private:
    /// The sandbox has another place each time.
    std::string without_place(std::string text) const {
        const std::string place = sandbox_.path().string() + "/";
        for (std::size_t at = 0; (at = text.find(place, at)) != std::string::npos;)
            text.erase(at, place.size());
        return text;
    }

    void tell(const std::string& what) {
        if (!what.empty()) story_ += "    " + what + "\n";
    }

    // What happens to the folders.

    void change_archive_by_chance() {
        fresh_.clear();
        if (!away_.empty() && chance_.one_in(2)) {
            fs::rename(sandbox_.path() / "elsewhere", sandbox_.path() / away_);
            tell("back: " + away_);
            away_.clear();
        } else if (away_.empty() && !known_.empty() && chance_.one_in(8)) {
            away_ = chance_.pick(all_roots);
            fs::rename(sandbox_.path() / away_, sandbox_.path() / "elsewhere");
            tell("away: " + away_);
        }
        std::vector<fs::path> folders;
        for (const std::string& name : all_roots)
            if (name != away_) folders.push_back(sandbox_.path() / name);
        for (std::size_t i = chance_.number(6); i > 0; --i) tell(change_folders(folders, chance_));
    }

    // What run is made.

    Run choose_run() {
        Run run;
        run.options = {"--verbose", chance_.one_in(2) ? "-j1" : "-j3"};
        if (known_.empty() || chance_.one_in(5)) run.named = some_roots();
        if (!known_.empty() && chance_.one_in(8)) {
            const std::string name = chance_.pick(names_known());
            if (!has(run.named, name)) run.forgotten.push_back(name);
        } else if (!known_.empty() && chance_.one_in(8)) {
            run.rebuild = true;
            if (chance_.one_in(2)) run.options.emplace_back("--writer=xapian");
        }
        if (away_.empty() && chance_.one_in(8)) run.filter = some_filter();
        return run;
    }

    Words some_roots() {
        Words names;
        for (const std::string& name : all_roots)
            if (name != away_ && (names.empty() || chance_.one_in(2))) names.push_back(name);
        return names;
    }

    Words names_known() const {
        Words names;
        for (const auto& [number, root] : known_) names.push_back(root.name);
        return names;
    }

    Words some_filter() {
        const std::vector<Words> filters{{"--all-files"},
                                         {"--all-files"},
                                         {"--exclude=x/"},
                                         {"--include=*.md", "--include=*.jsonl"},
                                         {"--exclude=*.txt", "--include=x/"}};
        return chance_.pick(filters);
    }

    // What must come of it.

    /// Gives these folders, all with one filter, what an index made from nothing says of them.
    void refresh(const std::vector<std::uint32_t>& numbers, KnownRoots& roots) {
        RootNames names;
        for (const std::uint32_t number : numbers) names[number] = roots[number].name;
        const Words& filter = roots[numbers.front()].filter;
        std::string key = sentence(filter);
        for (const auto& [number, name] : names) key += fmt::format(" {}={}", number, name);
        if (!fresh_.contains(key)) fresh_[key] = from_nothing(sandbox_, names, filter);
        const IndexContents& fresh = fresh_[key];
        for (const std::uint32_t number : numbers) {
            const std::string path = (sandbox_.path() / roots[number].name).string() + "/";
            roots[number].articles.clear();
            for (const auto& [place, lines] : fresh.articles)
                if (place.starts_with(path)) roots[number].articles[place] = lines;
        }
        problems_ += fresh.problems + (fresh.problems.empty() ? "" : "\n");
        forms_.insert(fresh.synonyms.begin(), fresh.synonyms.end());
    }

    IndexContents contents_of(const KnownRoots& roots) const {
        IndexContents all;
        all.exists = made_;
        for (const auto& [number, root] : roots) {
            all.roots[number] = (sandbox_.path() / root.name).string();
            all.articles.insert(root.articles.begin(), root.articles.end());
        }
        return all;
    }

    IndexContents new_contents(const KnownRoots& roots) const {
        IndexContents all = contents_of(roots);
        all.synonyms = forms_;
        return all;
    }

    /// After the run. New folders have the numbers that the index gave them.
    KnownRoots after(const Run& run, const IndexContents& actual) {
        KnownRoots roots = known_;
        std::erase_if(roots,
                      [&](const auto& root) { return has(run.forgotten, root.second.name); });
        for (const auto& [number, path] : actual.roots) {
            const std::string name = fs::path(path).filename().string();
            if (has(run.named, name) && number >= next_number_) roots[number].name = name;
        }
        std::map<std::string, std::vector<std::uint32_t>> by_filter;
        for (auto& [number, root] : roots) {
            const bool compared = run.named.empty() || has(run.named, root.name);
            if (compared && run.filter) root.filter = *run.filter;
            if ((compared || run.rebuild) && root.name != away_)
                by_filter[sentence(root.filter)].push_back(number);
        }
        forms_.clear();
        problems_.clear();
        for (const auto& [filter, numbers] : by_filter) refresh(numbers, roots);
        return roots;
    }

    std::string bring_in_step(Run run) {
        if (run.named.empty() && run.forgotten.size() == known_.size()) run.named = some_roots();
        if (chance_.one_in(4)) {
            const std::string complaint = disturb(run);
            if (!complaint.empty()) return complaint;
        }
        tell("run " + sentence(run.arguments()));
        Output output = sandbox_.index(run.arguments());
        if (output.status == 2 && output.err.find("--allow-removals") != std::string::npos) {
            const std::string changed = differences(index_contents(sandbox_), contents_of(known_));
            if (!changed.empty()) return "a run that was refused changed the index:\n" + changed;
            run.options.emplace_back("--allow-removals");
            tell("run " + sentence(run.arguments()));
            output = sandbox_.index(run.arguments());
        }
        return judge(run, output);
    }

    /// All folders cannot be read again while one is away, and nothing can be done if there is no
    /// other: to refuse is right, too.
    bool may_refuse(const Run& run) const {
        const bool no_other = run.named.empty() && run.forgotten.empty() && known_.size() == 1;
        return !away_.empty() && (run.rebuild || no_other) && has(names_known(), away_);
    }

    std::string judge(const Run& run, const Output& output) {
        const IndexContents actual = index_contents(sandbox_);
        if (output.status == 2 && may_refuse(run))
            return differences(actual, contents_of(known_)) + unsoundness(sandbox_);
        if (output.status > 1) return told(output);
        made_ = true;
        known_ = after(run, actual);
        if (!known_.empty()) next_number_ = std::max(next_number_, known_.rbegin()->first + 1);
        std::string found = differences(actual, new_contents(known_));
        for (const std::string& name : run.named)
            if (!has(names_known(), name)) found += name + " has no number, or one used before\n";
        found += unsoundness(sandbox_) + leftovers(sandbox_);
        if (run.named.empty() && away_.empty() && !known_.empty())
            found += work_left() + other_problems(output);
        return found.empty() ? "" : found + told(output);
    }

    /// Problems of files that were not read in this run are told all the same.
    std::string other_problems(const Output& output) const {
        const std::string told = problems_told(output.err);
        const std::string expected = problems_told(problems_);
        return told == expected ? "" : "other problems are told than these:\n" + expected + "\n";
    }

    /// What another run would do.
    std::string work_left() {
        const Output output = sandbox_.index({"--dry-run"});
        const bool nothing = output.out.find(" 0 added, 0 updated") != std::string::npos &&
                             output.out.find(" 0 removed, 0 p") != std::string::npos;
        return nothing || output.status == 1 ? "" : "something is left to do: " + told(output);
    }

    /// The run is killed, stopped or fails at some call; the index must be the old or the new one.
    std::string disturb(Run& run) {
        const Words kinds{"kill", "sigint", "full", "broken"};
        const Fault fault{.kind = chance_.pick(kinds), .at = 1 + long(chance_.number(70))};
        tell(fmt::format("{} at call {} of run {}", fault.kind, fault.at,
                         sentence(run.arguments())));
        const FaultyRun disturbed = run_with_fault(sandbox_, run.arguments(), fault);
        const IndexContents actual = index_contents(sandbox_);
        const bool was_made = made_;
        const std::string not_old = differences(actual, contents_of(known_));
        if (not_old.empty()) return "";
        made_ = true;
        const KnownRoots roots = after(run, actual);
        const std::string not_new = differences(actual, new_contents(roots));
        made_ = was_made || not_new.empty();
        if (!not_new.empty())
            return "neither the old index:\n" + not_old + "nor the new one:\n" + not_new +
                   told(disturbed.output);
        known_ = roots;
        if (!known_.empty()) next_number_ = std::max(next_number_, known_.rbegin()->first + 1);
        run.forgotten.clear();
        if (run.named.empty() && known_.empty()) run.named = some_roots();
        return "";
    }

    Chance chance_;
    Sandbox sandbox_;
    std::string story_;
    bool made_ = false;
    KnownRoots known_;
    std::uint32_t next_number_ = 0;
    std::string away_;                            ///< name of the folder that is not there
    std::map<std::string, IndexContents> fresh_;  ///< of the folders as they are now
    std::set<std::string> forms_;                 ///< of the folders compared last
    std::string problems_;                        ///< of the same
};

}  // namespace

std::string history_complaint(unsigned seed, int steps) {
    return History(seed).run(steps);
}

}  // namespace dateline
