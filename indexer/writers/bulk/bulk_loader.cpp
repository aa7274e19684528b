// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/bulk_loader.h"

#include <sys/stat.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "common/error.h"
#include "common/stored_article.h"
#include "indexer/writers/bulk/packing.h"

namespace dateline {
namespace {

// Counters of a segment have 32 bits.
constexpr std::size_t largest_segment_bytes = std::size_t{4} << 30;

std::filesystem::path parent_of(const std::filesystem::path& folder) {
    return std::filesystem::absolute(folder).lexically_normal().parent_path();
}

}  // namespace

BulkLoader::BulkLoader(std::filesystem::path folder, const BulkOptions& options)
    : folder_(std::move(folder)), options_(options), segment_(options.segment) {
    options_.memory_bytes = std::min(options_.memory_bytes, largest_segment_bytes);
    if (std::filesystem::exists(folder_)) {
        throw Error("cannot write '" + folder_.string() + "': it exists already");
    }
}

BulkLoader::~BulkLoader() = default;

void BulkLoader::put(const IndexedDocument& document, const Vocabulary& vocabulary) {
    if (committed_) throw std::logic_error("a document comes after the commit");
    if (vocabulary_ != nullptr && vocabulary_ != &vocabulary && !segment_.empty())
        close_segment(false);
    vocabulary_ = &vocabulary;
    segment_.add(document, vocabulary);
    if (segment_.memory_bytes() > options_.memory_bytes) close_segment(true);
}

void BulkLoader::add_form(std::string_view stem, std::string_view form) {
    forms_.emplace_back(stem, form);
}

void BulkLoader::add_forms(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& forms) {
    for (const auto& [stem, form] : forms) {
        if (segment_.empty()) {
            add_form(vocabulary_->term(stem), vocabulary_->term(form));  // which may soon be gone
        } else {
            segment_.add_form(stem, form);
        }
    }
}

void BulkLoader::set_metadata(const std::string& key, const std::string& value) {
    if (value.empty()) {
        metadata_.erase(key);
    } else {
        metadata_[key] = value;
    }
}

void BulkLoader::close_segment(bool spill) {
    bulk::Run run = segment_.finish(*vocabulary_);
    if (spill) run.spill(spill_file());
    take(std::move(run));
}

void BulkLoader::take(bulk::Run run) {
    for (bulk::Witness witness : run.witnesses) {
        witness.docid += expectation_.documents;
        expectation_.witnesses.push_back(std::move(witness));
    }
    expectation_.documents += run.documents;
    for (const std::uint32_t length : run.lengths) expectation_.total_length += length;
    runs_.push_back(std::move(run));
}

void BulkLoader::append(bulk::Run run) {
    if (committed_) throw std::logic_error("a run comes after the commit");
    if (!segment_.empty()) close_segment(false);
    take(std::move(run));
}

std::shared_ptr<bulk::SpillFile> BulkLoader::spill_file() {
    if (!spill_file_) spill_file_ = std::make_shared<bulk::SpillFile>(parent_of(folder_));
    return spill_file_;
}

bulk::Section BulkLoader::sorted_forms() const {
    auto forms = forms_;
    std::sort(forms.begin(), forms.end());
    bulk::ByteLog log;
    for (const auto& [stem, form] : forms) {
        bulk::append_text(log, stem);
        bulk::append_text(log, form);
    }
    return bulk::Section(std::move(log));
}

void BulkLoader::commit() {
    if (committed_) throw std::logic_error("the bulk loader commits once");
    committed_ = true;
    if (!segment_.empty()) close_segment(false);
    segment_ = bulk::Segment(options_.segment);  // its memory is of use to the merge
    if (::mkdir(folder_.c_str(), 0777) != 0) throw_write_error(folder_);
    try {
        bulk::write_database(folder_,
                             {std::move(runs_), std::move(metadata_), sorted_forms(), text_key},
                             options_.database);
        if (options_.database.durable) sync_folder(parent_of(folder_));
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
        throw;
    }
}

}  // namespace dateline
