// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/expand.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/error.h"

namespace dateline {
namespace {

constexpr std::size_t longest_fuzzy_word = 64;  // code points

/// Which characters a form has, roughly: an edit changes two of the bits at most.
std::uint32_t letters_of(std::string_view form) {
    std::uint32_t bits = 0;
    for (const char c : form) bits |= 1U << (static_cast<unsigned char>(c) & 31U);
    return bits;
}

bool is_ascii(std::string_view text) {
    return std::ranges::none_of(text, ascii::is_wide);
}

struct Candidate {
    std::uint32_t edits = 0;
    std::uint32_t articles = 0;
    std::string_view form;
};

Expansion best_of(std::vector<Candidate> candidates, std::size_t most) {
    const auto better = [](const Candidate& a, const Candidate& b) {
        return std::tuple(a.edits, b.articles, a.form) < std::tuple(b.edits, a.articles, b.form);
    };
    const std::size_t kept = std::min(candidates.size(), most);
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                      candidates.end(), better);
    Expansion result;
    result.found = candidates.size();
    for (std::size_t i = 0; i < kept; ++i) result.forms.emplace_back(candidates[i].form);
    return result;
}

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view form) {
    std::size_t p = 0;
    std::size_t f = 0;
    std::size_t star = std::string_view::npos;
    std::size_t restart = 0;  // where the last star's text ends for now
    while (f < form.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            restart = f;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            f = character_end(form, f);
        } else if (p < pattern.size() && pattern[p] == form[f]) {
            ++p;
            ++f;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            restart = character_end(form, restart);
            f = restart;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

std::uint32_t edits_between(std::u32string_view a, std::u32string_view b, std::uint32_t most) {
    const std::uint32_t too_many = most + 1;
    if (a.size() > longest_fuzzy_word || b.size() > longest_fuzzy_word) return too_many;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return too_many;
    using Row = std::array<std::uint32_t, longest_fuzzy_word + 2>;
    std::array<Row, 3> rows;  // the last three rows of the table, in turn; only a band is filled
    for (Row& row : rows) row.fill(too_many);
    for (std::size_t j = 0; j <= std::min<std::size_t>(b.size(), most); ++j)
        rows[0][j] = static_cast<std::uint32_t>(j);
    std::uint32_t least_above = 0;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        Row& row = rows[i % 3];
        const Row& above = rows[(i - 1) % 3];
        const std::size_t first = i > most ? i - most : 1;
        const std::size_t last = std::min(b.size(), i + most);
        row[first - 1] = i <= most ? static_cast<std::uint32_t>(i) : too_many;
        std::uint32_t least = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1,
                               above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U), too_many});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            least = std::min(least, row[j]);
        }
        row[last + 1] = too_many;
        if (std::min(least, least_above) > most) return too_many;  // two rows: a swap spans both
        least_above = least;
    }
    return std::min(rows[a.size() % 3][b.size()], too_many);
}

std::vector<VocabularyWord> Expander::known(std::string_view field, std::string_view prefix,
                                            Forms forms) const {
    return forms == Forms::words ? words_.words(field, prefix) : words_.values(field, prefix);
}

const std::vector<VocabularyWord>& Expander::all(std::string_view field, Forms forms) {
    if (words_.least_beginning() > 0)
        throw Error("an archive on another machine is too large for words that are like one typed",
                    "write the word out, or begin a pattern with three letters: surv*");
    const auto [list, fresh] = lists_.try_emplace({std::string(field), forms});
    if (fresh) list->second = known(field, "", forms);
    return list->second;
}

Expansion Expander::fitting(std::string_view field, std::string_view pattern, std::size_t most,
                            Forms forms) {
    const std::string_view prefix = pattern.substr(0, pattern.find_first_of("*?"));
    std::vector<VocabularyWord> some;
    if (prefix.size() < words_.least_beginning())
        throw Error(
            fmt::format("an archive on another machine is too large for the pattern '{}'", pattern),
            fmt::format("begin it with {} letters", words_.least_beginning()));
    if (!prefix.empty()) some = known(field, prefix, forms);
    std::vector<Candidate> candidates;
    for (const VocabularyWord& word : prefix.empty() ? all(field, forms) : some)
        if (matches_pattern(pattern, word.form))
            candidates.push_back({0, word.articles, word.form});
    return best_of(std::move(candidates), most);
}

Expansion Expander::similar(std::string_view field, std::string_view word, std::uint32_t edits,
                            Forms forms) {
    std::u32string wanted;
    std::u32string form;
    decode(word, wanted);
    const std::uint32_t letters = letters_of(word);
    const bool ascii = is_ascii(word);
    std::vector<Candidate> candidates;
    for (const VocabularyWord& known : all(field, forms)) {
        if (known.form.size() > 4 * (wanted.size() + edits)) continue;
        if (known.form.size() + edits < wanted.size()) continue;
        const auto differing =
            static_cast<std::uint32_t>(std::popcount(letters ^ letters_of(known.form)));
        if (ascii && differing > 2 * edits && is_ascii(known.form)) continue;
        decode(known.form, form);
        const std::uint32_t distance = edits_between(wanted, form, edits);
        if (distance <= edits) candidates.push_back({distance, known.articles, known.form});
    }
    return best_of(std::move(candidates), most_expansions);
}

std::vector<std::string> Expander::beginning(std::string_view field, std::string_view text) const {
    std::vector<std::string> forms;
    for (VocabularyWord& word : words_.words(field, text)) {
        if (forms.size() == most_expansions) break;
        forms.push_back(std::move(word.form));
    }
    return forms;
}

bool Expander::exists(std::string_view field, std::string_view form) const {
    const auto words = words_.words(field, form);
    return !words.empty() && words.front().form == form;
}

}  // namespace dateline
