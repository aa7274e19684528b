// SPDX-License-Identifier: GPL-2.0-or-later
// The indexes that one search asks, each with its own database, information and folders, and all of
// them as one database: scores are those of one index with all articles, since Xapian's statistics
// are of all. Everything that is read by an article's number (its text, its file) goes through
// at(), since the number is another in the article's own database.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/index_store.h"

namespace dateline {

/// One of the indexes, open.
struct Archive {
    std::string name;
    std::string folder;
    Xapian::Database database;
    IndexInfo info;
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

/// What tells one state of a database from any other: those of which it is the same have the same
/// articles.
std::string identity_of(const Xapian::Database& database);

class Archives {
public:
    /// One at least. Numbers of articles of all are those of Xapian: n archives take turns.
    explicit Archives(std::vector<Archive> opened);

    const Xapian::Database& all() const { return all_; }
    const std::vector<Archive>& each() const { return each_; }
    bool several() const { return each_.size() > 1; }

    ArchivePlace at(Xapian::docid docid) const;

    /// The place in each() of the archive whose database it is, as Xapian hands one of them out.
    std::size_t number_of(const Xapian::Database& database) const;

    /// The number among all of an article of the archive with that place in each().
    Xapian::docid docid_of(std::size_t archive, Xapian::docid own) const;

    /// Codes of the stemmers used in any of them, sorted.
    const std::vector<std::string>& languages() const { return languages_; }

    std::uint64_t articles() const { return all_.get_doccount(); }

private:
    std::vector<Archive> each_;
    std::vector<std::string> identities_;  ///< of each
    Xapian::Database all_;
    std::vector<std::string> languages_;
};

}  // namespace dateline
