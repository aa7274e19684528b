// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/headlines.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"
#include "common/folding.h"

namespace dateline {
namespace {

constexpr std::size_t longest_title = 400;
constexpr std::size_t most_cuts = 12;

/// What stays of a title when case, blanks and punctuation go.
std::string letters_of(std::string_view text) {
    std::string letters = fold_value(text.substr(0, longest_title));
    std::erase_if(letters, [](char c) {
        return !(ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c));
    });
    return letters;
}

/// Where a title falls into two.
struct Cut {
    std::size_t end = 0;    ///< of the first part
    std::size_t begin = 0;  ///< of the second
    bool bare = false;      ///< at a sign that may be part of the headline
};

std::vector<Cut> cuts_of(std::string_view title) {
    constexpr auto separators =
        std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ",
                                         " › ", " / ", " │ ", " ǀ ", " : ", " • ", "-", "_", "|"});
    std::vector<Cut> cuts;
    for (std::size_t at = 0; at < title.size(); ++at) {
        for (const std::string_view separator : separators) {
            if (!title.substr(at).starts_with(separator)) continue;
            // Without blanks only beside other scripts: "武汉的声音-新华网".
            const bool bare = separator.size() == 1;
            if (bare && (at == 0 || !ascii::is_wide(title[at - 1]) || at + 1 == title.size() ||
                         !ascii::is_wide(title[at + 1])))
                continue;
            cuts.push_back({at, at + separator.size(), bare});
            break;
        }
        if (cuts.size() == most_cuts) break;
    }
    return cuts;
}

/// The heading that begins with the title and goes on at a quotation mark, where the page's own
/// markup cut it: `content="Senator calls "`.
const std::string* continued(std::string_view title, std::span<const std::string> headings) {
    const auto continues = [&](const std::string& heading) {
        if (!heading.starts_with(title)) return false;
        const auto next = heading.find_first_not_of(' ', title.size());
        return next != heading.npos && heading[next] == '"';
    };
    const auto found = std::ranges::find_if(headings, continues);
    return title.empty() || found == headings.end() ? nullptr : &*found;
}

/// A part of a title that is the site's name, or begins it, or begins as its host does.
bool is_site_part(std::string_view part, std::span<const std::string> sites) {
    constexpr std::size_t shortest = 4;
    const std::string letters = letters_of(part);
    return names_site(part, sites) || std::ranges::any_of(sites, [&](const std::string& site) {
               const std::string name = letters_of(site);
               const bool is_host = site.find('.') != site.npos;
               return (letters.size() >= shortest && name.starts_with(letters)) ||
                      (is_host && name.size() >= shortest && letters.starts_with(name));
           });
}

}  // namespace

bool same_letters(std::string_view a, std::string_view b) {
    const std::string letters = letters_of(a);
    return !letters.empty() && letters == letters_of(b);
}

bool names_site(std::string_view text, std::span<const std::string> sites) {
    const std::string letters = letters_of(text);
    return !letters.empty() && std::ranges::any_of(sites, [&](const std::string& site) {
        return letters == letters_of(site) || letters == letters_of(site.substr(0, site.find('.')));
    });
}

std::string headline_of(std::string_view title, const TitleClues& clues) {
    if (title.size() > longest_title) return std::string(title);
    if (const std::string* whole = continued(title, clues.headings)) return *whole;
    const std::vector<Cut> cuts = cuts_of(title);
    std::vector<std::string> headings;
    if (!cuts.empty())
        for (const std::string& heading : clues.headings) headings.push_back(letters_of(heading));
    std::string_view found;
    const auto offer = [&](std::string_view part, bool bare) {
        if (part.size() <= found.size() || (bare && part.size() * 2 < title.size())) return;
        const std::string letters = letters_of(part);
        if (!letters.empty() && std::ranges::find(headings, letters) != headings.end() &&
            !is_site_part(part, clues.sites))
            found = part;
    };
    for (const Cut& cut : cuts) {
        offer(title.substr(0, cut.end), cut.bare);
        offer(title.substr(cut.begin), cut.bare);
    }
    if (!found.empty()) return std::string(ascii::trim(found));
    std::string_view rest = title;
    if (!cuts.empty() && is_site_part(title.substr(cuts.back().begin), clues.sites))
        rest = title.substr(0, cuts.back().end);
    else if (!cuts.empty() && is_site_part(title.substr(0, cuts.front().end), clues.sites))
        rest = title.substr(cuts.front().begin);
    return std::string(ascii::trim(rest));
}

}  // namespace dateline
