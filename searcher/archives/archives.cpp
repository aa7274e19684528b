// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/archives.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/stored_article.h"

namespace dateline {

Article display_of(const ArchivePlace& place) {
    Article article = decode_display(place.archive.database.get_document(place.docid).get_data());
    article.archive = place.archive.name;
    return article;
}

Article whole_article(const ArchivePlace& place) {
    Article article = display_of(place);
    decode_text(place.archive.database.get_metadata(text_key(place.docid)), article);
    return article;
}

std::string identity_of(const Xapian::Database& database) {
    return fmt::format("{} {} {} {} {}", database.get_uuid(), database.get_revision(),
                       database.get_doccount(), database.get_lastdocid(),
                       database.get_total_length());
}

Archives::Archives(std::vector<Archive> opened) : each_(std::move(opened)) {
    if (each_.size() == 1) {
        all_ = each_.front().database;
    } else {
        for (const Archive& archive : each_) all_.add_database(archive.database);
    }
    for (const Archive& archive : each_) identities_.push_back(identity_of(archive.database));
    for (const Archive& archive : each_)
        languages_.insert(languages_.end(), archive.info.languages.begin(),
                          archive.info.languages.end());
    std::ranges::sort(languages_);
    const auto [first, last] = std::ranges::unique(languages_);
    languages_.erase(first, last);
}

std::size_t Archives::number_of(const Xapian::Database& database) const {
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

}  // namespace dateline
