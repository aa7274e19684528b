// SPDX-License-Identifier: GPL-2.0-or-later
// JSON Lines: an object a line, which is one article, or has some inside.
#include "common/ascii.h"
#include "indexer/readers/bytes/line_stream.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/readers.h"

namespace dateline {

FileEnd read_json_lines(const FileBytes& file, const ItemSink& sink) {
    return {for_each_line(blocks_of(file), [&](std::string_view line, std::uint32_t number) {
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        if (ascii::trim(line).empty()) return true;
        return sink({line, number, PlaceUnit::line, "", [line] { return read_json_line(line); }});
    })};
}

}  // namespace dateline
