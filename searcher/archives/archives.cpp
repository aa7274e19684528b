// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/archives.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/stored_article.h"

namespace dateline {

namespace {

/// What is wrong with bytes from another machine is wrong with that archive.
template <typename Decode>
auto decoded(const Archive& archive, const Decode& decode) {
    if (!archive.remote) return decode();
    try {
        return decode();
    } catch (const Error& error) {
        throw IndexError(
            IndexFault::damaged,
            fmt::format("what '{}' answers cannot be read ({})", archive.folder, error.what()),
            "try again; if it stays so, make it anew on that machine", archive.folder);
    }
}

}  // namespace

Article display_of(const ArchivePlace& place) {
    const std::string data = place.archive.remote
                                 ? place.archive.remote->document(place.docid).data
                                 : place.archive.database.get_document(place.docid).get_data();
    Article article = decoded(place.archive, [&] { return decode_display(data); });
    article.archive = place.archive.name;
    return article;
}

Article whole_article(const ArchivePlace& place) {
    Article article = display_of(place);
    add_text(place, article);
    return article;
}

void add_text(const ArchivePlace& place, Article& article) {
    const std::string key = text_key(place.docid);
    const std::string text = place.archive.remote ? place.archive.remote->metadata(key)
                                                  : place.archive.database.get_metadata(key);
    decoded(place.archive, [&] { decode_text(text, article); });
}

namespace {

std::string identity_of_local(const Xapian::Database& database) {
    return fmt::format("{} {} {} {} {}", database.get_uuid(), database.get_revision(),
                       database.get_doccount(), database.get_lastdocid(),
                       database.get_total_length());
}

}  // namespace

std::string served_identity_of(const Xapian::Database& database) {
    return fmt::format("{} {} {} {}", database.get_uuid(), database.get_doccount(),
                       database.get_lastdocid(), database.get_total_length());
}

std::string identity_of(const Archive& archive) {
    return archive.remote ? archive.remote->identity() : identity_of_local(archive.database);
}

Archives::Archives(std::vector<Archive> opened) : each_(std::move(opened)) {
    if (each_.size() == 1) {
        all_ = each_.front().database;
    } else {
        for (const Archive& archive : each_) all_.add_database(archive.database);
    }
    for (const Archive& archive : each_) {
        any_remote_ |= archive.remote != nullptr;
        identities_.push_back(identity_of(archive));
    }
    for (const Archive& archive : each_)
        languages_.insert(languages_.end(), archive.info.languages.begin(),
                          archive.info.languages.end());
    std::ranges::sort(languages_);
    const auto [first, last] = std::ranges::unique(languages_);
    languages_.erase(first, last);
}

std::size_t Archives::number_of(const Xapian::Database& database) const {
    const auto found = std::ranges::find(identities_, identity_of_local(database));
    if (found == identities_.end()) throw Xapian::DatabaseModifiedError("another archive");
    return static_cast<std::size_t>(found - identities_.begin());
}

ArchivePlace Archives::at(Xapian::docid docid) const {
    const auto archives = static_cast<Xapian::docid>(each_.size());
    return {each_[(docid - 1) % archives], (docid - 1) / archives + 1};
}

std::uint64_t Archives::articles_with(const std::string& term) const {
    if (!any_remote_) return all_.get_termfreq(term);
    std::uint64_t sum = 0;
    for (const Archive& archive : each_)
        sum += archive.remote ? archive.remote->counts(term).articles
                              : archive.database.get_termfreq(term);
    return sum;
}

std::uint64_t Archives::occurrences_of(const std::string& term) const {
    if (!any_remote_) return all_.get_collection_freq(term);
    std::uint64_t sum = 0;
    for (const Archive& archive : each_)
        sum += archive.remote ? archive.remote->counts(term).occurrences
                              : archive.database.get_collection_freq(term);
    return sum;
}

void Archives::expect_counts(std::span<const std::string> terms) const {
    for (const Archive& archive : each_)
        if (archive.remote) archive.remote->read_counts(terms);
}

/// The articles of each archive on another machine, by their own numbers.
void Archives::each_remote(std::span<const Xapian::docid> docids,
                           const std::function<void(RemoteReader&, const Numbers&)>& read) const {
    if (!any_remote_) return;
    std::vector<Numbers> own(each_.size());
    for (const Xapian::docid docid : docids)
        own[(docid - 1) % each_.size()].push_back(at(docid).docid);
    for (std::size_t i = 0; i < each_.size(); ++i)
        if (each_[i].remote && !own[i].empty()) read(*each_[i].remote, own[i]);
}

void Archives::expect_documents(std::span<const Xapian::docid> docids) const {
    each_remote(docids,
                [](RemoteReader& reader, const Numbers& own) { reader.read_documents(own); });
}

void Archives::expect_texts(std::span<const Xapian::docid> docids) const {
    each_remote(docids, [](RemoteReader& reader, const Numbers& own) {
        std::vector<std::string> keys;
        for (const Xapian::docid docid : own) keys.push_back(text_key(docid));
        reader.read_metadata(keys);
    });
}

void Archives::expect_lengths(std::span<const Xapian::docid> docids) const {
    each_remote(docids, [](RemoteReader& reader, const Numbers& own) { reader.read_lengths(own); });
}

void Archives::expect_terms(std::span<const Xapian::docid> docids) const {
    each_remote(docids, [](RemoteReader& reader, const Numbers& own) { reader.read_terms(own); });
}

std::string Archives::value_of(Xapian::docid docid, Xapian::valueno slot) const {
    const ArchivePlace place = at(docid);
    if (!place.archive.remote)
        return place.archive.database.get_document(place.docid, Xapian::DOC_ASSUME_VALID)
            .get_value(slot);
    const auto& values = place.archive.remote->document(place.docid).values;
    const auto found = values.find(slot);
    return found == values.end() ? "" : found->second;
}

Xapian::termcount Archives::length_of(Xapian::docid docid) const {
    const ArchivePlace place = at(docid);
    return place.archive.remote ? place.archive.remote->length(place.docid)
                                : place.archive.database.get_doclength(place.docid);
}

bool Archives::has_term(Xapian::docid docid, const std::string& term) const {
    bool found = false;
    each_term(docid, term, [&](const std::string& name, std::uint32_t) { found |= name == term; });
    return found;
}

void Archives::each_term(
    Xapian::docid docid, std::string_view prefix,
    const std::function<void(std::string name, std::uint32_t wdf)>& tell) const {
    const ArchivePlace place = at(docid);
    if (place.archive.remote) {
        for (const ListedTerm& term : place.archive.remote->terms(place.docid))
            if (term.name.starts_with(prefix)) tell(term.name, term.wdf);
        return;
    }
    auto term = place.archive.database.termlist_begin(place.docid);
    const auto end = place.archive.database.termlist_end(place.docid);
    for (term.skip_to(std::string(prefix)); term != end; ++term) {
        std::string name = *term;
        if (!name.starts_with(prefix)) break;
        tell(std::move(name), term.get_wdf());
    }
}

Xapian::docid Archives::docid_of(std::size_t archive, Xapian::docid own) const {
    const auto archives = static_cast<Xapian::docid>(each_.size());
    return (own - 1) * archives + static_cast<Xapian::docid>(archive) + 1;
}

}  // namespace dateline
