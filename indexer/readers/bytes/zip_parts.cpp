// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/zip_parts.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

constexpr zip_int64_t most_entries = 20'000;
constexpr std::size_t most_entry_bytes = 64U << 20U;
constexpr std::size_t most_unpacked_bytes = 256U << 20U;
// Text that repeats itself is packed to a fiftieth; what expands further was made to.
constexpr std::size_t most_expansion = 300;
constexpr std::size_t always_unpacked_bytes = 1U << 20U;

struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

}  // namespace

void ZipParts::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipParts::ZipParts(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive_) {
        if (source != nullptr) zip_source_free(source);
        problem_ = "damaged: the ZIP archive in it cannot be opened";
    } else if (zip_get_num_entries(archive_.get(), 0) > most_entries) {
        archive_.reset();
        problem_ = fmt::format("the ZIP archive in it has more than {} entries", most_entries);
    }
    zip_error_fini(&error);
}

bool ZipParts::has(const std::string& name) const {
    return archive_ && zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

std::string ZipParts::read(const std::string& name) {
    if (!archive_) return "";
    problem_.clear();
    const auto fail = [&](std::string what) {
        problem_ = std::move(what);
        return std::string();
    };
    const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), 0);
    zip_stat_t stat;
    if (index < 0) return "";
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_stat_index(archive_.get(), at, 0, &stat) != 0) return fail("damaged ZIP archive");
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return fail("encrypted: it cannot be read without its password");
    const std::size_t most = std::min(
        most_entry_bytes,
        std::max(always_unpacked_bytes,
                 std::min<std::size_t>(stat.comp_size, most_entry_bytes) * most_expansion));
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive_.get(), at, 0));
    if (!entry) return fail("damaged: a part of it cannot be unpacked");
    // The size that the archive states is not trusted.
    std::string out;
    constexpr std::size_t block_bytes = 64 * 1024;
    for (;;) {
        const std::size_t before = out.size();
        out.resize(before + block_bytes);
        const zip_int64_t got = zip_fread(entry.get(), out.data() + before, block_bytes);
        out.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
        if (got < 0) return fail("damaged: a part of it cannot be unpacked");
        if (got == 0) break;
        unpacked_bytes_ += static_cast<std::size_t>(got);
        if (out.size() > most || unpacked_bytes_ > most_unpacked_bytes)
            return fail("a part of it is too large when unpacked");
    }
    return out;
}

}  // namespace dateline
