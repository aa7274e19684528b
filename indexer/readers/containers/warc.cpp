// SPDX-License-Identifier: GPL-2.0-or-later
// Web archives: WARC, plain or packed, the whole file or each record by itself.
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/warc_pages.h"

namespace dateline {

bool begins_warc(const FileStart& start) {
    return start.head.starts_with("WARC/1.") || start.head.starts_with("WARC/0.");
}

FileEnd read_warc(const FileBytes& file, const ItemSink& sink) {
    return read_warc_pages({[&] { return blocks_of(file); }}, sink);
}

}  // namespace dateline
