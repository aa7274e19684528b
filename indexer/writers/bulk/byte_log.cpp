// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/byte_log.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

#include "common/error.h"
#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {
namespace {

constexpr std::size_t first_chunk_bytes = std::size_t{4} << 10;
constexpr std::size_t huge_page_bytes = std::size_t{2} << 20;
constexpr std::size_t largest_chunk_bytes = huge_page_bytes;

Descriptor open_nameless(const std::filesystem::path& folder) {
    Descriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (file.number() >= 0) return file;
    // Not every file system has files without names.
    std::string name = (folder / "spill-XXXXXX").string();
    file = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (file.number() < 0) throw_write_error(folder);
    ::unlink(name.c_str());
    return file;
}

/// A whole number of huge pages, aligned as they must be.
Memory map_huge(std::size_t bytes) {
    const std::size_t wanted = (bytes + huge_page_bytes - 1) / huge_page_bytes * huge_page_bytes;
    const std::size_t mapped = wanted + huge_page_bytes;
    void* const got =
        ::mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (got == MAP_FAILED) throw std::bad_alloc();
    auto* const begin = static_cast<char*>(got);
    const std::size_t before =
        (huge_page_bytes - std::bit_cast<std::uintptr_t>(begin) % huge_page_bytes) %
        huge_page_bytes;
    if (before > 0) ::munmap(begin, before);
    ::munmap(begin + before + wanted, mapped - before - wanted);
    ::madvise(begin + before, wanted, MADV_HUGEPAGE);  // if it may, else ordinary pages
    return Memory(begin + before, FreeMemory{wanted});
}

}  // namespace

void FreeMemory::operator()(char* bytes) const {
    if (mapped_bytes == 0) {
        std::free(bytes);
    } else {
        ::munmap(bytes, mapped_bytes);
    }
}

Memory allocate(std::size_t bytes) {
    if (bytes >= huge_page_bytes) return map_huge(bytes);
    auto* const memory = static_cast<char*>(std::malloc(bytes));
    if (memory == nullptr) throw std::bad_alloc();
    return Memory(memory);
}

void ByteLog::append(std::string_view bytes) {
    wrote(put_bytes(room(bytes.size()), bytes));
}

void ByteLog::grow(std::size_t bytes) {
    if (!chunks_.empty()) ++current_;
    // After clear() the first ones may be too small for this piece; they stay empty.
    while (current_ < chunks_.size() && chunks_[current_].size < bytes) ++current_;
    if (current_ == chunks_.size()) {
        const std::size_t usual = std::clamp(size_, first_chunk_bytes, largest_chunk_bytes);
        const std::size_t size = std::max(bytes, usual);
        chunks_.push_back({allocate(size), size, 0});
    }
    left_ = chunks_[current_].size;
    end_ = chunks_[current_].bytes.get();
}

void ByteLog::clear() {
    for (Chunk& chunk : chunks_) chunk.used = 0;
    current_ = 0;
    size_ = 0;
    left_ = chunks_.empty() ? 0 : chunks_.front().size;
    end_ = chunks_.empty() ? nullptr : chunks_.front().bytes.get();
}

SpillFile::SpillFile(const std::filesystem::path& folder)
    : folder_(folder), file_(open_nameless(folder)) {}

std::uint64_t SpillFile::append(const ByteLog& bytes) {
    const std::lock_guard lock(mutex_);
    const std::uint64_t begin = end_;
    if (::lseek(file_.number(), static_cast<off_t>(begin), SEEK_SET) < 0)
        throw_write_error(folder_);
    for (const ByteLog::Chunk& chunk : bytes.chunks()) {
        write_all(file_.number(), {chunk.bytes.get(), chunk.used}, folder_);
    }
    end_ += bytes.size();
    return begin;
}

void SpillFile::read(std::uint64_t offset, char* to, std::size_t bytes) const {
    while (bytes > 0) {
        const ssize_t got = ::pread(file_.number(), to, bytes, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw Error("cannot read a temporary file in '" + folder_.string() + "'");
        to += got;
        offset += static_cast<std::uint64_t>(got);
        bytes -= static_cast<std::size_t>(got);
    }
}

void Section::spill(const std::shared_ptr<SpillFile>& file) {
    if (file_) return;
    offset_ = file->append(memory_);
    file_ = file;
    memory_ = ByteLog();
}

SectionReader::SectionReader(const Section& section, std::size_t buffer_bytes) : section_(section) {
    if (section.file_) buffer_.resize(std::max(buffer_bytes, most_number_bytes));
}

std::uint32_t SectionReader::long_number() {
    if (static_cast<std::size_t>(end_ - at_) < most_number_bytes) refill(most_number_bytes);
    if (at_ == end_) throw std::logic_error("a run ends too early");
    std::uint32_t value = 0;
    at_ = take_uint(at_, value);
    return value;
}

/// Tries to have `wanted` bytes ahead; fewer remain only at the end of a piece.
void SectionReader::refill(std::size_t wanted) {
    if (section_.file_) {
        read_file(wanted);
        return;
    }
    const auto& chunks = section_.memory_.chunks();
    while (at_ == end_ && next_chunk_ < chunks.size()) {
        const ByteLog::Chunk& chunk = chunks[next_chunk_++];
        at_ = chunk.bytes.get();
        end_ = at_ + chunk.used;
    }
}

void SectionReader::refill_all(std::size_t needed) {
    refill(needed);
    if (static_cast<std::size_t>(end_ - at_) < needed)
        throw std::logic_error("a run ends too early");
}

void SectionReader::read_file(std::size_t wanted) {
    const auto kept = static_cast<std::size_t>(end_ - at_);
    if (wanted > buffer_.size()) {
        std::vector<char> larger(std::max(wanted, 2 * buffer_.size()));
        std::copy(at_, end_, larger.begin());
        buffer_ = std::move(larger);
    } else if (kept > 0) {
        std::memmove(buffer_.data(), at_, kept);
    }
    const std::size_t more = static_cast<std::size_t>(
        std::min<std::uint64_t>(buffer_.size() - kept, section_.size_ - next_byte_));
    section_.file_->read(section_.offset_ + next_byte_, buffer_.data() + kept, more);
    next_byte_ += more;
    at_ = buffer_.data();
    end_ = at_ + kept + more;
}

}  // namespace dateline::bulk
