// SPDX-License-Identifier: GPL-2.0-or-later
// Random queries, from the query's text to the set of articles, through a real index, against the
// brute force over the plain texts; and every lit span must be evidence to it. On corpus/ here; on
// any folder with DATELINE_ORACLE_FOLDER, DATELINE_ORACLE_ARTICLES and DATELINE_ORACLE_QUERIES set.
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>

#include "common/error.h"
#include "common/index_store.h"
#include "common/stored_article.h"
#include "indexer/sync/sync.h"
#include "searcher/match/archive_checks.h"
#include "searcher/match/compile.h"
#include "searcher/passages/passages.h"
#include "searcher/query/describe.h"
#include "searcher/query/index_words.h"
#include "searcher/query/resolve.h"
#include "searcher/query/word_source.h"
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
class TypedArchive {
public:
    TypedArchive() {
        std::string pattern = (fs::temp_directory_path() / "dateline-oracle-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
        SyncOptions options;
        options.index = (path_ / "index").string();
        options.folders = {setting("DATELINE_ORACLE_FOLDER", DATELINE_SOURCE "/corpus")};
        sync_index(options, {});
        Xapian::Database opened = open_index(options.index);
        IndexInfo info = read_info(opened);
        archives_.emplace(
            std::vector<Archive>{{"", options.index, std::move(opened), std::move(info)}});
        const auto most = std::stoul(setting("DATELINE_ORACLE_ARTICLES", "300"));
        const auto step = std::max<std::size_t>(1, database().get_doccount() / most);
        for (auto at = database().postlist_begin(""); at != database().postlist_end(""); ++at)
            if (*at % step == 0 || step == 1) read(*at);
    }
    ~TypedArchive() { fs::remove_all(path_); }
    TypedArchive(const TypedArchive&) = delete;
    TypedArchive& operator=(const TypedArchive&) = delete;

    const Archives& archives() const { return *archives_; }
    const Xapian::Database& database() const { return archives_->all(); }
    const std::map<Xapian::docid, Article>& articles() const { return articles_; }
    std::vector<Article> texts() const {
        std::vector<Article> texts;
        for (const auto& [docid, article] : articles_) texts.push_back(article);
        return texts;
    }

private:
    void read(Xapian::docid docid) {
        Article article = decode_display(database().get_document(docid).get_data());
        decode_text(database().get_metadata(text_key(docid)), article);
        articles_.emplace(docid, std::move(article));
    }

    fs::path path_;
    std::optional<Archives> archives_;
    std::map<Xapian::docid, Article> articles_;
};

std::set<Xapian::docid> found(const TypedArchive& archive, const Question& question) {
    const Compiler compiler(archive.archives(), question);
    const ArchiveChecks check(archive.archives(), question);
    Xapian::Enquire enquire(archive.database());
    enquire.set_query(compiler.all());
    const Xapian::doccount all = archive.database().get_doccount();
    std::set<Xapian::docid> docids;
    const Xapian::MSet hits = enquire.get_mset(
        0, all, all, nullptr, needs_of(question).positions ? check.decider() : nullptr);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        if (archive.articles().contains(*hit)) docids.insert(*hit);
    return docids;
}

/// "only found: a.md; missing: b.md", or nothing if both are the same.
std::string difference(const TypedArchive& archive, const std::set<Xapian::docid>& found,
                       const std::set<Xapian::docid>& expected) {
    std::string text;
    for (const auto& [docid, article] : archive.articles()) {
        if (found.contains(docid) == expected.contains(docid)) continue;
        text += (found.contains(docid) ? "only found: " : "missing: ") + article.path + "; ";
    }
    return text;
}

std::size_t depth_of_pairs(const Matcher& matcher) {
    std::size_t depth = 0;
    for (const Matcher& child : matcher.children) depth = std::max(depth, depth_of_pairs(child));
    const bool pairs = matcher.kind == MatcherKind::near || matcher.kind == MatcherKind::before ||
                       matcher.kind == MatcherKind::same_sentence ||
                       matcher.kind == MatcherKind::same_paragraph;
    return depth + (pairs ? 1 : 0);
}

/// A pair is told by its nearest words. Where pairs of pairs are paired again or counted, the brute
/// force, which tries all, may find more (docs/query-language.md).
bool is_told_by_nearest(const Matcher& matcher) {
    const std::size_t most = matcher.kind == MatcherKind::at_least ? 1 : 2;
    return depth_of_pairs(matcher) <= most &&
           std::ranges::all_of(matcher.children, is_told_by_nearest);
}

bool is_told_by_nearest(const Question& question) {
    const auto told = [](const Matcher& matcher) { return is_told_by_nearest(matcher); };
    return std::ranges::all_of(question.parts, told, &Part::matcher) &&
           std::ranges::all_of(question.excluded, told);
}

/// "body 120-126; " for each lit span that is no evidence to the brute force.
std::string unproven(const BruteForce& brute, const Question& question, const Article& article) {
    const Evidence evidence = find_evidence(question, article, {});
    struct Row {
        std::string name;
        BruteForce::Text text;
        const std::vector<Span>& lit;
    };
    std::string faults;
    for (const Row& row : {Row{"title", BruteForce::Text::title, evidence.title},
                           Row{"summary", BruteForce::Text::summary, evidence.summary},
                           Row{"body", BruteForce::Text::body, evidence.body},
                           Row{"outlet", BruteForce::Text::outlet, evidence.outlet},
                           Row{"authors", BruteForce::Text::authors, evidence.authors}}) {
        if (row.lit.empty()) continue;
        const std::vector<Span> meant = brute.evidence(question, row.text);
        for (const Span lit : row.lit)
            if (std::ranges::none_of(meant, [&](Span span) {
                    return span.begin <= lit.begin && lit.end <= span.end;
                }))
                faults += row.name + " " + std::to_string(lit.begin) + "-" +
                          std::to_string(lit.end) + "; ";
    }
    return faults;
}

/// All forms that words without a field are found by.
std::set<std::string> forms_of(const TypedArchive& archive) {
    std::set<std::string> forms;
    Tokenizer tokenizer;
    for (const auto& [docid, article] : archive.articles()) {
        std::vector<std::string> texts{article.title, article.summary, article.body,
                                       article.outlet};
        texts.insert(texts.end(), article.authors.begin(), article.authors.end());
        for (const std::string& text : texts)
            for (const Token& token : tokenizer.tokens(text)) forms.emplace(token.form);
    }
    return forms;
}

std::size_t character_bytes(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return end;
}

bool fits(std::string_view pattern, std::string_view form) {
    if (pattern.empty()) return form.empty();
    if (pattern[0] == '*')
        return fits(pattern.substr(1), form) || (!form.empty() && fits(pattern, form.substr(1)));
    if (form.empty()) return false;
    if (pattern[0] == '?') return fits(pattern.substr(1), form.substr(character_bytes(form)));
    return pattern[0] == form[0] && fits(pattern.substr(1), form.substr(1));
}

/// The words that a wildcard was read as.
std::set<std::string> expansions(const Question& question) {
    std::set<std::string> words;
    const Matcher& matcher = question.parts.at(0).matcher;
    if (matcher.kind == MatcherKind::term) words.insert(matcher.text);
    for (const Matcher& child : matcher.children) words.insert(child.text);
    return words;
}

}  // namespace

