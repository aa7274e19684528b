// SPDX-License-Identifier: GPL-2.0-or-later
// IPTC 7901, as dpa sends it.
#pragma once

#include "indexer/readers/agency/wire.h"

namespace dateline {

RawArticle iptc7901_article(const WireMessage& message);

}  // namespace dateline
