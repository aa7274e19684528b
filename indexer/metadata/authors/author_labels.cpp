// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/authors/author_labels.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace dateline {
namespace {

struct AuthorLabel {
    std::string_view word;
    bool with_blank = false;  // a blank is enough behind it; else there must be a sign
};

constexpr auto author_labels = std::to_array<AuthorLabel>({
    {"作者", true},
    {"撰文", true},
    {"撰稿", true},
    {"采写", true},
    {"记者", true},
    {"图文"},
    {"文字"},
    {"文"},
});

constexpr auto label_signs =
    std::to_array<std::string_view>({"：", ":", "|", "｜", "丨", "/", "=", "＝", "·"});

}  // namespace

std::string_view after_author_label(std::string_view line) {
    constexpr std::string_view hard_blank = "\xC2\xA0";
    for (const AuthorLabel& label : author_labels) {
        if (!line.starts_with(label.word)) continue;
        std::string_view rest = line.substr(label.word.size());
        bool found = false;
        const auto skip = [&](std::string_view mark, bool enough) {
            if (!rest.starts_with(mark)) return false;
            rest.remove_prefix(mark.size());
            found = found || enough;
            return true;
        };
        while (skip(" ", label.with_blank) || skip(hard_blank, label.with_blank) ||
               std::ranges::any_of(label_signs, [&](auto sign) { return skip(sign, true); })) {
        }
        return found ? ascii::trim(rest) : std::string_view();
    }
    return {};
}

}  // namespace dateline
