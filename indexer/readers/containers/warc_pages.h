// SPDX-License-Identifier: GPL-2.0-or-later
// The pages of one or several WARC files that belong together: of each address the newest capture
// that holds a text, as an item that is known by the address.
#pragma once

#include <functional>
#include <vector>

#include "indexer/readers/containers.h"

namespace dateline {

/// The bytes of a WARC file from the beginning, each time it is asked: the files are read twice,
/// once to see which captures are the newest, and once more for those that hold nothing.
using OpenWarc = std::function<BlockSource()>;

FileEnd read_warc_pages(const std::vector<OpenWarc>& files, const ItemSink& sink);

}  // namespace dateline
