// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/new_generation.h"

#include <filesystem>
#include <system_error>

#include "common/index_files.h"
#include "indexer/files/index_folder.h"

namespace dateline {

NewGeneration::NewGeneration(const std::string& index)
    : index_(index), path_(next_generation(index)) {}

NewGeneration::~NewGeneration() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove_all(path_, ignored);
}

void NewGeneration::publish() {
    kept_ = true;  // in doubt: what failed may have been what comes after the switch
    try {
        publish_generation(index_, path_);
    } catch (...) {
        kept_ = read_stub(index_).generation == std::filesystem::path(path_).filename();
        throw;
    }
}

}  // namespace dateline
