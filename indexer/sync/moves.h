// SPDX-License-Identifier: GPL-2.0-or-later
// Renamed and moved files: what is gone in one place and new with the same content in another.
// Their articles stay as they are where the place says nothing about them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/sync/index_state.h"
#include "indexer/sync/run_plan.h"
#include "indexer/writers/xapian_writer.h"

namespace dateline {

/// Takes what moved out of the plans' `read` and `gone` and puts it into `moved` of the plan of the
/// root that it moved to. Compares sizes first: only new files as large as one that is gone are
/// read, for their hash. Of several with the same content one of the same name is taken, else the
/// first.
void find_moves(std::vector<RootWork>& roots, IndexState& state);

struct FilePlace {
    std::uint32_t root = 0;
    std::string path;  ///< root-relative
};

/// The stored article of a file that moved, with its new id, root and path; nothing if the file has
/// to be read again: it has several articles or another kind of name, a value came from its path or
/// name, or the new path might give one.
std::optional<Article> keepable_article(const FileRecord& record, const FilePlace& from,
                                        const FilePlace& to, const XapianWriter& writer);

}  // namespace dateline
