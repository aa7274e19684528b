// SPDX-License-Identifier: GPL-2.0-or-later
// A file's fields sorted by what they mean (keys.h) and by how far they are trusted, so that each
// part of metadata.cpp asks for its own.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/metadata/keys.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// One field with the row of its key. Both outlive StatedFields.
struct StatedField {
    const Key* key = nullptr;
    const RawField* raw = nullptr;
};

class StatedFields {
public:
    /// `fields` must live as long as this. Fields with an unknown key or without a value are left
    /// out.
    explicit StatedFields(const std::vector<RawField>& fields);

    /// All fields of a meaning, the most trusted first, else in the file's order.
    std::span<const StatedField> all(Meaning meaning) const;

    /// The first value of the most trusted field, or "".
    std::string_view first(Meaning meaning) const;

private:
    std::vector<StatedField> fields_;
};

}  // namespace dateline
