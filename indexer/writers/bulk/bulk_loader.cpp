// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/bulk_loader.h"

#include <sys/stat.h>

#include <stdexcept>
#include <system_error>
#include <utility>

#include "common/error.h"
#include "common/stored_article.h"
#include "common/descriptor.h"

namespace dateline {
namespace {

std::filesystem::path parent_of(const std::filesystem::path& folder) {
    return std::filesystem::absolute(folder).lexically_normal().parent_path();
}

}  // namespace

BulkLoader::BulkLoader(std::filesystem::path folder, const bulk::DatabaseOptions& options)
    : folder_(std::move(folder)), options_(options) {
    if (std::filesystem::exists(folder_)) {
        throw Error("cannot write '" + folder_.string() + "': it exists already");
    }
}

void BulkLoader::append(bulk::Run run) {
    if (committed_) throw std::logic_error("a run comes after the commit");
    for (bulk::Witness witness : run.witnesses) {
        witness.docid += expectation_.documents;
        expectation_.witnesses.push_back(std::move(witness));
    }
    for (const std::uint32_t length : run.lengths) {
        expectation_.total_length += length;
        lengths_.set(++expectation_.documents, length);
    }
    runs_.push_back(std::move(run));
}

void BulkLoader::set_metadata(const std::string& key, const std::string& value) {
    if (value.empty()) {
        metadata_.erase(key);
    } else {
        metadata_[key] = value;
    }
}

std::shared_ptr<bulk::SpillFile> BulkLoader::spill_file() {
    if (!spill_file_) spill_file_ = std::make_shared<bulk::SpillFile>(parent_of(folder_));
    return spill_file_;
}

void BulkLoader::commit() {
    if (committed_) throw std::logic_error("the bulk loader commits once");
    committed_ = true;
    if (::mkdir(folder_.c_str(), 0777) != 0) throw_write_error(folder_);
    try {
        bulk::write_database(folder_, {std::move(runs_), std::move(metadata_), text_key}, options_);
        if (options_.durable) sync_folder(parent_of(folder_));
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
        throw;
    }
}

}  // namespace dateline
