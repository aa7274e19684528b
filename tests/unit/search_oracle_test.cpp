// SPDX-License-Identifier: GPL-2.0-or-later
// Random queries, from the query's text to the set of articles, through a real index, against the
// brute force over the plain texts; and every lit span must be evidence to it. On corpus/ here; on
// any folder with DATELINE_ORACLE_FOLDER, DATELINE_ORACLE_ARTICLES and DATELINE_ORACLE_QUERIES set.
#include <doctest/doctest.h>
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <random>
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

/// Queries from words of the articles, neighbours among them, so that most operators have something
/// to find.
class QueryMaker {
public:
    QueryMaker(const Archive& archive, unsigned seed) : random_(seed) {
        Tokenizer tokenizer;
        for (const auto& [docid, article] : archive.articles())
            for (const Token& token :
                 tokenizer.tokens(std::string_view(article.body).substr(0, 20000)))
                if (token.kind == TokenKind::word) words_.emplace_back(token.form);
    }

    std::string query() {
        std::string text = operand(2);
        for (std::size_t more = pick(3); more > 0; --more) {
            static const char* const joins[] = {" ", " AND ", " OR ", " NOT ", " -"};
            text += joins[pick(5)] + operand(1);
        }
        return text;
    }

private:
    std::size_t pick(std::size_t count) { return random_() % count; }

    std::string word() {
        // A word near the last one is likely to stand with it in the text.
        at_ = pick(3) == 0 ? pick(words_.size()) : std::min(words_.size() - 1, at_ + 1 + pick(6));
        return words_[at_];
    }

    std::string group(int depth) {
        switch (pick(4)) {
            case 0:
                return depth > 0 ? "(" + operand(depth - 1) + " OR " + word() + ")" : word();
            case 1:
                return phrase();
            default:
                return word();
        }
    }

    std::string phrase() {
        const std::size_t begin = pick(words_.size() - 3);
        std::string text = "\"" + words_[begin];
        for (std::size_t i = 1; i <= pick(3); ++i) text += " " + words_[begin + i];
        return text + "\"";
    }

    std::string operand(int depth) {
        switch (pick(16)) {
            case 0:
                return group(depth) + " w/" + std::to_string(1 + pick(8)) + " " + group(depth);
            case 1:
                return group(depth) + " pre/" + std::to_string(1 + pick(8)) + " " + group(depth);
            case 2:
                return word() + " /s " + group(depth);
            case 3:
                return word() + " /p " + group(depth);
            case 4:
                return word() + " not w/3 " + word();
            case 5:
                return "atleast" + std::to_string(1 + pick(4)) + "(" + word() + ")";
            case 6:
                return "first" + std::to_string(1 + pick(60)) + "(" + word() + ")";
            case 7:
                return "lead:" + word();
            case 8:
                return "hlead:" + word();
            case 9:
                return "title:" + word();
            case 10:
                return "=" + word();
            case 11:
                return word().substr(0, 4) + "*";
            case 12:
                return "length:>" + std::to_string(pick(900));
            case 13:
                return phrase();
            default:
                return group(depth);
        }
    }

    std::mt19937 random_;
    std::vector<std::string> words_;
    std::size_t at_ = 0;
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
    QueryMaker maker(archive, 4);
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
            for (const Span& span : evidence.body)
                REQUIRE(brute.at(docid).accepts(question, BruteForce::Text::body, span));
        }
    }
    CHECK(asked > queries / 2);
}

}  // namespace dateline
