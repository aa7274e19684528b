// SPDX-License-Identifier: GPL-2.0-or-later
// What both writers do: take documents and metadata, make them durable. The ordinary writer goes
// through Xapian's WritableDatabase and can update in place; the bulk loader (bulk/) writes a new
// database.
#pragma once

#include <string>
#include <string_view>

#include "indexer/document.h"

namespace dateline {

class Writer {
public:
    virtual ~Writer() = default;

    /// Adds the document, or replaces the one with the same id (the bulk loader only adds, and
    /// throws Error if an id comes twice). Term numbers are of `vocabulary`.
    virtual void put(const IndexedDocument& document, const Vocabulary& vocabulary) = 0;

    /// A form of a stem, both as terms; the same pair may be told again.
    virtual void add_form(std::string_view stem, std::string_view form) = 0;

    /// Keeps a value of the index itself; an empty value removes it.
    virtual void set_metadata(const std::string& key, const std::string& value) = 0;

    /// Makes all of it durable, at once. A crash before it returns leaves the earlier state.
    virtual void commit() = 0;
};

}  // namespace dateline
