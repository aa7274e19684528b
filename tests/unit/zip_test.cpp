// SPDX-License-Identifier: GPL-2.0-or-later
// Zip archives of exports: which files in them are articles, what is said of the others, and what
// hostile ones may cost.
#include <doctest/doctest.h>

#include "containers.h"
#include "indexer/readers/containers/zip_metadata.h"
#include "made_zip.h"

namespace dateline {
namespace {

const std::string page = "<html><title>A page</title><body><p>Some words.</p></body></html>";

std::string value_of(const RawArticle& article, std::string_view key) {
    const auto found = std::ranges::find(article.fields, key, &RawField::key);
    return found == article.fields.end() ? "" : found->values.front();
}

/// So many files in an archive that are all the same bytes of it.
std::string overlapping_zip(const std::string& content, std::size_t files) {
    const std::string one = made_zip({{"a.txt", content}});
    const std::size_t directory = one.find("PK\x01\x02");
    const std::size_t end = one.find("PK\x05\x06");
    std::string out = one.substr(0, directory);
    for (std::size_t file = 0; file < files; ++file) out += one.substr(directory, end - directory);
    out += "PK\x05\x06";
    put_little(out, 0, 4);
    put_little(out, files, 2);
    put_little(out, files, 2);
    put_little(out, files * (end - directory), 4);
    put_little(out, directory, 4);
    put_little(out, 0, 2);
    return out;
}

TEST_CASE("each file in a zip archive that a reader reads is an article with its place") {
    const std::string zip = made_zip({
        {"folder/", ""},
        {"folder/page.html", page},
        {"note.md", "# A note\n\nWords."},
        {"list.json",
         R"([{"title":"One","text":"x","id":"7"},{"title":"Two","text":"y","id":"7"}])"},
        {"picture.jpg", "\xFF\xD8\xFF\xE0"},
        {"settings.json", R"({"a": 1})"},
        {"__MACOSX/page.html", page},
        {".hidden/page.html", page},
        {"./b/../../../etc/up.md", "# Up\n\nWords."},
    });
    const ReadContainer read = read_container("export.zip", zip);
    CHECK(read.items == Strings{"#folder/page.html A page", "#note.md ", "#list.json One",
                                "#list.json Two", "#./b/../../../etc/up.md "});
    CHECK(read.problems ==
          Strings{"0 not read in it: 1 .jpg (pictures), 1 .json (no articles in them)"});
    REQUIRE(read.articles.size() == 5);
    CHECK(read.articles[0].item == "folder/page.html");
    CHECK(read.articles[0].identity == "folder/page.html");
    CHECK(read.articles[2].identity == "list.json\n7");
}

TEST_CASE("what a file's own items are called stays in their place") {
    const std::string warc =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.org/x\r\n"
        "Content-Length: 91\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        "<title>A</title><p>Some words in it.</p>......\r\n\r\n";
    const ReadContainer read = read_container("export.zip", made_zip({{"a/p.warc", warc}}));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].item == "a/p.warc#https://e.org/x");
    CHECK(read.articles[0].unit == PlaceUnit::item);
}

TEST_CASE("an archive in an archive is read, one in that is not") {
    const std::string inner = made_zip({{"page.html", page}});
    const std::string middle = made_zip({{"inner.zip", inner}, {"note.md", "# A note\n\nWords."}});
    const ReadContainer one = read_container("export.zip", made_zip({{"a/inner.zip", inner}}));
    CHECK(one.items == Strings{"#a/inner.zip/page.html A page"});
    CHECK(one.problems.empty());
    const ReadContainer two = read_container("export.zip", made_zip({{"middle.zip", middle}}));
    CHECK(two.items == Strings{"#middle.zip/note.md "});
    CHECK(two.problems == Strings{"0 an archive in an archive in an archive; unpack it"});
}

