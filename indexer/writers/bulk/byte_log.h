// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes that only grow, and reading them again from memory or from the spill file: how a segment
// and its finished run keep everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "indexer/writers/bulk/output_file.h"

namespace dateline::bulk {

/// Large memory comes from the system and goes back at once: the allocator would keep it in pieces.
struct FreeMemory {
    std::size_t mapped_bytes = 0;  ///< 0: from the allocator
    void operator()(char* bytes) const;
};
using Memory = std::unique_ptr<char[], FreeMemory>;

/// Memory of any content; in huge pages if it is large and the system has them, since a run is
/// filled all over at once.
Memory allocate(std::size_t bytes);

/// Appended bytes in chunks of growing size. What is written to one room() stays in one piece.
class ByteLog {
public:
    /// Memory for `bytes` more, valid until the next call of room().
    char* room(std::size_t bytes) {
        if (left_ <= bytes) grow(bytes + 1);
        return end_;
    }
    /// Says how far room() was filled.
    void wrote(const char* end) {
        const auto bytes = static_cast<std::size_t>(end - end_);
        end_ += bytes;
        left_ -= bytes;
        size_ += bytes;
        chunks_[current_].used += bytes;
    }
    void append(std::string_view bytes);
    /// Forgets the bytes and keeps the memory for the next ones.
    void clear();

    std::size_t size() const { return size_; }

    struct Chunk {
        Memory bytes;
        std::size_t size = 0;
        std::size_t used = 0;
    };
    const std::vector<Chunk>& chunks() const { return chunks_; }

private:
    void grow(std::size_t bytes);

    std::vector<Chunk> chunks_;
    std::size_t current_ = 0;  // the chunk that is being filled, if there is any
    char* end_ = nullptr;
    std::size_t left_ = 0;
    std::size_t size_ = 0;
};

/// One file without a name for all runs that did not fit the memory; gone when the last user goes.
/// Several threads may use it.
class SpillFile {
public:
    explicit SpillFile(const std::filesystem::path& folder);

    /// Appends and returns where. Throws Error.
    std::uint64_t append(const ByteLog& bytes);
    /// Reads exactly so many bytes. Throws Error.
    void read(std::uint64_t offset, char* to, std::size_t bytes) const;

private:
    std::filesystem::path folder_;
    Descriptor file_;
    std::mutex mutex_;
    std::uint64_t end_ = 0;
};

/// A part of a run: in memory, or in the spill file after spill().
class Section {
public:
    Section() = default;
    explicit Section(ByteLog&& bytes) : memory_(std::move(bytes)), size_(memory_.size()) {}

    /// Does nothing if it was spilled before.
    void spill(const std::shared_ptr<SpillFile>& file);
    std::size_t memory_bytes() const { return memory_.size(); }

private:
    friend class SectionReader;
    ByteLog memory_;
    std::uint64_t size_ = 0;
    std::shared_ptr<SpillFile> file_;  // null while in memory
    std::uint64_t offset_ = 0;
};

/// Reads a section from its beginning to its end. The section must outlive it.
class SectionReader {
public:
    /// `buffer_bytes` is used for sections in the spill file only.
    SectionReader(const Section& section, std::size_t buffer_bytes);

    bool at_end() {
        if (at_ == end_) refill(1);
        return at_ == end_;
    }
    /// Reads what put_number wrote.
    std::uint32_t number() {
        if (at_ == end_ || static_cast<unsigned char>(*at_) >= 0x80) return long_number();
        return static_cast<unsigned char>(*at_++);
    }
    /// The next bytes, valid until the next call. They were written in one piece.
    std::string_view bytes(std::size_t count) {
        if (static_cast<std::size_t>(end_ - at_) < count) refill_all(count);
        const char* begin = at_;
        at_ += count;
        return {begin, count};
    }
    /// A number, then so many bytes.
    std::string_view string() { return bytes(number()); }

private:
    std::uint32_t long_number();
    void refill(std::size_t wanted);
    void refill_all(std::size_t needed);
    void read_file(std::size_t wanted);

    const Section& section_;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t next_chunk_ = 0;   // in memory
    std::uint64_t next_byte_ = 0;  // in the file
    std::vector<char> buffer_;
};

}  // namespace dateline::bulk
