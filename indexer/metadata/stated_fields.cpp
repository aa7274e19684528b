// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/stated_fields.h"

#include <algorithm>
#include <utility>

namespace dateline {

StatedFields::StatedFields(const std::vector<RawField>& fields) {
    fields_.reserve(fields.size());
    for (const RawField& raw : fields) {
        if (raw.values.empty()) continue;
        if (const Key* key = find_key(raw.key)) fields_.push_back({key, &raw});
    }
    std::ranges::stable_sort(fields_, {}, [](const StatedField& field) {
        return std::pair(field.key->meaning, field.key->rank);
    });
}

std::span<const StatedField> StatedFields::all(Meaning meaning) const {
    const auto range = std::ranges::equal_range(
        fields_, meaning, {}, [](const StatedField& field) { return field.key->meaning; });
    return {range.begin(), range.end()};
}

std::string_view StatedFields::first(Meaning meaning) const {
    const auto fields = all(meaning);
    return fields.empty() ? std::string_view() : fields.front().raw->values.front();
}

}  // namespace dateline
