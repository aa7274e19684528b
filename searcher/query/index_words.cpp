// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/index_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/fields.h"
#include "common/folding.h"

namespace dateline {
namespace {

/// The terms prefix + begin…, without the prefix, of one database.
std::vector<VocabularyWord> terms_of(const Xapian::Database& database, const std::string& prefix,
                                     std::string_view begin) {
    const std::string first = prefix + std::string(begin);
    std::vector<VocabularyWord> found;
    for (auto term = database.allterms_begin(first); term != database.allterms_end(first); ++term)
        found.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
    return found;
}

/// The terms of other names, which have the prefix, taken apart; in byte order.
std::vector<NamedValue> names_of(const Xapian::Database& database, const std::string& prefix) {
    std::vector<NamedValue> found;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
        const std::string pair = *term;
        const std::size_t tab = pair.find('\t');
        if (tab != std::string::npos)
            found.push_back(
                {pair.substr(prefix.size(), tab - prefix.size()), pair.substr(tab + 1)});
    }
    return found;
}

/// Both in byte order; what is in both is counted together.
std::vector<VocabularyWord> merged(std::vector<VocabularyWord> a, std::vector<VocabularyWord> b) {
    if (a.empty()) return b;
    std::vector<VocabularyWord> all;
    all.reserve(a.size() + b.size());
    auto left = a.begin();
    for (VocabularyWord& word : b) {
        while (left != a.end() && left->form < word.form) all.push_back(std::move(*left++));
        if (left != a.end() && left->form == word.form) word.articles += left++->articles;
        all.push_back(std::move(word));
    }
    std::move(left, a.end(), std::back_inserter(all));
    return all;
}

}  // namespace

/// Each archive's by itself: Xapian's own walk over several costs twice as much.
std::vector<VocabularyWord> IndexWords::terms(const std::string& prefix,
                                              std::string_view begin) const {
    std::vector<VocabularyWord> all;
    for (const Archive& archive : archives_.each())
        if (reaches(archive))
            all = merged(std::move(all), terms_of(archive.database, prefix, begin));
    return all;
}

std::vector<VocabularyWord> IndexWords::archive_names(std::string_view prefix) const {
    std::vector<VocabularyWord> found;
    for (const Archive& archive : archives_.each())
        if (std::string name = fold_value(archive.name); name.starts_with(prefix))
            found.push_back({std::move(name), archive.database.get_doccount()});
    std::ranges::sort(found, {}, &VocabularyWord::form);
    return found;
}

std::vector<VocabularyWord> IndexWords::words(std::string_view name,
                                              std::string_view prefix) const {
    const Field* row = name.empty() ? nullptr : &field(name);
    if (row != nullptr && row->of_archive) return archive_names(prefix);
    const bool names = row != nullptr && row->match == Match::names;
    std::vector<VocabularyWord> found =
        terms(row == nullptr ? "" : std::string(row->prefix), prefix);
    std::erase_if(found, [&](const VocabularyWord& word) {
        const char first = word.form.empty() ? 'A' : word.form[0];
        // Forms are folded: a capital begins another field's prefix.
        return (first >= 'A' && first <= 'Z') ||
               (names && (first == value_mark || first == other_name_mark));
    });
    return found;
}

std::vector<VocabularyWord> IndexWords::values(std::string_view name,
                                               std::string_view prefix) const {
    const Field& row = field(name);
    if (row.match != Match::names) return words(name, prefix);
    return terms(std::string(row.prefix) + value_mark, prefix);
}

std::size_t IndexWords::least_beginning() const {
    constexpr std::uint64_t most_articles = 100'000;
    const bool large = std::ranges::any_of(archives_.each(), [&](const Archive& archive) {
        return archive.remote && reaches(archive) && archive.info.articles > most_articles;
    });
    return large ? 3 : 0;
}

std::vector<VocabularyWord> IndexWords::articles_by_language() const {
    std::vector<VocabularyWord> stated = values("language", "");
    VocabularyWord english{"en", database_.get_doccount()};
    for (const VocabularyWord& language : stated) english.articles -= language.articles;
    return merged(std::move(stated), {std::move(english)});
}

/// Without counting their articles, which costs more than all else and is wanted of a few.
std::vector<NamedValue> IndexWords::other_names(std::string_view name) const {
    const std::string first = std::string(field(name).prefix) + other_name_mark;
    std::vector<NamedValue> all;
    for (const Archive& archive : archives_.each()) {
        if (!reaches(archive)) continue;
        std::vector<NamedValue> before = std::exchange(all, {});
        std::vector<NamedValue> own = names_of(archive.database, first);
        std::set_union(std::move_iterator(before.begin()), std::move_iterator(before.end()),
                       std::move_iterator(own.begin()), std::move_iterator(own.end()),
                       std::back_inserter(all));
    }
    return all;
}

std::uint32_t IndexWords::articles(std::string_view name, const NamedValue& named) const {
    return static_cast<std::uint32_t>(
        archives_.articles_with(other_name_term(field(name), named.value, named.name)));
}

}  // namespace dateline
