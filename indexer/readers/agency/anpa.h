// SPDX-License-Identifier: GPL-2.0-or-later
// ANPA 1312, as the Associated Press sends it.
#pragma once

#include "indexer/readers/agency/wire.h"

namespace dateline {

RawArticle anpa_article(const WireMessage& message);

}  // namespace dateline
