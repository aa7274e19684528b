// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <exception>
#include <new>

#include "common/error.h"

namespace dateline {

struct ZipArchive::Source {
    const FileBytes* file = nullptr;
    std::uint64_t at = 0;
    std::exception_ptr failure;  // of reading, which libzip does not carry
    zip_t* archive = nullptr;
    zip_error_t error{};

    void rethrow() {
        if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
    }

    zip_int64_t read(void* data, zip_uint64_t size) {
        try {
            const std::size_t got = file->read_at(at, {static_cast<char*>(data), size});
            at += got;
            return static_cast<zip_int64_t>(got);
        } catch (...) {  // no exception may pass through C
            failure = std::current_exception();
            zip_error_set(&error, ZIP_ER_READ, 0);
            return -1;
        }
    }

    zip_int64_t seek(void* data, zip_uint64_t size) {
        const zip_int64_t to = zip_source_seek_compute_offset(at, file->size, data, size, &error);
        if (to < 0) return -1;
        at = static_cast<std::uint64_t>(to);
        return 0;
    }

    zip_int64_t stat(void* data) const {
        auto* stat = static_cast<zip_stat_t*>(data);
        zip_stat_init(stat);
        stat->valid = ZIP_STAT_SIZE;
        stat->size = file->size;
        return sizeof *stat;
    }

    static zip_int64_t call(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command) {
        auto& source = *static_cast<Source*>(self);
        switch (command) {
            case ZIP_SOURCE_OPEN:
                source.at = 0;
                return 0;
            case ZIP_SOURCE_READ:
                return source.read(data, size);
            case ZIP_SOURCE_SEEK:
                return source.seek(data, size);
            case ZIP_SOURCE_TELL:
                return static_cast<zip_int64_t>(source.at);
            case ZIP_SOURCE_STAT:
                return source.stat(data);
            case ZIP_SOURCE_ERROR:
                return zip_error_to_data(&source.error, data, size);
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(
                    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                    ZIP_SOURCE_ERROR, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_FREE, -1);
            default:
                return 0;
        }
    }
};

ZipArchive::ZipArchive(const FileBytes& file) : source_(std::make_unique<Source>()) {
    source_->file = &file;
    zip_error_t error{};
    zip_source_t* bytes = zip_source_function_create(Source::call, source_.get(), &error);
    if (bytes == nullptr) throw std::bad_alloc();
    source_->archive = zip_open_from_source(bytes, ZIP_RDONLY, &error);
    if (source_->archive != nullptr) return;
    zip_source_free(bytes);
    source_->rethrow();
    throw Error("not a zip archive, or a damaged one");
}

ZipArchive::~ZipArchive() {
    zip_discard(source_->archive);
}

std::vector<std::string> ZipArchive::names() const {
    constexpr zip_int64_t most = 100'000;
    std::vector<std::string> names;
    const zip_int64_t count = std::min(most, zip_get_num_entries(source_->archive, 0));
    for (zip_int64_t number = 0; number < count; ++number) {
        const char* name =
            zip_get_name(source_->archive, static_cast<zip_uint64_t>(number), ZIP_FL_ENC_GUESS);
        names.emplace_back(name == nullptr ? "" : name);
    }
    return names;
}

std::uint64_t ZipArchive::count() const {
    return static_cast<std::uint64_t>(zip_get_num_entries(source_->archive, 0));
}

BlockSource ZipArchive::open(std::size_t number) const {
    zip_file_t* opened = zip_fopen_index(source_->archive, number, 0);
    source_->rethrow();
    if (opened == nullptr) throw Error(zip_strerror(source_->archive));
    const std::shared_ptr<zip_file_t> file(opened, zip_fclose);
    return [file, source = source_.get()](std::span<char> block) {
        const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
        source->rethrow();
        if (got < 0) throw Error(zip_file_strerror(file.get()));
        return static_cast<std::size_t>(got);
    };
}

FileBytes ZipArchive::file(std::size_t number) const {
    /// Where its unpacking is.
    struct Place {
        BlockSource source;
        std::uint64_t at = 0;
    };
    zip_stat_t stat{};
    if (zip_stat_index(source_->archive, number, 0, &stat) != 0) stat.size = 0;
    const auto place = std::make_shared<Place>();
    const auto read = [this, number, place](std::uint64_t offset, std::span<char> block) {
        if (!place->source || offset < place->at) *place = {open(number), 0};
        while (place->at < offset) {
            const auto step = std::min<std::uint64_t>(block.size(), offset - place->at);
            const std::size_t skipped = place->source(block.first(step));
            if (skipped == 0) return skipped;
            place->at += skipped;
        }
        std::size_t got = 0;
        for (std::size_t more = 1; more > 0 && got < block.size(); got += more)
            more = place->source(block.subspan(got));
        place->at += got;
        return got;
    };
    return {stat.size, read};
}

}  // namespace dateline
