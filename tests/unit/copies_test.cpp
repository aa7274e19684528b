// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/copies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "indexer/sync/sync.h"
#include "tests/unit/dealt_index.h"
#include "tests/unit/made_copies.h"

namespace dateline {
namespace {

/// "a1 a2 a3": the first article whose family is another, and both; "" if all are the same.
std::string first_difference(const Families& found, const Families& wanted) {
    if (found.size() != wanted.size()) return fmt::format("{} articles", found.size());
    for (const auto& [id, family] : wanted)
        if (found.at(id) != family)
            return fmt::format("{}: found {} wanted {}", id, fmt::join(found.at(id), " "),
                               fmt::join(family, " "));
    return "";
}

std::size_t copied(const Families& families) {
    return static_cast<std::size_t>(
        std::ranges::count_if(families, [](const auto& each) { return each.second.size() > 1; }));
}

/// A folder of files, and an index that follows it.
class FollowedFolder {
public:
    FollowedFolder() { std::filesystem::create_directory(folder_ / "articles"); }

    void write(const Article& article) const {
        std::ofstream file(place(article.id));
        file << "---\ntitle: " << article.title << '\n';
        if (article.published) file << "date: " << to_string(*article.published) << '\n';
        if (!article.outlet.empty()) file << "outlet: " << article.outlet << '\n';
        file << "---\n\n" << article.body << '\n';
    }

    void remove(const std::string& id) const { std::filesystem::remove(place(id)); }

    void index(bool rebuild = false) const {
        SyncOptions options;
        options.index = folder_ / "index";
        options.folders = {folder_ / "articles"};
        options.rebuild = rebuild;
        sync_index(options, {});
    }

