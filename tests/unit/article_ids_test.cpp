// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/article_ids.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>
#include <vector>

#include "common/article.h"

namespace dateline {
namespace {

/// A file as its ids see it: a path, and identities of items; none: it is one article.
struct File {
    std::string path;
    std::vector<std::string> items;
};

std::vector<std::string> ids_of(const File& file) {
    if (file.items.empty()) return {file_id(0, file.path)};
    ItemIds next(0, file.path);
    std::vector<std::string> ids;
    for (const std::string& item : file.items) ids.push_back(next.next(item));
    return ids;
}

/// Short texts of the letters that part names from each other.
std::string odd_text(std::mt19937& random) {
    constexpr std::string_view letters = "a\n#2:1";
    std::string text;
    for (std::size_t length = random() % 6; length > 0; --length)
        text += letters[random() % letters.size()];
    return text;
}

}  // namespace

TEST_CASE("ordinary ids are what they always were") {
    CHECK(file_id(3, "a/b.md") == article_id(3, "a/b.md"));
    ItemIds ids(3, "a.jsonl");
    CHECK(ids.next("x") == article_id(3, "a.jsonl\nx"));
    CHECK(ids.next("") == article_id(3, "a.jsonl"));
    CHECK(ids.next("x") == article_id(3, "a.jsonl\nx\n#2"));
    CHECK(ids.next("x") == article_id(3, "a.jsonl\nx\n#3"));
    CHECK(ids.next("") == article_id(3, "a.jsonl\n#2"));
}

TEST_CASE("whatever names and identities are made of, no two articles have the same id") {
    std::mt19937 random(1);
    for (int round = 0; round < 3000; ++round) {
        std::map<std::string, std::vector<std::string>> files;
        for (int i = 0; i < 6; ++i) {
            std::vector<std::string>& items = files["p" + odd_text(random)];
            items.clear();
            for (std::size_t count = random() % 8; count > 0; --count)
                items.push_back(odd_text(random));
        }
        std::set<std::string> all;
        std::size_t articles = 0;
        for (const auto& [path, items] : files)
            for (const std::string& id : ids_of({path, items})) {
                ++articles;
                all.insert(id);
            }
        REQUIRE(all.size() == articles);
    }
}

TEST_CASE("an id that another file's article has is not given again") {
    const std::string theirs = article_id(0, "a.jsonl\nx");
    ItemIds ids(0, "a.jsonl", [&](const std::string& id) { return id == theirs; });
    CHECK(ids.next("x") == article_id(0, "a.jsonl\nx\n#2"));
    CHECK(ids.next("x") == article_id(0, "a.jsonl\nx\n#3"));
}

TEST_CASE("the same identity many times is counted on, not from the beginning") {
    ItemIds ids(0, "a.jsonl");
    std::set<std::string> given;
    for (int i = 0; i < 100'000; ++i) given.insert(ids.next("same"));
    CHECK(given.size() == 100'000);
}

}  // namespace dateline
