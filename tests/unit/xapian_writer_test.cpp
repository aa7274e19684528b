// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/xapian_writer.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "common/stored_article.h"
#include "indexer/document/article_ids.h"
#include "indexer/document/document.h"
#include "indexer/sync/known_items.h"
#include "indexer/writers/space.h"
#include "tests/unit/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

Article item(int number, std::uint32_t line) {
    Article article;
    article.id = article_id(0, "a.jsonl\n" + std::to_string(number));
    article.path = "a.jsonl";
    article.item_line = line;
    article.file.hash = 1000U + static_cast<std::uint64_t>(number);
    article.title = "Title " + std::to_string(number);
    article.body = "One line\nand another of " + std::to_string(number);
    article.lines = {{0, line}, {9, line + 1}};
    return article;
}

class Articles {
public:
    explicit Articles(XapianWriter& writer) : writer_(writer) {}
    void put(Article article) { writer_.put(builder_.build(article), vocabulary_); }

private:
    XapianWriter& writer_;
    Vocabulary vocabulary_;
    DocumentBuilder builder_{vocabulary_};
};

Article stored(const Xapian::Database& database, const std::string& id) {
    const Xapian::docid docid = *database.postlist_begin("Q" + id);
    Article article = decode_display(database.get_document(docid).get_data());
    decode_text(database.get_metadata(text_key(docid)), article);
    return article;
}

}  // namespace

TEST_CASE("what is not committed is not there, however much it is") {
    // Left alone, Xapian commits after so many changes.
    setenv("XAPIAN_FLUSH_THRESHOLD", "10", 1);
    const TemporaryFolder folder;
    const std::string path = folder / "db";
    {
        XapianWriter writer(path, true);
        Articles articles(writer);
        for (int i = 0; i < 100; ++i) articles.put(item(i, 1));
        writer.commit();
        for (int i = 0; i < 50; ++i) writer.remove(item(i, 1).id);
        for (int i = 200; i < 300; ++i) articles.put(item(i, 1));
        writer.set_metadata("key", "value");
    }
    unsetenv("XAPIAN_FLUSH_THRESHOLD");
    const Xapian::Database database(path);
    CHECK(database.get_doccount() == 100);
    CHECK(database.get_metadata("key").empty());
    CHECK(Xapian::Database::check(path) == 0);
}

TEST_CASE("the items of a container are told by the database, each with its line") {
    const TemporaryFolder folder;
    const std::string path = folder / "db";
    XapianWriter writer(path, true);
    Articles articles(writer);
    for (int i = 0; i < 20; ++i) articles.put(item(i, static_cast<std::uint32_t>(i) + 1));
    Article other = item(5, 3);
    other.path = "b.jsonl";
    other.id = "other";
    articles.put(other);
    writer.commit();
    const KnownItems items = items_of(Xapian::Database(path), 0, "a.jsonl");
    CHECK(items.size() == 20);
    for (int i = 0; i < 20; ++i) {
        const Article wanted = item(i, static_cast<std::uint32_t>(i) + 1);
        const KnownItem* found = find_item(items, wanted.id);
        REQUIRE(found != nullptr);
        CHECK(*found == KnownItem{wanted.id, wanted.file.hash, wanted.item_line});
    }
    CHECK(find_item(items, "other") == nullptr);
    CHECK(items_of(Xapian::Database(path), 1, "a.jsonl").empty());
}

TEST_CASE("an item that begins on another line is what it would be if it were read there") {
    const TemporaryFolder folder;
    const std::string moved = folder / "moved";
    const std::string fresh = folder / "fresh";
    for (const std::uint32_t to : {1U, 3U, 900U}) {
        CAPTURE(to);
        fs::remove_all(moved);
        fs::remove_all(fresh);
        {
            XapianWriter writer(moved, true);
            Articles(writer).put(item(1, 7));
            writer.commit();
            writer.move_to_line({item(1, 7).id, item(1, 7).file.hash, 7}, to);
            writer.commit();
            XapianWriter other(fresh, true);
            Articles(other).put(item(1, to));
            other.commit();
        }
        const Xapian::Database a(moved);
        const Xapian::Database b(fresh);
        CHECK(stored(a, item(1, 7).id) == stored(b, item(1, to).id));
        CHECK(items_of(a, 0, "a.jsonl") == items_of(b, 0, "a.jsonl"));
    }
}

TEST_CASE("what is free in a database is told, and gone when it is compacted") {
    const TemporaryFolder folder;
    const std::string path = folder / "db";
    XapianWriter writer(path, true);
    Articles articles(writer);
    for (int i = 0; i < 3000; ++i) articles.put(item(i, 1));
    writer.commit();
    const SpaceUse full = space_of(path);
    CHECK(full.free * 4 < full.bytes);
    for (int i = 0; i < 2900; ++i) writer.remove(item(i, 1).id);
    writer.commit();
    const SpaceUse sparse = space_of(path);
    CHECK(sparse.free * 2 > sparse.bytes);
    CHECK(is_sparse(sparse));

    const std::string compact = folder / "compact";
    compact_database(path, compact);
    const SpaceUse small = space_of(compact);
    CHECK(small.free == 0);
    CHECK(small.bytes < sparse.bytes - sparse.free);
    const Xapian::Database database(compact);
    CHECK(database.get_doccount() == 100);
    CHECK(stored(database, item(2950, 1).id).body == item(2950, 1).body);
    CHECK(space_of(folder / "none") == SpaceUse{});
}

}  // namespace dateline
