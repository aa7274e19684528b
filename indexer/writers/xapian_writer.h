// SPDX-License-Identifier: GPL-2.0-or-later
// The ordinary writer: documents go through Xapian's WritableDatabase. Slow for many articles,
// right for few: it updates in place, and a commit is atomic.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "common/article.h"
#include "indexer/writers/writer.h"

namespace dateline {

/// Throws the Error that tells the user why the database in `folder` cannot be written.
[[noreturn]] void throw_writing_error(const std::string& folder, const Xapian::Error& error);

class XapianWriter : public Writer {
public:
    /// Opens the database in `folder`, or makes one there if `create`. Throws Error.
    XapianWriter(const std::string& folder, bool create);

    void put(const IndexedDocument& document, const Vocabulary& vocabulary) override;
    void add_form(std::string_view stem, std::string_view form) override;
    void set_metadata(const std::string& key, const std::string& value) override;
    void commit() override;

    /// Removes the article with this id; nothing happens if there is none.
    void remove(const std::string& id);

    /// The article with this id, without its body; nothing if there is none.
    std::optional<Article> article(const std::string& id) const;

    /// Replaces id, path and display fields of the article `id` by those of `moved`, the id's new
    /// value among them; its text and all that was analysed of it stay.
    void relocate(const std::string& id, const Article& moved);

    const Xapian::WritableDatabase& database() const { return database_; }

private:
    Xapian::docid docid_of(const std::string& id) const;

    std::string folder_;
    Xapian::WritableDatabase database_;
};

}  // namespace dateline
