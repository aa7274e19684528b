// SPDX-License-Identifier: GPL-2.0-or-later
// SQLite FTS5 as one would use it for articles: porter stemmer, title and body, and a table with
// path, time, outlet and day for filters and updates.
#include <sqlite3.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>
#include <unordered_map>

#include "tests/bench/article.h"
#include "tests/bench/program.h"

namespace dateline::bench {
namespace {

/// Closed at last when its statements are, whatever the order.
using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)>;

Database open_database(const std::string& file) {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(file.c_str(), &opened);
    Database database(opened, &sqlite3_close_v2);
    if (status != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(opened));
    return database;
}

void execute(const Database& database, const char* sql) {
    if (sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database.get()));
}

class Statement {
public:
    Statement(const Database& database, const std::string& sql) : database_(database.get()) {
        if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database_));
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void bind(int at, std::int64_t number) { sqlite3_bind_int64(statement_, at, number); }
    /// The text must live until the next reset().
    void bind(int at, const std::string& text) {
        sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()),
                          SQLITE_STATIC);
    }

    /// True if there is a row to read.
    bool step() {
        const int status = sqlite3_step(statement_);
        if (status == SQLITE_ROW) return true;
        if (status != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
        return false;
    }
    void reset() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
    void finish() {
        step();
        reset();
    }

    std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
    std::string text(int column) const {
        const void* bytes = sqlite3_column_blob(statement_, column);
        return {static_cast<const char*>(bytes), text_bytes(column)};
    }
    std::size_t text_bytes(int column) const {
        return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    }

private:
    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

class Writer {
public:
    explicit Writer(const Database& database)
        : database_(database),
          add_article_(database,
                       "INSERT INTO article(path, modified, outlet, published, source, url, "
                       "category) VALUES(?, ?, ?, ?, ?, ?, ?)"),
          add_text_(database, "INSERT INTO text(rowid, title, body) VALUES(?, ?, ?)"),
          remove_article_(database, "DELETE FROM article WHERE id = ?"),
          remove_text_(database, "DELETE FROM text WHERE rowid = ?") {
        execute(database_, "BEGIN");
    }

    void add(const std::string& path) {
        const BenchArticle article = read_article(path);
        add_article_.bind(1, path);
        add_article_.bind(2, modified_ns(path));
        add_article_.bind(3, article.outlet);
        if (!article.published.empty()) add_article_.bind(4, article.published);
        add_article_.bind(5, article.source);
        add_article_.bind(6, article.url);
        add_article_.bind(7, article.category);
        add_article_.finish();
        add_text_.bind(1, sqlite3_last_insert_rowid(database_.get()));
        add_text_.bind(2, article.title);
        add_text_.bind(3, article.body);
        add_text_.finish();
    }

    void remove(std::int64_t id) {
        remove_text_.bind(1, id);
        remove_text_.finish();
        remove_article_.bind(1, id);
        remove_article_.finish();
    }

    void commit() { execute(database_, "COMMIT"); }

private:
    const Database& database_;
    Statement add_article_;
    Statement add_text_;
    Statement remove_article_;
    Statement remove_text_;
};

void make_index(const std::string& articles, const std::string& file) {
    unlink(file.c_str());
    const Database database = open_database(file);
    execute(database,
            "CREATE TABLE article(id INTEGER PRIMARY KEY, path TEXT UNIQUE, modified INT,"
            " outlet TEXT, published TEXT, source TEXT, url TEXT, category TEXT);"
            "CREATE INDEX by_outlet ON article(outlet);"
            "CREATE INDEX by_day ON article(published);"
            "CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize = 'porter unicode61')");
    Writer writer(database);
    for (const std::string& path : article_paths(articles)) writer.add(path);
    writer.commit();
    execute(database, "INSERT INTO text(text) VALUES('optimize')");
}

struct Known {
    std::int64_t id = 0;
    std::int64_t modified = 0;
};

std::unordered_map<std::string, Known> known_files(const Database& database) {
    std::unordered_map<std::string, Known> known;
    Statement all(database, "SELECT path, id, modified FROM article");
    while (all.step()) known[all.text(0)] = {all.number(1), all.number(2)};
    return known;
}

void update_index(const std::string& articles, const std::string& file) {
    const Database database = open_database(file);
    std::unordered_map<std::string, Known> known = known_files(database);
    std::vector<std::string> changed;
    std::vector<std::int64_t> outdated;
    for (const std::string& path : article_paths(articles)) {
        const auto found = known.find(path);
        const bool there = found != known.end();
        if (!there || found->second.modified != modified_ns(path)) {
            changed.push_back(path);
            if (there) outdated.push_back(found->second.id);
        }
        if (there) known.erase(found);
    }
    for (const auto& [path, gone] : known) outdated.push_back(gone.id);
    if (changed.empty() && outdated.empty()) return;
    Writer writer(database);
    for (const std::int64_t id : outdated) writer.remove(id);
    for (const std::string& path : changed) writer.add(path);
    writer.commit();
}

std::string select(QueryKind kind, bool passages) {
    std::string sql = "SELECT article.path, text.title";
    if (passages) sql += ", snippet(text, 1, '<b>', '</b>', '...', 40)";
    sql += " FROM text JOIN article ON article.id = text.rowid WHERE text MATCH ?1";
    if (kind == QueryKind::any_in_days)
        sql += " AND article.published >= ?2 AND article.published <= ?3";
    if (kind == QueryKind::any_of_outlet) sql += " AND article.outlet = ?2";
    return sql + " ORDER BY text.rank LIMIT " + std::to_string(page);
}

/// FTS5's query language; words are quoted, since an unquoted one may not hold every letter.
std::string expression(QueryKind kind, const Query& query) {
    if (kind == QueryKind::phrase) return '"' + query.text + '"';
    const char* between = kind == QueryKind::two_words ? "\" AND \"" : "\" OR \"";
    return '"' + join(query.words, between) + '"';
}

Ask open_index(const std::string& file, QueryKind kind, bool passages) {
    const auto database = std::make_shared<Database>(open_database(file));
    execute(*database, "PRAGMA mmap_size = 1073741824");
    const auto statement = std::make_shared<Statement>(*database, select(kind, passages));
    return [database, statement, kind, passages](const Query& query) {
        const std::string match = expression(kind, query);
        statement->bind(1, match);
        if (kind == QueryKind::any_of_outlet) statement->bind(2, query.outlet);
        if (kind == QueryKind::any_in_days) {
            statement->bind(2, query.first_day);
            statement->bind(3, query.last_day);
        }
        Shown shown;
        while (statement->step()) {
            ++shown.hits;
            shown.bytes += statement->text_bytes(1);
            if (passages) shown.bytes += statement->text_bytes(2);
        }
        statement->reset();
        return shown;
    };
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
    return dateline::bench::run(
        {dateline::bench::make_index, dateline::bench::update_index, dateline::bench::open_index},
        argc, argv);
}
