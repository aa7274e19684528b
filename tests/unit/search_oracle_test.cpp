// SPDX-License-Identifier: GPL-2.0-or-later
// Random queries, from the query's text to the set of articles, through a real index, against the
// brute force over the plain texts; and every lit span must be evidence to it. On corpus/ here; on
// any folder with DATELINE_ORACLE_FOLDER, DATELINE_ORACLE_ARTICLES and DATELINE_ORACLE_QUERIES set.
#include <doctest/doctest.h>
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>

#include "common/error.h"
#include "common/index_store.h"
#include "common/stored_article.h"
#include "indexer/sync.h"
#include "searcher/index_words.h"
#include "searcher/passages.h"
#include "searcher/position_check.h"
#include "searcher/query/compile.h"
#include "tests/unit/brute_force.h"
#include "tests/unit/query_maker.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string setting(const char* name, const std::string& otherwise) {
    const char* value = std::getenv(name);
    return value == nullptr ? otherwise : value;
}

/// Articles of a folder, indexed in a temporary index, and as they came back from it.
class Archive {
public:
    Archive() {
        std::string pattern = (fs::temp_directory_path() / "dateline-oracle-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
        SyncOptions options;
        options.index = (path_ / "index").string();
        options.folders = {setting("DATELINE_ORACLE_FOLDER", DATELINE_SOURCE "/corpus")};
        sync_index(options, {});
        database_.emplace(open_index(options.index));
        const auto most = std::stoul(setting("DATELINE_ORACLE_ARTICLES", "300"));
        const auto step = std::max<std::size_t>(1, database_->get_doccount() / most);
        for (auto at = database_->postlist_begin(""); at != database_->postlist_end(""); ++at)
            if (*at % step == 0 || step == 1) read(*at);
    }
    ~Archive() { fs::remove_all(path_); }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    const Xapian::Database& database() const { return *database_; }
    const std::map<Xapian::docid, Article>& articles() const { return articles_; }
    std::vector<Article> texts() const {
        std::vector<Article> texts;
        for (const auto& [docid, article] : articles_) texts.push_back(article);
        return texts;
    }

private:
    void read(Xapian::docid docid) {
        Article article = decode_display(database_->get_document(docid).get_data());
        decode_text(database_->get_metadata(text_key(docid)), article);
        articles_.emplace(docid, std::move(article));
    }

    fs::path path_;
    std::optional<Xapian::Database> database_;
    std::map<Xapian::docid, Article> articles_;
};

std::set<Xapian::docid> found(const Archive& archive, const Question& question,
                              const std::vector<std::string>& languages) {
    const Compiler compiler(archive.database(), question, languages);
    const PositionCheck check(archive.database(), question);
    Xapian::Enquire enquire(archive.database());
    enquire.set_query(compiler.all());
    const Xapian::doccount all = archive.database().get_doccount();
    std::set<Xapian::docid> docids;
    const Xapian::MSet hits =
        enquire.get_mset(0, all, all, nullptr, needs_positions(question) ? &check : nullptr);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        if (archive.articles().contains(*hit)) docids.insert(*hit);
    return docids;
}

/// "only found: a.md; missing: b.md", or nothing if both are the same.
std::string difference(const Archive& archive, const std::set<Xapian::docid>& found,
                       const std::set<Xapian::docid>& expected) {
    std::string text;
    for (const auto& [docid, article] : archive.articles()) {
        if (found.contains(docid) == expected.contains(docid)) continue;
        text += (found.contains(docid) ? "only found: " : "missing: ") + article.path + "; ";
    }
    return text;
}

}  // namespace

TEST_CASE("random queries find what brute force finds, and light only evidence") {
    const Archive archive;
    REQUIRE_FALSE(archive.articles().empty());
    const IndexInfo info = read_info(archive.database());
    const IndexWords words(archive.database(), info.languages);
    std::map<Xapian::docid, BruteForce> brute;
    for (const auto& [docid, article] : archive.articles()) brute.emplace(docid, article);
    const std::vector<Article> texts = archive.texts();
    QueryMaker maker(texts,
                     static_cast<unsigned>(std::stoul(setting("DATELINE_ORACLE_SEED", "4"))));
    const Day today = *make_day(2026, 2, 28);
    const auto queries = std::stoul(setting("DATELINE_ORACLE_QUERIES", "1500"));
    std::size_t asked = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        const std::string query = maker.query();
        CAPTURE(query);
        Question question;
        try {
            question = resolve_query(parse_query(query, today), words);
        } catch (const Error&) {
            continue;  // a word that happens to be an operator, too many expansions
        }
        ++asked;
        std::set<Xapian::docid> expected;
        for (const auto& [docid, article] : archive.articles())
            if (brute.at(docid).fulfils(question)) expected.insert(docid);
        CAPTURE(to_string(question));
        CHECK(difference(archive, found(archive, question, info.languages), expected) == "");
        for (const Xapian::docid docid : expected) {
            const Evidence evidence = find_evidence(question, archive.articles().at(docid), {});
            for (const auto& [text, spans] :
                 std::initializer_list<std::pair<BruteForce::Text, const std::vector<Span>&>>{
                     {BruteForce::Text::title, evidence.title},
                     {BruteForce::Text::summary, evidence.summary},
                     {BruteForce::Text::body, evidence.body},
                     {BruteForce::Text::outlet, evidence.outlet},
                     {BruteForce::Text::authors, evidence.authors}})
                for (const Span& span : spans)
                    REQUIRE(brute.at(docid).accepts(question, text, span));
        }
    }
    CHECK(asked > queries / 2);
}

}  // namespace dateline
