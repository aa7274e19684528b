// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/synonyms.h"

#include <algorithm>
#include <deque>
#include <string>
#include <tuple>
#include <vector>

namespace dateline::bulk {
namespace {

constexpr int length_mask = 96;  // lengths are xored with it

struct Source {
    explicit Source(const Section& section, std::size_t buffer_bytes)
        : reader(section, buffer_bytes) {}

    bool next() {
        if (reader.at_end()) return false;
        stem = reader.string();
        form = reader.string();
        return true;
    }

    SectionReader reader;
    std::string stem;
    std::string form;
};

bool comes_later(const Source* a, const Source* b) {
    return std::tie(a->stem, a->form) > std::tie(b->stem, b->form);
}

/// Gathers a stem's forms and writes them.
class EntryWriter {
public:
    explicit EntryWriter(TableBuilder& table) : table_(table) {}

    void add(const std::string& stem, const std::string& form) {
        if (stem != stem_) {
            end();
            stem_ = stem;
        } else if (form == form_) {
            return;
        }
        form_ = form;
        tag_.push_back(static_cast<char>(static_cast<int>(form.size()) ^ length_mask));
        tag_ += form;
    }

    void end() {
        if (!tag_.empty()) table_.add(stem_, tag_);
        tag_.clear();
    }

private:
    TableBuilder& table_;
    std::string stem_;
    std::string form_;
    std::string tag_;
};

}  // namespace

void write_synonyms(TableBuilder& synonym, std::span<const Section* const> sections,
                    std::size_t buffer_bytes) {
    std::deque<Source> sources;
    std::vector<Source*> heap;
    for (const Section* section : sections) {
        Source& source = sources.emplace_back(*section, buffer_bytes);
        if (source.next()) heap.push_back(&source);
    }
    std::make_heap(heap.begin(), heap.end(), comes_later);
    EntryWriter writer(synonym);
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), comes_later);
        Source& source = *heap.back();
        writer.add(source.stem, source.form);
        if (source.next()) {
            std::push_heap(heap.begin(), heap.end(), comes_later);
        } else {
            heap.pop_back();
        }
    }
    writer.end();
}

}  // namespace dateline::bulk