TEST_CASE("a wildcard stands for all words of the texts that fit") {
    const TypedArchive archive;
    if (archive.articles().size() < archive.database().get_doccount()) return;  // a sample
    const IndexWords words(archive.archives());
    const std::set<std::string> forms = forms_of(archive);
    std::size_t number = 0;
    for (const std::string& form : forms) {
        const bool is_plain =
            std::ranges::all_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
        if (!is_plain || form.size() < 5 || ++number % 7 != 0) continue;
        std::string one_other = form;
        one_other[number % form.size()] = '?';
        for (const std::string& pattern : {form.substr(0, 4) + "*", "*" + form.substr(2),
                                           form.substr(0, 2) + "*" + form.substr(4), one_other}) {
            CAPTURE(pattern);
            std::set<std::string> expected;
            for (const std::string& each : forms)
                if (fits(pattern, each)) expected.insert(each);
            if (pattern.ends_with('?') || expected.size() > most_expansions) continue;
            const Question question =
                resolve_query(parse_query(pattern, *make_day(2026, 2, 28)), words);
            CHECK(expansions(question) == expected);
        }
        if (number > 7 * 200) break;
    }
    CHECK(number > 200);
}

TEST_CASE("random queries find what brute force finds, and light only evidence") {
    const TypedArchive archive;
    REQUIRE_FALSE(archive.articles().empty());
    const IndexWords words(archive.archives());
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
        if (is_told_by_nearest(question))
            CHECK(difference(archive, found(archive, question), expected) == "");
        // Of many articles some each time: what is slow here is the brute force.
        const std::size_t step = 1 + expected.size() / 20;
        for (const Xapian::docid docid : expected) {
            if ((docid + i) % step != 0) continue;
            CAPTURE(archive.articles().at(docid).path);
            CHECK(unproven(brute.at(docid), question, archive.articles().at(docid)) == "");
        }
    }
    CHECK(asked > queries / 2);
}

}  // namespace dateline
