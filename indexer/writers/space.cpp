// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/space.h"

#include <fmt/format.h>
#include <xapian.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "common/bytes.h"
#include "common/index_files.h"
#include "common/input_file.h"
#include "common/descriptor.h"
#include "indexer/writers/xapian_writer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t worth_compacting = 1 << 20;  // bytes

/// Where a table's free list begins and ends. Offsets count numbers of 32 bits.
struct FreeList {
    std::uint64_t first_block = 0;
    std::uint64_t first_offset = 0;
    std::uint64_t last_block = 0;
    std::uint64_t last_offset = 0;

    bool empty() const { return first_block == last_block && first_offset == last_offset; }
};

FreeList decode_free_list(std::string_view bytes) {
    FreeList list;
    if (bytes.empty()) return list;  // a table that was never written
    ByteSource parts(bytes);
    parts.number();  // revision
    parts.number();  // blocks in the file
    for (std::uint64_t* part :
         {&list.first_block, &list.first_offset, &list.last_block, &list.last_offset})
        *part = parts.number();
    return list;
}

std::uint32_t read_number(std::ifstream& table, std::uint64_t at) {
    std::array<unsigned char, 4> bytes{};
    table.seekg(static_cast<std::streamoff>(at));
    table.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
    if (!table) throw ByteSource::damaged();
    std::uint32_t number = 0;
    for (const unsigned char byte : bytes) number = number << 8 | byte;
    return number;
}

/// How many blocks the list names, those that it stands in among them. Its last number in a block
/// says in which it goes on.
std::uint64_t count_free_blocks(const fs::path& file, std::uint64_t block_bytes,
                                const FreeList& list) {
    std::ifstream table(file, std::ios::binary);
    const std::uint64_t numbers = block_bytes / 4;
    const std::uint64_t most = fs::file_size(file) / block_bytes;
    std::uint64_t count = 0;
    std::uint64_t offset = list.first_offset;
    for (std::uint64_t block = list.first_block; block != list.last_block; offset = 2) {
        count += numbers - 1 - offset;
        if (count > most) throw ByteSource::damaged();
        block = read_number(table, (block + 1) * block_bytes - 4);
    }
    return count + list.last_offset - offset;
}

std::uint64_t free_bytes(const fs::path& folder) {
    std::uint64_t free = 0;
    for (const TableState& table : read_tables(read_bytes((folder / version_name).string()))) {
        const FreeList list = decode_free_list(table.free_list);
        if (list.empty()) continue;
        const fs::path file = folder / fmt::format("{}.glass", table.name);
        free += table.block_bytes * count_free_blocks(file, table.block_bytes, list);
    }
    return free;
}

}  // namespace

SpaceUse space_of(const std::string& generation) {
    SpaceUse space;
    std::error_code error;
    fs::directory_iterator entry(generation, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        std::error_code no_size;
        const std::uintmax_t size = entry->file_size(no_size);
        if (!no_size) space.bytes += size;
    }
    try {
        space.free = free_bytes(generation);
    } catch (const Error&) {
        space.free = 0;
    } catch (const fs::filesystem_error&) {
        space.free = 0;
    }
    return space;
}

bool is_sparse(const SpaceUse& space) {
    return space.free * 2 > space.bytes && space.free > worth_compacting;
}

void compact_database(const std::string& from, const std::string& to) {
    try {
        Xapian::Database(from, Xapian::DB_BACKEND_GLASS).compact(to, Xapian::DBCOMPACT_NO_RENUMBER);
        for (const fs::directory_entry& file : fs::directory_iterator(to))
            sync_path(file.path().string());
    } catch (const Xapian::Error& error) {
        throw_writing_error(to, error);
    }
}

}  // namespace dateline
