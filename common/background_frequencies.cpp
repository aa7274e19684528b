// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/background_frequencies.h"

#include <algorithm>
#include <charconv>

#include "common/ascii.h"

namespace dateline {
namespace {

/// Takes the part before the mark off the text.
std::string_view take_until(std::string_view& text, char mark) {
    const std::string_view taken = text.substr(0, text.find(mark));
    text.remove_prefix(std::min(text.size(), taken.size() + 1));
    return taken;
}

}  // namespace

BackgroundFrequencies::BackgroundFrequencies(std::string_view language) {
    constexpr std::size_t most_stems = 16'384;
    std::string_view text = background_counts(language);
    if (!text.empty()) shares_.reserve(most_stems);
    double share = 0;
    while (!text.empty()) {
        std::string_view line = take_until(text, '\n');
        if (line.empty() || line.front() == '#') continue;
        if (ascii::is_digit(line.front())) {
            double percent = 0;
            std::from_chars(line.data(), line.data() + line.size(), percent);
            share = percent / 100;
            continue;
        }
        while (!line.empty()) shares_.emplace(take_until(line, ' '), share);
    }
}

double BackgroundFrequencies::share(std::string_view stem) const {
    const auto found = shares_.find(stem);
    return found == shares_.end() ? rare_share : found->second;
}

}  // namespace dateline
