// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/archives.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "searcher/archives/archive_names.h"
#include "searcher/archives/with_archives.h"
#include "tests/unit/index_folder.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

std::string names_of(const std::vector<std::string>& folders) {
    std::string text;
    for (const NamedFolder& archive : named(folders)) text += archive.name + " ";
    return text;
}

/// Two archives of which the second has an article more.
class TwoArchives {
public:
    const SmallIndex mine{{made_article("a", "Strike", "Dockers strike in Genoa."),
                           made_article("b", "Grain", "Grain is short.")}};
    const SmallIndex desk{{made_article("a", "Strike", "Dockers strike in Genoa."),
                           made_article("c", "Harbour", "The harbour is closed."),
                           made_article("d", "Strike", "They strike.", "2026-02-02")}};
    const TemporaryFolder elsewhere;

    std::vector<NamedFolder> asked() const {
        return {{"mine", mine.path()}, {"desk", desk.path()}};
    }
};

std::string states(const std::vector<ArchiveReport>& reports) {
    std::string text;
    for (const ArchiveReport& report : reports)
        text += fmt::format("{} {}; ", report.archive.name, report.state);
    return text;
}

std::vector<std::string> hits(const std::vector<NamedFolder>& asked, const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.today = small_index_day;
    std::vector<std::string> shown;
    for (const Hit& hit : search(asked, request).hits) shown.push_back(id_shown(hit.article));
    return shown;
}

}  // namespace

TEST_CASE("archives are called by the part of their paths in which all differ") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> rows{
        {{"/mnt/desk"}, "desk "},
        {{"/mnt/desk/"}, "desk "},
        {{"desk"}, "desk "},
        {{"/mnt/desk", "/home/anna/mine"}, "desk mine "},
        {{"/mnt/desk/index", "/home/anna/index"}, "desk anna "},
        {{"/mnt/desk", "/mnt/./desk/", "/mnt/x/../desk"}, "desk "},
        {{"/a/x", "/b/x", "/b/y"}, "/a/x /b/x /b/y "},
        {{"/x", "/a/x"}, "/x /a/x "},
        {{"/"}, "/ "},
        {{"/a/Desk", "/b/desk"}, "a b "},  // to filters, Desk and desk are one
    };
    for (const auto& [folders, names] : rows) {
        CAPTURE(names);
        CHECK(names_of(folders) == names);
    }
}

TEST_CASE("numbers of articles lead to their archives and back") {
    const TwoArchives two;
    with_archives(two.asked(), [](const Archives& archives) {
        CHECK(archives.articles() == 5);
        for (auto at = archives.all().postlist_begin(""); at != archives.all().postlist_end("");
             ++at) {
            const ArchivePlace place = archives.at(*at);
            const std::size_t number = archives.number_of(place.archive.database);
            CHECK(&place.archive == &archives.each()[number]);
            CHECK(archives.docid_of(number, place.docid) == *at);
            CHECK(display_of(place).archive == place.archive.name);
            CHECK(place.archive.database.get_document(place.docid).get_data() ==
                  archives.all().get_document(*at).get_data());
        }
    });
}

TEST_CASE("one ranking over several archives, whose names tell hits apart") {
    const TwoArchives two;
    CHECK(hits(two.asked(), "strike") == std::vector<std::string>{"desk:d", "mine:a", "desk:a"});
    CHECK(hits(two.asked(), "strike archive:desk") == std::vector<std::string>{"desk:d", "desk:a"});
    CHECK(hits(two.asked(), "strike -archive:de*") == std::vector<std::string>{"mine:a"});
    CHECK(hits(two.asked(), "dockers w/1 strike archive:mine") ==
          std::vector<std::string>{"mine:a"});
    CHECK(hits(two.asked(), "(archive:mine grain) OR harbour") ==
          std::vector<std::string>{"mine:b", "desk:c"});
    CHECK(hits({two.asked()[1]}, "harbour archive:desk") == std::vector<std::string>{"c"});
    CHECK(hits({two.asked()[1]}, "harbour archive:mine").empty());
}

TEST_CASE("archives that cannot be searched are told, and the others answer") {
    const TwoArchives two;
    const std::string copy = two.elsewhere / "copy";
    std::filesystem::copy(two.mine.path(), copy, std::filesystem::copy_options::recursive);
    const std::string damaged = two.elsewhere / "damaged";
    std::filesystem::copy(two.mine.path(), damaged, std::filesystem::copy_options::recursive);
    std::filesystem::remove(damaged + "/generation-1/postlist.glass");
    const std::vector<NamedFolder> asked{two.asked()[0],
                                         {"nowhere", two.elsewhere / "nowhere"},
                                         {"same", copy},
                                         {"damaged", damaged},
                                         two.asked()[1]};
    std::uint64_t articles = 0;
    const auto reports =
        with_archives(asked, [&](const Archives& opened) { articles = opened.articles(); });
    CHECK(articles == 5);
    CHECK(states(reports) ==
          "mine searched; nowhere missing; same same; damaged damaged; desk searched; ");
    const std::vector<std::string> notes = notes_of(reports);
    REQUIRE(notes.size() == 3);
    CHECK(contains(notes[0], "archive 'nowhere' is left out: cannot open index"));
    CHECK(contains(notes[0], "make it with 'dateline-index --index "));
    CHECK(contains(notes[1], "archive 'same' is left out: it is the same as 'mine'"));
    CHECK(contains(notes[2], "make it anew with 'dateline-index --index " + damaged));
}

