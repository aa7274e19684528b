// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are whole or not there, and what packs their bytes.
#include "common/whole_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "common/error.h"
#include "indexer/inspect/packer.h"
#include "indexer/readers/bytes/unpacked_bytes.h"
#include "tests/unit/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::ptrdiff_t files_in(const TemporaryFolder& folder) {
    return std::distance(fs::directory_iterator(folder.path()), {});
}

std::string packed(Packing packing, const std::string& bytes, std::size_t piece) {
    std::string out;
    const auto packer = make_packer(packing, [&](std::string_view block) { out += block; });
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        packer->add(std::string_view(bytes).substr(at, piece));
    packer->finish();
    return out;
}

std::string unpacked(const std::string& bytes) {
    const FileBytes file = bytes_in_memory(bytes);
    UnpackedBytes input(blocks_of(file));
    std::string out;
    for (std::string_view block = input.next(); !block.empty(); block = input.next()) out += block;
    CHECK_FALSE(input.damaged());
    return out;
}

}  // namespace

TEST_CASE("a file is there when it is whole, and what was there stays until then") {
    const TemporaryFolder folder;
    const std::string path = folder / "a.jsonl";
    {
        WholeFile file(path);
        file.write("half");
        CHECK_FALSE(fs::exists(path));
        file.restart();
        file.write("new");
        file.finish();
    }
    CHECK(content(path) == "new");
    {
        WholeFile file(path);
        file.write("half of another");
        CHECK(content(path) == "new");
    }
    CHECK(content(path) == "new");
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a link to a file stays one, and its file is replaced") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "in");
    std::ofstream(folder / "in/a") << "old";
    fs::create_symlink("in/a", folder / "link");
    WholeFile file(folder / "link");
    file.write("new");
    file.finish();
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(content(folder / "in/a") == "new");
}

TEST_CASE("what cannot be written says what, why and what to do") {
    const TemporaryFolder folder;
    const std::string none = folder / "none/a";
    CHECK_THROWS_WITH_AS(WholeFile{none},
                         ("cannot write '" + none + "': No such file or directory").c_str(), Error);
    const std::string itself = folder.path();
    CHECK_THROWS_WITH_AS(WholeFile{itself},
                         ("cannot write '" + itself + "': it is a folder").c_str(), Error);
    WholeFile full("/dev/full");
    CHECK_THROWS_WITH_AS(full.write("a"), "cannot write '/dev/full': No space left on device",
                         Error);
    CHECK_THROWS_AS(full.restart(), Error);
    CHECK(files_in(folder) == 0);
}

TEST_CASE("what is packed, in pieces of any size, is what is unpacked") {
    std::string bytes;
    for (unsigned i = 0; i < 120'000; ++i) bytes += std::to_string(i * 2654435761U % 9973);
    for (const Packing packing : {Packing::none, Packing::gzip, Packing::zstd}) {
        CAPTURE(static_cast<int>(packing));
        const std::string whole = packed(packing, bytes, bytes.size());
        CHECK(unpacked(whole) == bytes);
        CHECK(unpacked(packed(packing, bytes, 1000)) == bytes);
        CHECK(packed(packing, bytes, 1000) == packed(packing, bytes, 1000));
        CHECK((whole.size() < bytes.size()) == (packing != Packing::none));
        CHECK(unpacked(packed(packing, "", 1)).empty());
    }
}

TEST_CASE("the ending of a name says how its file is packed") {
    CHECK(packing_of("a.jsonl") == Packing::none);
    CHECK(packing_of("gz") == Packing::none);
    CHECK(packing_of("a.jsonl.gz") == Packing::gzip);
    CHECK(packing_of("A.JSONL.ZST") == Packing::zstd);
}

}  // namespace dateline
