// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index_words.h"

#include "common/fields.h"

namespace dateline {

std::vector<VocabularyWord> IndexWords::words(std::string_view name,
                                              std::string_view prefix) const {
    const std::string field_prefix(name.empty() ? "" : field(name).prefix);
    const std::string begin = field_prefix + std::string(prefix);
    std::vector<VocabularyWord> words;
    for (auto term = database_.allterms_begin(begin); term != database_.allterms_end(begin);
         ++term) {
        std::string form = (*term).substr(field_prefix.size());
        // Forms are folded: a capital begins another field's prefix.
        if (form.empty() || (form[0] >= 'A' && form[0] <= 'Z')) continue;
        words.push_back({std::move(form), term.get_termfreq()});
    }
    return words;
}

}  // namespace dateline
