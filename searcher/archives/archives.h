// SPDX-License-Identifier: GPL-2.0-or-later
// The indexes that one search asks, each with its own database, information and folders, and all of
// them as one database: scores are those of one index with all articles, since Xapian's statistics
// are of all. Everything that is read by an article's number (its text, its file) goes through
// at(), since the number is another in the article's own database.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/index_store.h"
#include "searcher/remote/child_guard.h"
#include "searcher/remote/reader.h"

namespace dateline {

/// One of the indexes, open.
struct Archive {
    std::string name;
    std::string folder;
    Xapian::Database database;
    IndexInfo info;
    std::shared_ptr<RemoteReader> remote = {};  ///< of one on another machine
    std::shared_ptr<ChildGuard> server = {};    ///< that the database talks to there; ends first
};

/// An article's own archive and its number there.
struct ArchivePlace {
    const Archive& archive;
    Xapian::docid docid;
};

/// The article's display fields, and its archive (common/stored_article.h).
Article display_of(const ArchivePlace& place);

/// The same with its body and lines.
Article whole_article(const ArchivePlace& place);

/// Adds its body and lines.
void add_text(const ArchivePlace& place, Article& article);

/// What tells one state of a database from any other: those of which it is the same have the same
/// articles.
std::string identity_of(const Archive& archive);
/// The same of what databases here and on other machines can both tell.
std::string served_identity_of(const Xapian::Database& database);

class Archives {
public:
    /// One at least. Numbers of articles of all are those of Xapian: n archives take turns.
    explicit Archives(std::vector<Archive> opened);

    const Xapian::Database& all() const { return all_; }
    const std::vector<Archive>& each() const { return each_; }
    bool several() const { return each_.size() > 1; }
    /// Whether any is on another machine: each question there is a round trip, and Xapian asks it
    /// nothing that needs code of ours.
    bool any_remote() const { return any_remote_; }

    ArchivePlace at(Xapian::docid docid) const;

    /// How many articles have the term, and how often it stands in them.
    std::uint64_t articles_with(const std::string& term) const;
    std::uint64_t occurrences_of(const std::string& term) const;

    /// Asks other machines at once for what is wanted of terms or articles next. Does nothing where
    /// all is here.
    void expect_counts(std::span<const std::string> terms) const;
    void expect_documents(std::span<const Xapian::docid> docids) const;
    void expect_texts(std::span<const Xapian::docid> docids) const;
    void expect_lengths(std::span<const Xapian::docid> docids) const;
    void expect_terms(std::span<const Xapian::docid> docids) const;

    /// Of an article of any of them.
    std::string value_of(Xapian::docid docid, Xapian::valueno slot) const;
    Xapian::termcount length_of(Xapian::docid docid) const;
    bool has_term(Xapian::docid docid, const std::string& term) const;
    /// Its terms with the prefix, in their order, and how often each stands in it.
    void each_term(Xapian::docid docid, std::string_view prefix,
                   const std::function<void(std::string name, std::uint32_t wdf)>& tell) const;

    /// The place in each() of the archive whose database it is, as Xapian hands one of them out.
    std::size_t number_of(const Xapian::Database& database) const;

    /// The number among all of an article of the archive with that place in each().
    Xapian::docid docid_of(std::size_t archive, Xapian::docid own) const;

    /// Codes of the stemmers used in any of them, sorted.
    const std::vector<std::string>& languages() const { return languages_; }

    std::uint64_t articles() const { return all_.get_doccount(); }

private:
    using Numbers = std::vector<Xapian::docid>;
    void each_remote(std::span<const Xapian::docid> docids,
                     const std::function<void(RemoteReader&, const Numbers&)>& read) const;

    std::vector<Archive> each_;
    bool any_remote_ = false;
    std::vector<std::string> identities_;  ///< of each that is here
    Xapian::Database all_;
    std::vector<std::string> languages_;
};

}  // namespace dateline
