// SPDX-License-Identifier: GPL-2.0-or-later
// The ordinary writer: documents go through Xapian's WritableDatabase. Slow for many articles,
// right for few: it updates in place, in one transaction.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/index_store.h"
#include "indexer/document/container.h"
#include "indexer/document/document.h"

namespace dateline {

/// Throws the Error that tells the user why the database in `folder` cannot be written.
[[noreturn]] void throw_writing_error(const std::string& folder, const Xapian::Error& error);

/// All that is done between construction and commit() becomes visible at once, or not at all: what
/// ends before it, an exception or a signal, leaves the database as it was. (Left alone, Xapian
/// commits every 10,000 changes, and when its handle goes.)
class XapianWriter {
public:
    /// Opens the database in `folder`, or makes one there if `create`. Throws Error.
    XapianWriter(const std::string& folder, bool create);

    /// Adds the document, or replaces the one with the same id. Term numbers are of `vocabulary`.
    void put(const IndexedDocument& document, const Vocabulary& vocabulary);
    /// A form of a stem, both as terms; the same pair may be told again.
    void add_form(std::string_view stem, std::string_view form);
    /// Keeps a value of the index itself; an empty value removes it.
    void set_metadata(const std::string& key, const std::string& value);
    /// How long the articles are now.
    LengthColumn lengths() const { return make_length_column(database_); }
    /// Makes all of it durable, at once.
    void commit();

    bool has(const std::string& id) const { return docid_of(id) != 0; }

    /// Removes the article with this id; nothing happens if there is none.
    void remove(const std::string& id);

    /// The article with this id, without its body; nothing if there is none.
    std::optional<Article> article(const std::string& id) const;

    /// Replaces id, path and display fields of the article `id` by those of `moved`, the id's new
    /// value among them; its text and all that was analysed of it stay.
    void relocate(const std::string& id, const Article& moved);

    /// The item stays as it is, but begins on another line of its file.
    void move_to_line(const KnownItem& item, std::uint32_t line);

private:
    Xapian::docid docid_of(const std::string& id) const;

    Xapian::WritableDatabase database_;
};

}  // namespace dateline
