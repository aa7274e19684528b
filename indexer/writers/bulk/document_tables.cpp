// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/document_tables.h"

#include <stdexcept>
#include <string_view>

#include "common/error.h"
#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {
namespace {

constexpr std::size_t max_metadata_key_bytes = 253;

/// Gives metadata entries to the table in the order of their keys.
class MetadataWriter {
public:
    explicit MetadataWriter(TableBuilder& table) : table_(table) {}

    void add(std::string_view key, std::string_view value) {
        if (key.size() > max_metadata_key_bytes) throw Error("a metadata key is too long");
        if (!key_.empty() && key <= std::string_view(key_).substr(2)) {
            throw std::logic_error("metadata keys do not increase");
        }
        key_.assign("\0\xc0", 2).append(key);
        table_.add(key_, value);
    }

private:
    TableBuilder& table_;
    std::string key_;
};

}  // namespace

void write_data(TableBuilder& docdata, std::span<const Run> runs, std::size_t buffer_bytes) {
    std::uint32_t docid = 0;
    std::string key;
    for (const Run& run : runs) {
        SectionReader reader(run.data, buffer_bytes);
        for (std::uint32_t i = 0; i < run.documents; ++i) {
            key.clear();
            append_uint_sort(key, ++docid);
            const std::string_view data = reader.string();
            if (!data.empty()) docdata.add(key, data);
        }
    }
}

void write_term_lists(TableBuilder& termlist, std::span<const Run> runs, std::size_t buffer_bytes) {
    std::uint32_t docid = 0;
    std::string key;
    for (const Run& run : runs) {
        SectionReader lists(run.term_lists, buffer_bytes);
        SectionReader slots(run.used_slots, buffer_bytes);
        for (std::uint32_t i = 0; i < run.documents; ++i) {
            key.clear();
            append_uint_sort(key, ++docid);
            const std::uint32_t head = lists.number();
            // Without terms too: it says that there are none.
            termlist.add(key, lists.bytes(head / 2),
                         head % 2 == 1 ? Stored::compressed : Stored::plain);
            const std::string_view used = slots.string();
            key.push_back('\0');
            if (!used.empty()) termlist.add(key, used);
        }
    }
}

void write_metadata(TableBuilder& postlist, const std::map<std::string, std::string>& metadata,
                    std::span<const Run> runs, TextKey text_key, std::size_t buffer_bytes) {
    MetadataWriter writer(postlist);
    auto next = metadata.begin();
    std::uint32_t docid = 0;
    for (const Run& run : runs) {
        SectionReader texts(run.texts, buffer_bytes);
        for (std::uint32_t i = 0; i < run.documents; ++i) {
            ++docid;
            const std::string_view text = texts.string();
            if (text.empty()) continue;
            const std::string key = text_key(docid);
            for (; next != metadata.end() && next->first < key; ++next) {
                writer.add(next->first, next->second);
            }
            writer.add(key, text);
        }
    }
    for (; next != metadata.end(); ++next) writer.add(next->first, next->second);
}

void write_lengths(PostingListWriter& postings, std::span<const Run> runs) {
    std::uint32_t docid = 0;
    for (const Run& run : runs) {
        for (const std::uint32_t length : run.lengths) {
            if (docid == 0) postings.begin_lengths();
            postings.add(++docid, length);
        }
    }
    if (docid > 0) postings.end();
}

}  // namespace dateline::bulk
