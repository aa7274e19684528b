// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/archives.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dateline {

std::string identity_of(const Xapian::Database& database) {
    return fmt::format("{} {} {} {}", database.get_uuid(), database.get_doccount(),
                       database.get_lastdocid(), database.get_total_length());
}

Archives::Archives(std::vector<Archive> opened) : each_(std::move(opened)) {
    if (each_.size() == 1) {
        all_ = each_.front().database;
    } else {
        for (const Archive& archive : each_) all_.add_database(archive.database);
    }
    for (const Archive& archive : each_)
        identities_.push_back(each_.size() > 1 ? identity_of(archive.database) : "");
    for (const Archive& archive : each_)
        languages_.insert(languages_.end(), archive.info.languages.begin(),
                          archive.info.languages.end());
    std::ranges::sort(languages_);
    const auto [first, last] = std::ranges::unique(languages_);
    languages_.erase(first, last);
}

std::size_t Archives::index_of(const Xapian::Database& database) const {
    const auto found = std::ranges::find(identities_, identity_of(database));
    if (found == identities_.end()) throw Xapian::DatabaseModifiedError("another archive");
    return static_cast<std::size_t>(found - identities_.begin());
}

ArchivePlace Archives::at(Xapian::docid docid) const {
    const auto archives = static_cast<Xapian::docid>(each_.size());
    return {each_[(docid - 1) % archives], (docid - 1) / archives + 1};
}

Xapian::docid Archives::docid_of(std::size_t archive, Xapian::docid own) const {
    const auto archives = static_cast<Xapian::docid>(each_.size());
    return (own - 1) * archives + static_cast<Xapian::docid>(archive) + 1;
}

void with_archives(const std::vector<NamedFolder>& wanted,
                   const std::function<void(const Archives&)>& use) {
    std::vector<std::string> folders;
    for (const NamedFolder& each : wanted) folders.push_back(each.folder);
    retry_while_changing(folders, [&] {
        std::vector<Archive> opened;
        for (const NamedFolder& each : wanted) {
            Xapian::Database database = open_once(each.folder);
            IndexInfo info = read_info(database);
            opened.push_back({each.name, each.folder, std::move(database), std::move(info)});
        }
        use(Archives(std::move(opened)));
    });
}

}  // namespace dateline