TEST_CASE("an archive of an older or newer dateline is told as such, with what to do") {
    const TwoArchives two;
    struct Row {
        std::string format;
        std::string state;
        std::string mend;
    };
    for (const auto& [format, state, mend] :
         {Row{"1", "older", "make it anew with 'dateline-index --index"},
          Row{"999", "newer", "search it with that dateline"}}) {
        CAPTURE(format);
        const std::string other = two.elsewhere / state;
        std::filesystem::copy(two.desk.path(), other, std::filesystem::copy_options::recursive);
        {
            Xapian::WritableDatabase database(other + "/generation-1", Xapian::DB_OPEN);
            database.set_metadata("dateline.format", format);
            database.commit();
        }
        const auto reports =
            with_archives({two.asked()[0], {"other", other}},
                          [](const Archives& opened) { CHECK(opened.articles() == 2); });
        CHECK(states(reports) == "mine searched; other " + state + "; ");
        CHECK(contains(reports[1].mend, mend));
    }
}

TEST_CASE("an index in which one article was corrected is another state of it, and is searched") {
    const TwoArchives two;
    const std::string copy = two.elsewhere / "copy";
    std::filesystem::copy(two.mine.path(), copy, std::filesystem::copy_options::recursive);
    {
        Xapian::WritableDatabase database(copy + "/generation-1", Xapian::DB_OPEN);
        Xapian::Document document = database.get_document(1);
        document.add_value(100, "changed");
        database.replace_document(1, document);
        database.commit();
    }
    const std::string again = two.elsewhere / "again";
    std::filesystem::copy(copy, again, std::filesystem::copy_options::recursive);
    const auto reports = with_archives(
        {two.asked()[0], {"copy", copy}, {"again", again}}, [](const Archives& opened) {
            REQUIRE(opened.each().size() == 2);
            for (std::size_t i = 0; i < 2; ++i)
                CHECK(opened.number_of(opened.each()[i].database) == i);
        });
    CHECK(states(reports) == "mine searched; copy searched; again same; ");
    CHECK(notes_of(reports) ==
          std::vector<std::string>{
              "archive 'copy': it is another state of 'mine', and what both have is found twice",
              "archive 'again' is left out: it is the same as 'copy'"});
}

TEST_CASE("pages of archives that have the same articles join to the whole list") {
    const std::vector<Article> articles = many_articles(40);
    const SmallIndex mine{articles};
    const SmallIndex desk{articles};
    const std::vector<NamedFolder> asked{{"mine", mine.path()}, {"desk", desk.path()}};
    const auto page = [&](std::uint32_t offset, std::uint32_t limit) {
        SearchRequest request;
        request.query = "harbour";
        request.offset = offset;
        request.limit = limit;
        std::vector<std::string> ids;
        for (const Hit& hit : search(asked, request).hits) ids.push_back(id_shown(hit.article));
        return ids;
    };
    const std::vector<std::string> whole = page(0, 100);
    CHECK(whole.size() == 80);
    CHECK(whole[0] == "mine:" + whole[1].substr(whole[1].find(':') + 1));
    std::vector<std::string> joined;
    for (std::uint32_t offset = 0; offset < 80; ++offset)
        for (const std::string& id : page(offset, 1)) joined.push_back(id);
    CHECK(joined == whole);
}

TEST_CASE("an archive that never holds still is left out, and the others answer") {
    const TwoArchives two;
    const IndexFolder restless;
    restless.make_generation(1);
    restless.make_generation(2);
    restless.make_generation(3);
    int runs = 0;
    restless.point_to(1);
    std::uint64_t articles = 0;
    const auto reports =
        with_archives({two.asked()[0], {"restless", restless.path()}}, [&](const Archives& opened) {
            articles = opened.articles();
            if (!opened.several()) return;
            restless.point_to(1 + ++runs % 3);
            throw Xapian::DatabaseModifiedError("block overwritten");
        });
    CHECK(articles == 2);
    CHECK(states(reports) == "mine searched; restless changing; ");
}

TEST_CASE("an archive in which the search itself fails is left out, and the search done again") {
    const TwoArchives two;
    std::vector<std::uint64_t> runs;
    const auto reports = with_archives(two.asked(), [&](const Archives& opened) {
        runs.push_back(opened.articles());
        for (const Archive& archive : opened.each())
            if (archive.name == "desk") throw Xapian::DatabaseCorruptError("block");
    });
    CHECK(states(reports) == "mine searched; desk damaged; ");
    CHECK(runs.back() == 2);
}

TEST_CASE("what is wrong with the question is no fault of an archive") {
    const TwoArchives two;
    CHECK(contains(message_of([&] {
                       with_archives(two.asked(),
                                     [](const Archives&) { throw Error("too much", "less"); });
                   }),
                   "too much\nless"));
    CHECK(contains(message_of([&] {
                       with_archives({{"x", two.elsewhere / "x"}, {"y", two.elsewhere / "y"}},
                                     [](const Archives&) {});
                   }),
                   "none of the archives can be searched\n  x: cannot open"));
}

}  // namespace dateline
