// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/values.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {
namespace {

/// A run's part of a slot.
struct Part {
    const SlotRun* values;
    std::uint32_t documents_before;
};

/// Parts in the order of the documents, under the slot's key in the table. The two kinds of key
/// order slots in two ways, neither by number.
using Slots = std::map<std::string, std::vector<Part>>;

template <typename MakeKey>
Slots collect_slots(std::span<const Run> runs, MakeKey make_key) {
    Slots slots;
    std::uint32_t before = 0;
    for (const Run& run : runs) {
        for (const SlotRun& slot : run.slots) slots[make_key(slot.slot)].push_back({&slot, before});
        before += run.documents;
    }
    return slots;
}

std::string statistics_key(std::uint32_t slot) {
    std::string key("\0\xd0", 2);
    append_uint_last(key, slot);
    return key;
}

std::string stream_key(std::uint32_t slot) {
    std::string key("\0\xd8", 2);
    put_number(key, slot);
    return key;
}

std::string statistics_tag(const std::vector<Part>& parts) {
    std::uint64_t count = 0;
    const std::string* lowest = &parts.front().values->lowest;
    const std::string* highest = &parts.front().values->highest;
    for (const Part& part : parts) {
        count += part.values->count;
        lowest = &std::min(*lowest, part.values->lowest);
        highest = &std::max(*highest, part.values->highest);
    }
    std::string tag;
    put_number(tag, count);
    put_text(tag, *lowest);
    if (*highest != *lowest) tag += *highest;
    return tag;
}

class StreamWriter {
public:
    StreamWriter(TableBuilder& table, const std::string& slot_key, std::size_t chunk_bytes)
        : table_(table), slot_key_(slot_key), chunk_bytes_(chunk_bytes) {}

    void add(std::uint32_t docid, std::string_view value) {
        if (tag_.empty()) {
            key_ = slot_key_;
            append_uint_sort(key_, docid);
        } else {
            put_number(tag_, docid - last_docid_ - 1);
        }
        put_text(tag_, value);
        last_docid_ = docid;
        if (tag_.size() >= chunk_bytes_) end();
    }

    void end() {
        if (!tag_.empty()) table_.add(key_, tag_);
        tag_.clear();
    }

private:
    TableBuilder& table_;
    const std::string& slot_key_;
    std::size_t chunk_bytes_;
    std::string key_;
    std::string tag_;
    std::uint32_t last_docid_ = 0;
};

}  // namespace

void write_values(TableBuilder& postlist, std::span<const Run> runs, std::size_t chunk_bytes,
                  std::size_t buffer_bytes) {
    for (const auto& [key, parts] : collect_slots(runs, statistics_key)) {
        postlist.add(key, statistics_tag(parts));
    }
    for (const auto& [key, parts] : collect_slots(runs, stream_key)) {
        StreamWriter stream(postlist, key, chunk_bytes);
        for (const Part& part : parts) {
            SectionReader reader(part.values->values, buffer_bytes);
            std::uint32_t docid = part.documents_before;
            for (std::uint32_t left = part.values->count; left > 0; --left) {
                docid += reader.number() + 1;
                stream.add(docid, reader.string());
            }
        }
        stream.end();
    }
}

}  // namespace dateline::bulk