    Archives archives() const {
        const std::string index = folder_ / "index";
        const Xapian::Database database = open_index(index);
        return Archives({{"", index, database, read_info(database)}});
    }

private:
    std::filesystem::path place(const std::string& id) const {
        return folder_ / "articles" / (id + ".md");
    }

    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("families are those that comparing all texts with all gives, in any order and batch") {
    for (const auto& [seed, count] : {std::pair{1U, 300U}, {2U, 80U}, {3U, 80U}}) {
        CAPTURE(seed);
        const SmallIndex index(CopyMaker(seed).articles(count));
        const Archives& archives = index.archives();
        const ComparedArchive compared = compare_all(archives);
        CHECK(compared.proposed >= compared.copies * 95 / 100);
        const Families& wanted = compared.families;
        CHECK(copied(wanted) > count / 2);
        CHECK(copied(wanted) < count);
        CHECK(first_difference(found_families(archives), wanted) == "");

        std::vector<Xapian::docid> all = all_articles(archives);
        std::ranges::sort(all, {}, [](Xapian::docid docid) { return docid * 0x9E3779B1U; });
        all.resize(80);
        CopyFinder one_by_one(archives);
        for (const Xapian::docid docid : all) {
            const auto families = one_by_one.families_of({docid, docid});
            REQUIRE(families.size() == 2);
            CHECK(families[0] == families[1]);
            CHECK(std::ranges::is_sorted(families[0]));
            CHECK(titles_of(archives, families[0]) ==
                  wanted.at(display_of(archives.at(docid)).title));
        }
    }
}

TEST_CASE("in a large archive undated copies share two terms of their sketches") {
    const SmallIndex index(CopyMaker(2).articles(150));
    const Archives& archives = index.archives();
    const ComparedArchive compared = compare_all(archives, large);
    CHECK(compared.proposed < compare_all(archives).proposed);
    CHECK(copied(compared.families) > 40);
    CHECK(first_difference(found_families(archives, large), compared.families) == "");
}

TEST_CASE("families are the same in one archive and dealt into three") {
    const std::vector<Article> articles = CopyMaker(4).articles(120);
    const SmallIndex whole(articles);
    const DealtIndex three(articles, 3);
    CHECK(first_difference(found_families(three.archives()), found_families(whole.archives())) ==
          "");
}

TEST_CASE("the copies of an article ask for it too, and each is the other way round to it") {
    const SmallIndex index(CopyMaker(5).articles(150));
    CopyFinder copies(index.archives());
    std::size_t pairs = 0;
    for (const Xapian::docid docid : all_articles(index.archives())) {
        CAPTURE(docid);
        const std::vector<Copy> own = copies.copies_of(docid);
        CHECK(std::ranges::is_sorted(own, {}, &Copy::docid));
        for (const Copy& copy : own) {
            CAPTURE(copy.docid);
            CHECK(copy.docid != docid);
            CHECK(copies.kind_of(docid, copy.docid) == copy.kind);
            const auto back = copies.copies_of(copy.docid);
            const auto found = std::ranges::find(back, docid, &Copy::docid);
            REQUIRE(found != back.end());
            CHECK(links(found->kind) == links(copy.kind));
            CHECK((found->kind == copy.kind) ==
                  (copy.kind == CopyKind::same || copy.kind == CopyKind::edited));
            ++pairs;
        }
    }
    CHECK(pairs > 100);
}

TEST_CASE("articles in one digest are no family, but each is in it") {
    const std::vector<Article> articles{
        made_article("one", "one", words(1, 100)),
        made_article("two", "two", words(2, 100)),
        made_article("digest", "digest", words(3, 200) + words(1, 100) + words(2, 100)),
        made_article("again", "again", words(3, 200) + words(1, 100) + words(2, 100)),
    };
    const SmallIndex index(articles);
    CopyFinder copies(index.archives());
    using Docids = std::vector<Xapian::docid>;
    CHECK(copies.families_of({1, 2, 3}) == std::vector<Docids>{{1}, {2}, {3, 4}});
    CHECK(copies.copies_of(1) == std::vector<Copy>{{3, CopyKind::around}, {4, CopyKind::around}});
    CHECK(copies.copies_of(3) ==
          std::vector<Copy>{{1, CopyKind::within}, {2, CopyKind::within}, {4, CopyKind::same}});
    CHECK(copies.families_of({}).empty());
}

TEST_CASE("copies are near in time; what is undated may be of any time") {
    struct Row {
        const char* first;
        const char* second;
        bool copies;
    };
    const std::vector<Row> rows{
        {"2026-02-01", "2026-02-15", true}, {"2026-02-01", "2026-02-16", false},
        {"2026-02-15", "2026-02-01", true}, {"2026-02-16", "2026-02-01", false},
        {"2026-02", "2026-03-14", true},    {"2026-02", "2026-03-15", false},
        {"2025", "2026-01-14", true},       {"2026-02", "2026-02-20", true},
        {"", "2026-02-01", true},           {"", "", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.first);
        CAPTURE(row.second);
        const SmallIndex index({made_article("a", "a", words(1, 100), row.first),
                                made_article("b", "b", words(1, 100), row.second)});
        for (const std::uint64_t most : {most_for_single_terms, large}) {
            CopyFinder copies(index.archives(), most);
            CHECK((copies.families_of({1}).front().size() == 2) == row.copies);
            CHECK((copies.copies_of(2).size() == 1) == row.copies);
        }
    }
}

TEST_CASE("families follow what is added, changed and deleted, in any order") {
    for (const unsigned seed : {6U, 7U}) {
        CAPTURE(seed);
        CopyMaker maker(seed);
        std::vector<Article> articles = maker.articles(60);
        const FollowedFolder folder;
        for (const Article& article : articles) folder.write(article);
        folder.index();
        for (int round = 0; round < 4; ++round) {
            CAPTURE(round);
            for (int change = 0; change < 5; ++change) {
                const auto place = articles.begin() +
                                   maker.number(static_cast<std::uint32_t>(articles.size() - 1));
                switch (maker.number(2)) {
                    case 0:
                        folder.remove(place->id);
                        articles.erase(place);
                        break;
                    case 1:
                        articles.push_back(maker.next(articles));
                        folder.write(articles.back());
                        break;
                    default:
                        place->body = maker.next(articles).body;
                        folder.write(*place);
                        break;
                }
            }
            folder.index();
            const Archives archives = folder.archives();
            REQUIRE(archives.articles() == articles.size());
            CHECK(first_difference(found_families(archives), compare_all(archives).families) == "");
        }
        const Families updated = found_families(folder.archives());
        CHECK(copied(updated) > 20);
        folder.index(true);
        CHECK(first_difference(updated, found_families(folder.archives())) == "");
    }
}

}  // namespace dateline
