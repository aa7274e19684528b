// SPDX-License-Identifier: GPL-2.0-or-later
// How many passages are shown of an article, and how long they are.
#pragma once

#include <cstdint>

namespace dateline {

enum class Context { sentence, paragraph, bytes };

struct PassageOptions {
    std::uint32_t most = 1;  ///< passages an article, 1 at least
    Context context = Context::sentence;
    std::uint32_t passage_bytes = 240;  ///< about so long; whole sentences: more or less
};

}  // namespace dateline
