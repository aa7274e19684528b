// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/adopt_outlets.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/error.h"

namespace dateline {
namespace {

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

}  // namespace

bool adopt_outlets(Ledger& ledger, const std::string& before, const ReadSettings& settings,
                   FolderDefaults& defaults) {
    if (before == settings.outlets_text || ledger.files().empty()) return false;
    ReadSettings old;
    try {
        old = read_settings(before);
    } catch (const Error&) {
        return false;  // of another form than today's: all are read again
    }
    const ChangedOutlets changed(old.outlets(), settings.outlets());
    std::vector<std::pair<std::string, FileRecord>> kept;
    for (const auto& [path, record] : ledger.files()) {
        const Defaults& own = defaults.of(folder_of(path));
        if (record.context != old.context(own) || changed.touch(record.asked)) continue;
        kept.emplace_back(path, record);
        kept.back().second.context = settings.context(own);
    }
    for (auto& [path, record] : kept) ledger.put(std::move(path), std::move(record));
    return !kept.empty();
}

}  // namespace dateline
