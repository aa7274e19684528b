// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/zip_parts.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "indexer/readers/library_message.h"

namespace dateline {

namespace {

constexpr std::size_t most_part_bytes = 64U << 20U;
constexpr std::size_t most_unpacked_bytes = 256U << 20U;
// Text that repeats itself is packed to a fiftieth; what expands further was made to.
constexpr std::size_t most_expansion = 200;
constexpr std::size_t always_unpacked_bytes = 1U << 20U;

}  // namespace

ZipParts::ZipParts(std::string_view bytes) : file_(bytes_in_memory(bytes)) {
    try {
        archive_.emplace(file_);
    } catch (const Error&) {
        problem_ = "damaged: the zip archive in it cannot be opened";
        return;
    }
    std::size_t number = 0;
    for (std::string& name : archive_->names()) numbers_.emplace(std::move(name), number++);
}

std::string ZipParts::read(const std::string& name) {
    const auto found = numbers_.find(name);
    if (found == numbers_.end()) return "";
    problem_.clear();
    const std::size_t most = std::clamp(static_cast<std::size_t>(file_.size) * most_expansion,
                                        always_unpacked_bytes, most_part_bytes);
    try {
        const BlockSource source = archive_->open(found->second);
        std::string out;
        constexpr std::size_t block_bytes = 64 * 1024;
        for (;;) {
            const std::size_t before = out.size();
            out.resize(before + block_bytes);
            const std::size_t got = source({out.data() + before, block_bytes});
            out.resize(before + got);
            if (got == 0) return out;
            unpacked_bytes_ += got;
            if (out.size() <= most && unpacked_bytes_ <= most_unpacked_bytes) continue;
            problem_ = "a part of it is too large when unpacked";
            return "";
        }
    } catch (const Error& error) {
        problem_ = "damaged or encrypted: " + library_message(error.what());
        return "";
    }
}

}  // namespace dateline
