// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/version_file.h"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>

#include "common/error.h"
#include "indexer/writers/bulk/output_file.h"
#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {
namespace {

constexpr std::size_t max_version_file_bytes = 256;  // readers look no further

void append_root(std::string& to, const TableRoot& root) {
    const bool fake = root.blocks == 0;
    put_number(to, root.root);
    // The second bit says that leaves are in the order of their keys.
    put_number(to, root.level * 4 + 2 + (fake ? 1 : 0));
    put_number(to, root.entries);
    put_number(to, root.block_bytes / 2048);
    put_number(to, root.compress_min);
    std::string free_list;
    if (!fake) {
        put_number(free_list, revision);
        put_number(free_list, root.blocks);
        free_list.append(4, '\0');
    }
    put_text(to, free_list);
}

}  // namespace

Uuid random_uuid() {
    Uuid uuid{};
    if (::getrandom(uuid.data(), uuid.size(), 0) != static_cast<ssize_t>(uuid.size())) {
        throw Error("cannot get random bytes from the system");
    }
    uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x40);
    uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
    return uuid;
}

std::string encode_version_file(const Uuid& uuid, const TableRoots& roots,
                                const Statistics& counts) {
    std::string bytes(known_format);
    bytes.append(uuid.data(), uuid.size());
    put_number(bytes, revision);
    for (const TableRoot* root : {&roots.postlist, &roots.docdata, &roots.termlist, &roots.position,
                                  &roots.spelling, &roots.synonym}) {
        append_root(bytes, *root);
    }
    put_number(bytes, counts.documents);
    put_number(bytes, 0);  // the highest docid, minus the number of documents
    put_number(bytes, counts.shortest);
    put_number(bytes, counts.largest_wdf);
    put_number(bytes, counts.longest - counts.largest_wdf);
    put_number(bytes, 0);  // oldest changeset
    put_number(bytes, counts.total_length);
    put_number(bytes, 0);  // largest frequency of a spelling word
    if (bytes.size() > max_version_file_bytes) throw std::logic_error("version file is too long");
    return bytes;
}

void write_version_file(const std::filesystem::path& folder, std::string_view bytes, bool durable) {
    const std::filesystem::path temporary = folder / "v.tmp";
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.number() < 0) throw_write_error(temporary);
    write_all(file.number(), bytes, temporary);
    if (durable && ::fsync(file.number()) != 0) throw_write_error(temporary);
    if (::close(file.release()) != 0) throw_write_error(temporary);
    const std::filesystem::path final_name = folder / version_file_name;
    if (std::rename(temporary.c_str(), final_name.c_str()) != 0) throw_write_error(final_name);
    if (durable) sync_folder(folder);
}

}  // namespace dateline::bulk
