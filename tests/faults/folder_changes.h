// SPDX-License-Identifier: GPL-2.0-or-later
// What people and programs do to folders of articles, by chance: files come, change, move and go,
// lines of files of many articles likewise, and the files that rule over a folder.
#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace dateline {

/// Numbers that are the same with every library.
class Chance {
public:
    explicit Chance(unsigned seed) : random_(seed) {}

    /// 0 .. below - 1
    std::size_t number(std::size_t below) { return random_() % below; }
    bool one_in(std::size_t many) { return number(many) == 0; }
    template <typename List>
    const auto& pick(const List& list) {
        return list[number(list.size())];
    }

private:
    std::mt19937 random_;
};

/// Fills a new folder.
void fill_folder(const std::filesystem::path& folder, Chance& chance);

/// One change in one of the folders, or from one to another. What was done, for the story of a
/// failed test.
std::string change_folders(const std::vector<std::filesystem::path>& folders, Chance& chance);

}  // namespace dateline
