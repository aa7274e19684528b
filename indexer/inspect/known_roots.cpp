// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/known_roots.h"

#include <fmt/format.h>

#include <filesystem>

#include "common/error.h"

namespace dateline {

IndexState load_known_state(const std::string& index) {
    IndexState state;
    retry_while_changing(index, [&] {
        state = load_state(index, false);
        if (state.generation.empty()) open_index(index);  // says what is missing
    });
    return state;
}

std::vector<Root> known_roots(const IndexState& state, const std::vector<std::string>& folders) {
    if (folders.empty()) return state.info.roots;
    std::vector<Root> roots;
    for (const std::string& typed : folders) {
        std::error_code ignored;
        const std::string path = std::filesystem::weakly_canonical(typed, ignored).string();
        const Root* root = state.find_root(path);
        if (root == nullptr) root = state.find_root(typed);
        if (root == nullptr)
            throw Error(fmt::format("'{}' is not a folder of this index", typed),
                        "'dateline-index --status' lists them");
        roots.push_back(*root);
    }
    return roots;
}

}  // namespace dateline
