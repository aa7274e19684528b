// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/archive_model.h"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {

bool has(const Words& list, const std::string& word) {
    return std::ranges::find(list, word) != list.end();
}

Words Run::arguments() const {
    Words words = options;
    if (rebuild) words.emplace_back("--rebuild");
    if (filter) words.insert(words.end(), filter->begin(), filter->end());
    for (const std::string& name : forgotten) words.push_back("--forget=" + name);
    words.insert(words.end(), named.begin(), named.end());
    return words;
}

Words ArchiveModel::names() const {
    Words names;
    for (const auto& [number, root] : known_) names.push_back(root.name);
    return names;
}

IndexContents ArchiveModel::contents_of(const std::map<std::uint32_t, KnownRoot>& roots) const {
    IndexContents all;
    for (const auto& [number, root] : roots) {
        all.roots[number] = (sandbox_.path() / root.name).string();
        all.articles.insert(root.articles.begin(), root.articles.end());
    }
    return all;
}

IndexContents ArchiveModel::contents() const {
    IndexContents all = contents_of(known_);
    all.exists = made_;
    return all;
}

/// Gives these folders, all with one filter, what an index made from nothing says of them.
void ArchiveModel::refresh(const std::vector<std::uint32_t>& numbers, Outcome& outcome) {
    RootNames names;
    for (const std::uint32_t number : numbers) names[number] = outcome.roots[number].name;
    const Words& filter = outcome.roots[numbers.front()].filter;
    std::string key = fmt::format("{}", fmt::join(filter, " "));
    for (const auto& [number, name] : names) key += fmt::format(" {}={}", number, name);
    if (!fresh_.contains(key)) fresh_[key] = from_nothing(sandbox_, names, filter);
    const IndexContents& fresh = fresh_[key];
    for (const std::uint32_t number : numbers) {
        KnownRoot& root = outcome.roots[number];
        const std::string path = (sandbox_.path() / root.name).string() + "/";
        root.articles.clear();
        for (const auto& [place, lines] : fresh.articles)
            if (place.starts_with(path)) root.articles[place] = lines;
    }
    outcome.problems += fresh.problems + (fresh.problems.empty() ? "" : "\n");
    outcome.contents.synonyms.insert(fresh.synonyms.begin(), fresh.synonyms.end());
}

Outcome ArchiveModel::after(const Run& run, const IndexContents& actual) {
    Outcome outcome;
    outcome.roots = known_;
    std::erase_if(outcome.roots,
                  [&](const auto& root) { return has(run.forgotten, root.second.name); });
    for (const auto& [number, path] : actual.roots) {
        const std::string name = std::filesystem::path(path).filename().string();
        if (has(run.named, name) && number >= next_number_) outcome.roots[number].name = name;
    }
    std::map<Words, std::vector<std::uint32_t>> by_filter;
    for (auto& [number, root] : outcome.roots) {
        const bool compared = run.named.empty() || has(run.named, root.name);
        if (compared && run.filter) root.filter = *run.filter;
        if ((compared || run.rebuild) && root.name != away && !has(spared, root.name))
            by_filter[root.filter].push_back(number);
    }
    for (const auto& [filter, numbers] : by_filter) refresh(numbers, outcome);
    const std::set<std::string> forms = outcome.contents.synonyms;
    outcome.contents = contents_of(outcome.roots);
    outcome.contents.synonyms = forms;
    return outcome;
}

void ArchiveModel::accept(const Outcome& outcome) {
    made_ = true;
    known_ = outcome.roots;
    if (!known_.empty()) next_number_ = std::max(next_number_, known_.rbegin()->first + 1);
}

}  // namespace dateline
