// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/run.h"

#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {

void append_tag(ByteLog& log, std::string_view plain, std::string_view compressed) {
    const std::string_view tag = compressed.empty() ? plain : compressed;
    char* to = log.room(most_number_bytes + tag.size());
    to = put_number(to, tag.size() * 2 + (compressed.empty() ? 0 : 1));
    log.wrote(put_bytes(to, tag));
}

void append_text(ByteLog& log, std::string_view text) {
    char* to = log.room(most_number_bytes + text.size());
    log.wrote(put_bytes(put_number(to, text.size()), text));
}

void Run::spill(const std::shared_ptr<SpillFile>& file) {
    for (Section* section : {&terms, &term_lists, &used_slots, &data, &texts, &forms}) {
        section->spill(file);
    }
    for (SlotRun& slot : slots) slot.values.spill(file);
}

}  // namespace dateline::bulk
