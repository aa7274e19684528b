// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stop_words.h"

#include <algorithm>
#include <vector>

#include "common/stop_word_lists.h"

namespace dateline {
namespace {

using Words = std::vector<std::string_view>;

/// Of one language, in byte order; several codes may have the same.
struct Lists {
    Words codes;
    Words own;
    Words shared;
};

/// Calls `each` with the words of the text; comments are none.
template <class Each>
void for_each_word(std::string_view text, const Each& each) {
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.starts_with('#')) continue;
        while (!line.empty()) {
            const std::string_view word = line.substr(0, line.find(' '));
            line.remove_prefix(std::min(word.size() + 1, line.size()));
            if (!word.empty()) each(word);
        }
    }
}

std::vector<Lists> read_lists(std::string_view text) {
    std::vector<Lists> all;
    Words* words = nullptr;
    bool in_codes = false;
    for_each_word(text, [&](std::string_view word) {
        if (word == "shared:") {
            words = &all.back().shared;
        } else if (word.ends_with(':')) {
            if (!in_codes) all.emplace_back();
            all.back().codes.push_back(word.substr(0, word.size() - 1));
            words = &all.back().own;
        } else {
            words->push_back(word);
        }
        in_codes = word.ends_with(':') && word != "shared:";
    });
    return all;
}

const Lists* lists_of(std::string_view language) {
    static const std::vector<Lists> all = read_lists(stop_word_lists());
    const auto found = std::ranges::find_if(all, [&](const Lists& lists) {
        return std::ranges::find(lists.codes, language) != lists.codes.end();
    });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

StopWord stop_word(std::string_view form, std::string_view language) {
    const Lists* lists = lists_of(language);
    if (lists == nullptr) return StopWord::none;
    if (std::ranges::binary_search(lists->own, form)) return StopWord::own;
    return std::ranges::binary_search(lists->shared, form) ? StopWord::shared : StopWord::none;
}

bool is_stop_word(std::string_view form, std::string_view language) {
    return stop_word(form, has_stop_words(language) ? language : "en") != StopWord::none;
}

bool has_stop_words(std::string_view language) {
    return lists_of(language) != nullptr;
}

}  // namespace dateline
