// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/known_roots.h"

namespace dateline {

IndexState load_known_state(const std::string& index) {
    IndexState state;
    retry_while_changing({index}, [&] {
        open_index(index);  // says what is missing, or too old
        state = load_state(index, false);
    });
    return state;
}

std::vector<Root> known_roots(const IndexState& state, const std::vector<std::string>& folders) {
    if (folders.empty()) return state.info.roots;
    std::vector<Root> roots;
    for (const std::string& typed : folders) roots.push_back(state.known_root(typed));
    return roots;
}

}  // namespace dateline
