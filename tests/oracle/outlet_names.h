// SPDX-License-Identifier: GPL-2.0-or-later
// How names are matched: by words once an article knows the other names of its outlet, else whole.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace dateline::oracle {

template <typename A>
concept KnowsOutletNames = requires(const A& article) {
    article.outlet_names;
};

inline constexpr bool names_by_words = KnowsOutletNames<Article>;

template <typename A>
std::vector<std::string> other_names_of(const A& article) {
    if constexpr (KnowsOutletNames<A>)
        return article.outlet_names;
    else
        return {};
}

}  // namespace dateline::oracle
