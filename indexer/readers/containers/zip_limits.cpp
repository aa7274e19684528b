// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/zip_limits.h"

#include <algorithm>

#include "common/error.h"

namespace dateline {

namespace {

constexpr std::uint64_t free_bytes = 64 * 1024 * 1024;  // which need no reason

std::size_t read_of(const FileBytes& file, std::uint64_t offset, std::span<char> block) {
    try {
        return file.read_at(offset, block);
    } catch (const Error& error) {
        throw Damaged{error.what()};
    }
}

}  // namespace

std::unique_ptr<ZipArchive> open_zip(const FileBytes& file) {
    try {
        return std::make_unique<ZipArchive>(file);
    } catch (const Error& error) {
        throw Damaged{error.what()};
    }
}

ZipLimits::ZipLimits(std::uint64_t archive_bytes)
    : left_(std::max(free_bytes, archive_bytes * most_zip_ratio)) {}

FileBytes ZipLimits::bounded(const FileBytes& file) {
    return {file.size, [this, file](std::uint64_t offset, std::span<char> block) {
                const std::size_t got = read_of(file, offset, block);
                if (got > left_) throw TooMuch{};
                left_ -= got;
                return got;
            }};
}

std::optional<std::string> load(const FileBytes& file, std::uint64_t most) {
    // By the size that is stated, and a byte more, which shows that there is none.
    const std::size_t block = std::min<std::uint64_t>(file.size, 128 * 1024) + 1;
    std::string bytes;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + block);
        const std::size_t got = file.read_at(before, {bytes.data() + before, block});
        bytes.resize(before + got);
        if (got == 0) return bytes;
        if (bytes.size() > most) return std::nullopt;
    }
}

}  // namespace dateline
