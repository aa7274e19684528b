// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/history.h"

#include <fmt/format.h>

#include <algorithm>

#include "tests/faults/archive_model.h"
#include "tests/faults/fault.h"
#include "tests/faults/folder_changes.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using cli::Output;
using cli::Sandbox;
const Words all_roots{"a", "b", "c"};

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
        model_.folders_changed();
        if (!model_.away.empty() && chance_.one_in(2)) {
            fs::rename(sandbox_.path() / "elsewhere", sandbox_.path() / model_.away);
            tell("back: " + model_.away);
            model_.away.clear();
        } else if (model_.away.empty() && !model_.names().empty() && chance_.one_in(8)) {
            model_.away = chance_.pick(all_roots);
            fs::rename(sandbox_.path() / model_.away, sandbox_.path() / "elsewhere");
            tell("away: " + model_.away);
        }
        std::vector<fs::path> folders;
        for (const std::string& name : all_roots)
            if (name != model_.away) folders.push_back(sandbox_.path() / name);
        for (std::size_t i = chance_.number(6); i > 0; --i) tell(change_folders(folders, chance_));
    }

    // What run is made.

    Run choose_run() {
        Run run;
        run.options = {"--verbose", chance_.one_in(2) ? "-j1" : "-j3"};
        if (model_.names().empty() || chance_.one_in(5)) run.named = some_roots();
        if (!model_.names().empty() && chance_.one_in(8)) {
            const std::string name = chance_.pick(model_.names());
            if (!has(run.named, name)) run.forgotten.push_back(name);
        } else if (!model_.names().empty() && chance_.one_in(8)) {
            run.rebuild = true;
            if (chance_.one_in(2)) run.options.emplace_back("--writer=xapian");
        }
        if (model_.away.empty() && chance_.one_in(8)) run.filter = some_filter();
        return run;
    }

    Words some_roots() {
        Words names;
        for (const std::string& name : all_roots)
            if (name != model_.away && (names.empty() || chance_.one_in(2))) names.push_back(name);
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

    /// A run does not take for granted that most of a folder is gone: it leaves that as it was, and
    /// says what to do if it is right.
    std::string bring_in_step(Run run) {
        if (run.named.empty() && run.forgotten.size() == model_.names().size())
            run.named = some_roots();
        if (chance_.one_in(4)) {
            const std::string complaint = disturb(run);
            if (!complaint.empty()) return complaint;
        }
        tell("run " + sentence(run.arguments()));
        Output output = sandbox_.index(run.arguments());
        if (output.err.find("--allow-removals") != std::string::npos) {
            model_.spared = spared_in(output);
            const std::string complaint = judge(run, output);
            model_.spared.clear();
            if (!complaint.empty()) return complaint;
            run.forgotten.clear();
            run.options.emplace_back("--allow-removals");
            tell("run " + sentence(run.arguments()));
            output = sandbox_.index(run.arguments());
        }
        return judge(run, output);
    }

    Words spared_in(const Output& output) const {
        Words names;
        for (const std::string& name : all_roots)
            if (output.err.find(" of '" + (sandbox_.path() / name).string() + "' are gone") !=
                std::string::npos)
                names.push_back(name);
        return names;
    }

    /// Not all folders can be read again while one is away, and nothing can be done while the only
    /// one is: to refuse is right, too.
    bool may_refuse(const Run& run) const {
        const Words known = model_.names();
        if (!model_.spared.empty()) return true;
        return !model_.away.empty() && has(known, model_.away) &&
               (run.rebuild || known.size() == 1);
    }

    std::string judge(const Run& run, const Output& output) {
        const IndexContents actual = index_contents(sandbox_);
        if (output.status == 2 && may_refuse(run))
            return differences(actual, model_.contents()) + unsoundness(sandbox_);
        if (output.status > 1) return told(output);
        const Outcome outcome = model_.after(run, actual);
        model_.accept(outcome);
        std::string found = differences(actual, outcome.contents);
        for (const std::string& name : run.named)
            if (!has(model_.names(), name)) found += name + " has no number, or one used before\n";
        found += unsoundness(sandbox_) + leftovers(sandbox_);
        if (run.named.empty() && model_.away.empty() && model_.spared.empty() &&
            !model_.names().empty())
            found += work_left() + other_problems(output, outcome.problems);
        return found.empty() ? "" : found + told(output);
    }

    /// Problems of files that were not read in this run are told all the same.
    static std::string other_problems(const Output& output, const std::string& problems) {
        const std::string told = problems_told(output.err);
        const std::string expected = problems_told(problems);
        return told == expected ? "" : "other problems are told than these:\n" + expected + "\n";
    }

    /// What another run would do.
    std::string work_left() {
        const Output output = sandbox_.index({"--dry-run"});
        const bool nothing = output.out.find(" 0 added, 0 updated") != std::string::npos &&
                             output.out.find(" 0 removed, ") != std::string::npos &&
                             output.out.find(" moved") == std::string::npos;
        return nothing ? "" : "something is left to do: " + told(output);
    }

    /// The run is killed, stopped or fails at some call; the index must be the old or the new one.
    std::string disturb(Run& run) {
        const Words kinds{"kill", "sigint", "full", "broken"};
        const Fault fault{.kind = chance_.pick(kinds), .at = 1 + long(chance_.number(70))};
        tell(fmt::format("{} at call {} of run {}", fault.kind, fault.at,
                         sentence(run.arguments())));
        const FaultyRun disturbed = run_with_fault(sandbox_, run.arguments(), fault);
        const IndexContents actual = index_contents(sandbox_);
        const std::string not_old = differences(actual, model_.contents());
        if (not_old.empty()) return "";
        std::string not_new;
        for (const Words& spared : std::vector<Words>{{}, {"a"}, {"b"}, {"c"}}) {
            model_.spared = spared;  // a run that was killed did not tell
            const Outcome outcome = model_.after(run, actual);
            const std::string found = differences(actual, outcome.contents);
            if (spared.empty()) not_new = found;
            if (!found.empty()) continue;
            model_.accept(outcome);
            not_new.clear();
            break;
        }
        model_.spared.clear();
        if (!not_new.empty())
            return "neither the old index:\n" + not_old + "nor the new one:\n" + not_new +
                   told(disturbed.output);
        run.forgotten.clear();
        if (run.named.empty() && model_.names().empty()) run.named = some_roots();
        return "";
    }

    Chance chance_;
    Sandbox sandbox_;
    std::string story_;
    ArchiveModel model_{sandbox_};
};

}  // namespace

std::string history_complaint(unsigned seed, int steps) {
    return History(seed).run(steps);
}

}  // namespace dateline