TEST_CASE("what an export's metadata tell of a page goes before what it says itself") {
    const std::string metadata =
        R"([{"slug":"a-page","title":"The title","author":"Jane Doe","url":"https://e.org/1",)"
        R"("labels":["sea"],"savedAt":"2026-02-03","updatedAt":"2026-02-04",)"
        R"("publishedAt":"2025-01-02"}])";
    const std::string zip = made_zip({{"content/a-page.html", page},
                                      {"content/other.html", page},
                                      {"highlights/a-page.md", "> Some words."},
                                      {"metadata_0_to_1.json", metadata}});
    const ReadContainer read = read_container("export.zip", zip);
    CHECK(read.items == Strings{"#content/a-page.html The title", "#content/other.html A page"});
    CHECK(read.problems == Strings{"0 1 note on its pages, left out"});
    REQUIRE(read.articles.size() == 2);
    CHECK(value_of(read.articles[0], "author") == "Jane Doe");
    CHECK(value_of(read.articles[0], "publishedat") == "2025-01-02");
    CHECK(value_of(read.articles[0], "updatedat").empty());
    CHECK(read.articles[0].text == "Some words.");
}

TEST_CASE("what is wrong with files in an archive is said with their place, the rest is read") {
    std::string zip = made_zip({{"one.md", "# One\n\nWords."}, {"two.md", "# Two\n\nWords."}});
    zip[zip.find("# One") + 2] = 'X';  // its checksum is wrong now
    const ReadContainer read = read_container("export.zip", zip);
    CHECK(read.items == Strings{"#two.md "});
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].starts_with("0 damaged or encrypted: "));
    CHECK(read_container("export.zip", zip.substr(0, zip.size() / 2)).problems ==
          Strings{"0 not a zip archive, or a damaged one"});
    const ReadContainer nothing = read_container("export.zip", made_zip({}));
    CHECK(nothing.problems == Strings{"0 nothing in it"});
    CHECK_FALSE(nothing.holds_articles);
}

TEST_CASE("of a file in an archive that is not read the beginning alone is unpacked") {
    const std::string film = std::string(
                                 "\0\0\0\x18"
                                 "ftypmp42",
                                 12) +
                             std::string(33U << 20U, '\0');
    const ReadContainer read =
        read_container("export.zip", made_zip({{"page.html", page}, {"film.mp4", film}}));
    CHECK(read.items == Strings{"#page.html A page"});
    CHECK(read.problems == Strings{"0 not read in it: 1 .mp4 (films)"});
}

TEST_CASE("what is said of many files in an archive in the same words is said once") {
    const std::string note = R"({"isTrashed":true,"textContent":"x","userEditedTimestampUsec":1})";
    const ReadContainer read =
        read_container("export.zip", made_zip({{"a.json", note}, {"b.json", note}}));
    CHECK(read.problems == Strings{"0 1 note in the trash, left out (so in 2 files)"});
}

TEST_CASE("an archive that unpacks to far more than its size is left where it does") {
    const std::string zip = overlapping_zip(std::string(1 << 20, 'a'), 300);
    std::size_t items = 0;
    const FileBytes file = bytes_in_memory(zip);
    const FileEnd end = read_zip(file, [&](const FileItem&) {
        ++items;
        return true;
    });
    CHECK(items < 220);
    REQUIRE(end.problems.size() == 1);
    CHECK(end.problems[0].message ==
          "unpacks to more than 200 times its size; the rest is not read");
    CHECK(end.problems[0].fatal);
}

TEST_CASE("documents and e-books are archives too, and are read as what they are") {
    struct Row {
        const char* name;
        const char* first;
        bool is_zip;
    };
    const Row rows[] = {
        {"a.zip", "page.html", true}, {"a.docx", "page.html", false},
        {"a.zip", "mimetype", false}, {"a.zip", "[Content_Types].xml", false},
        {"A.ZIP", "page.html", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CAPTURE(row.first);
        const std::string zip = made_zip({{row.first, "x"}});
        const ContainerRow* found = find_container(row.name, bytes_in_memory(zip));
        CHECK((found != nullptr && found->read == read_zip) == row.is_zip);
    }
}

TEST_CASE("only files of metadata that tell of pages by their slugs are metadata") {
    ZipMetadata metadata;
    CHECK_FALSE(metadata.add(R"([{"title":"a","text":"b"}])"));
    CHECK(metadata.add(R"([{"slug":"a","title":"A"},{"slug":5},7])"));
    CHECK(metadata.about("content/a.html") == R"({"slug":"a","title":"A"})");
    CHECK(metadata.about("content/b.html").empty());
    CHECK(metadata.is_remark("highlights/a.md"));
    CHECK_FALSE(metadata.is_remark("content/a.md"));
    CHECK(names_metadata("x/metadata_0_to_20.json"));
    CHECK_FALSE(names_metadata("x/data.json"));
}

}  // namespace
}  // namespace dateline
