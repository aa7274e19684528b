// SPDX-License-Identifier: GPL-2.0-or-later
// Random questions with random options, as the command line reads them, through a real index to
// JSON, which must be as its schema says. DATELINE_JSON_QUERIES sets how many.
#include <doctest/doctest.h>
#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "common/error.h"
#include "common/index_store.h"
#include "common/stored_article.h"
#include "indexer/sync/sync.h"
#include "searcher/cli/options.h"
#include "searcher/render/json.h"
#include "searcher/search.h"
#include "tests/unit/json_schema.h"
#include "tests/unit/query_maker.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// corpus/ in an index of its own.
class IndexedCorpus {
public:
    IndexedCorpus() {
        std::string pattern = (fs::temp_directory_path() / "dateline-json-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
        SyncOptions options;
        options.index = index();
        options.folders = {DATELINE_SOURCE "/corpus"};
        sync_index(options, {});
        const Xapian::Database database = open_index(index());
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
            Article article = decode_display(database.get_document(*at).get_data());
            decode_text(database.get_metadata(text_key(*at)), article);
            articles_.push_back(std::move(article));
        }
    }
    ~IndexedCorpus() { fs::remove_all(path_); }
    IndexedCorpus(const IndexedCorpus&) = delete;
    IndexedCorpus& operator=(const IndexedCorpus&) = delete;

    std::string index() const { return (path_ / "index").string(); }
    const std::vector<Article>& articles() const { return articles_; }

private:
    fs::path path_;
    std::vector<Article> articles_;
};

std::vector<std::string_view> random_options(std::mt19937& random) {
    static constexpr std::string_view all[] = {"--all",
                                               "--any",
                                               "--recent=9",
                                               "--explain",
                                               "--full",
                                               "--passages=3",
                                               "--by=outlet",
                                               "--by=author",
                                               "--by=day",
                                               "--timeline",
                                               "--share",
                                               "--count",
                                               "-n2",
                                               "--offset=1",
                                               "--sort=oldest",
                                               "--sort=newest",
                                               "--outlet=np*",
                                               "--since=2026-02-27",
                                               "--until=2026-02",
                                               "--context=60",
                                               "--author=hayden",
                                               "--context=paragraph"};
    std::vector<std::string_view> options;
    for (std::size_t more = random() % 4; more > 0; --more)
        options.push_back(all[random() % std::size(all)]);
    return options;
}

}  // namespace

TEST_CASE("the JSON of random questions is as the schema says") {
    const IndexedCorpus corpus;
    std::ifstream file(DATELINE_SOURCE "/docs/json-output.schema.json");
    JsonSchema schema(Json::parse(file));
    QueryMaker maker(corpus.articles(), 5);
    std::mt19937 random(5);
    const char* wanted = std::getenv("DATELINE_JSON_QUERIES");
    const int queries = wanted == nullptr ? 500 : std::atoi(wanted);
    int answered = 0;
    for (int i = 0; i < queries; ++i) {
        const std::string query = maker.query();
        const std::string index = "--index=" + corpus.index();
        std::vector<std::string_view> arguments = random_options(random);
        arguments.insert(arguments.end(), {"--json", "--no-config", index, "--", query});
        CAPTURE(arguments);
        std::ostringstream out;
        try {
            const SearchCommand command =
                read_search_command(arguments, *make_day(2026, 2, 28), {});
            render_json(search(corpus.index(), command.request), out);
        } catch (const Error&) {
            continue;  // options that exclude each other, a word that happens to be an operator
        }
        ++answered;
        CHECK(schema.faults(Json::parse(out.str())) == std::vector<std::string>{});
    }
    CHECK(answered > queries / 2);
}

}  // namespace dateline
