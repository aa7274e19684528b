// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger.h"

#include <doctest/doctest.h>

#include <random>

#include "common/error.h"

namespace dateline {
namespace {

FileRecord record(const std::string& name) {
    return {name,           {10, 20, 30, 40},      50, FileOutcome::indexed,
            {"id1", "id2"}, {{"", 3, "odd", true}}};
}

}  // namespace

TEST_CASE("a folder's records come back as they were saved") {
    FolderRecords records{{"a", record("a")}, {"b\n\xff", record("b\n\xff")}};
    std::string folder;
    FolderRecords restored;
    decode_folder(encode_folder("x/y", records), folder, restored);
    CHECK(folder == "x/y");
    CHECK(restored == records);
}

TEST_CASE("only changed folders are saved, an emptied one as nothing") {
    Ledger ledger(2);
    ledger.put("a", record("one"));
    ledger.put("b", record("two"));
    std::map<std::string, std::string> saved;
    const auto save = [&](const std::string& key, const std::string& value) { saved[key] = value; };
    ledger.save_changes(save);
    CHECK(saved.size() == 2);
    CHECK(ledger.articles() == 4);

    saved.clear();
    ledger.save_changes(save);
    CHECK(saved.empty());
    ledger.erase("a", "one");
    ledger.save_changes(save);
    CHECK(saved == std::map<std::string, std::string>{{Ledger::key_prefix(2) + "a", ""}});
    CHECK(ledger.find("a", "one") == nullptr);
}

TEST_CASE("damaged records are an error, never a crash") {
    std::mt19937 random(1);
    const std::string good = encode_folder("x", {{"a", record("a")}});
    for (int round = 0; round < 5000; ++round) {
        std::string bytes = good;
        bytes[random() % bytes.size()] = static_cast<char>(random());
        bytes.resize(random() % (bytes.size() + 1));
        std::string folder;
        FolderRecords records;
        try {
            decode_folder(bytes, folder, records);
        } catch (const Error&) {
        }
    }
}

}  // namespace dateline
