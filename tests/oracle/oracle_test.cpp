// SPDX-License-Identifier: GPL-2.0-or-later
// Random command lines, from typed text to the articles listed and counted, through a real index,
// against a plain reading of the articles. On corpus/ and articles/ here; on any folder with
// DATELINE_ORACLE_FOLDER, of DATELINE_TYPED_QUERIES commands, others with DATELINE_SEED.
#include <doctest/doctest.h>

#include <set>

#include "searcher/cli/options.h"
#include "searcher/search.h"
#include "tests/oracle/comparison.h"
#include "tests/oracle/indexed_folders.h"
#include "tests/oracle/shrink.h"
#include "tests/unit/temporary_folder.h"

namespace dateline::oracle {
namespace {

constexpr std::size_t most_differences = 5;
OracleArchive make_archive(const std::string& index, const std::vector<Article>& articles) {
    OracleArchive archive;
    archive.index = index;
    for (Article article : articles) {
        article.archive = "index";  // as the index's folder is called
        const auto number = static_cast<std::uint32_t>(archive.plain.articles().size());
        archive.numbers.emplace(article.id, number);
        archive.plain.add(std::move(article));
    }
    return archive;
}

std::string smallest(const OracleArchive& archive, const TypedCommand& command) {
    const auto differs = [&](const TypedCommand& each) {
        return !compare(archive, each).difference.empty();
    };
    return compare(archive, shrunken(command, differs)).difference;
}

std::set<std::string> titles_found(const std::string& index,
                                   const std::vector<std::string_view>& arguments) {
    std::set<std::string> titles;
    const SearchCommand command = read_search_command(arguments, oracle_today, {});
    for (const Hit& hit : search(index, command.request).hits) titles.insert(hit.article.title);
    return titles;
}

}  // namespace

TEST_CASE("command lines that were answered wrongly once") {
    struct Row {
        std::vector<std::string_view> arguments;
        std::set<std::string> titles;
    };
    const std::string bread = "Rødgrød og æbler på Færøerne";
    const std::set<std::string> both{"Grain deal holds", "Second item of the wire"};
    const std::vector<Row> rows{
        // a name, with its accents
        {{"=Ås"},
         {"BBC journalists written off", "Statsministeren skrev under", "Øl ble dyrere i Oslo."}},
        // a name is not written before the title
        {{"\"reuters grain\""}, {}},
        {{"\"aftenposten statsministeren\""}, {}},
        // articles with none of the words
        {{"brødmuseum novruz (-the)"}, {bread}},
        {{"brødmuseum novruz (has:title NOT the)"}, {bread}},
        // single characters of Chinese beside other words
        {{"5G年 novruz99"}, {"中国国防部长访问北京大学"}},
        // several compounds, each written in its own way
        {{"\"well-being F-16 plan\""}, both},
        {{"\"long-term decision-making\""}, both},
    };
    const TemporaryFolder folder;
    make_index(folder / "index", {own_articles});
    for (const Row& row : rows) {
        const std::string line = shell_line({row.arguments.begin(), row.arguments.end()});
        CAPTURE(line);
        CHECK(titles_found(folder / "index", row.arguments) == row.titles);
    }
}

TEST_CASE("random command lines find and count what a plain reading does") {
    const TemporaryFolder folder;
    make_index(folder / "index", folders());
    const std::vector<Article> articles = read_articles(folder / "index");
    REQUIRE_FALSE(articles.empty());
    const OracleArchive archive = make_archive(folder / "index", articles);
    TypedQueryMaker maker(articles,
                          static_cast<unsigned>(std::stoul(setting("DATELINE_SEED", "1"))));
    const std::size_t commands = std::stoul(setting("DATELINE_TYPED_QUERIES", "1500"));
    std::size_t answered = 0;
    std::size_t found = 0;
    std::size_t differences = 0;
    for (std::size_t i = 0; i < commands && differences < most_differences; ++i) {
        const TypedCommand command = make_command(maker);
        CAPTURE(i);
        const Comparison comparison = compare(archive, command);
        answered += comparison.answered;
        found += comparison.found;
        if (comparison.difference.empty()) continue;
        ++differences;
        FAIL_CHECK(smallest(archive, command) << "made from:\n" << comparison.difference);
    }
    MESSAGE(commands << " commands: " << answered << " answered, " << found << " found something");
    if (differences == 0) {
        CHECK(answered > commands * 3 / 4);
        CHECK(found > commands / 2);
    }
}

}  // namespace dateline::oracle
