// SPDX-License-Identifier: GPL-2.0-or-later
// Stock Xapian as its documentation teaches it: TermGenerator and QueryParser with an English
// stemmer, the whole article as document data, MSet::snippet. XAPIAN_FLUSH_THRESHOLD works as ever.
#include <xapian.h>

#include <iostream>
#include <memory>
#include <unordered_map>

#include "tests/bench/article.h"
#include "tests/bench/program.h"

namespace dateline::bench {
namespace {

enum Slot : Xapian::valueno { published_slot = 0, path_slot = 1, modified_slot = 2 };

/// Glass takes terms of 245 bytes at most.
std::string id_term(const std::string& path) {
    return ("Q" + path).substr(0, 240);
}

std::string outlet_term(const std::string& outlet) {
    return ("XO" + outlet).substr(0, 240);
}

class Writer {
public:
    Writer(const std::string& folder, int flags) : database_(folder, flags) {
        generator_.set_stemmer(Xapian::Stem("english"));
        generator_.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
    }

    Xapian::WritableDatabase& database() { return database_; }

    void add(const std::string& path) { database_.add_document(document(path)); }
    void replace(const std::string& path) {
        database_.replace_document(id_term(path), document(path));
    }

private:
    Xapian::Document document(const std::string& path) {
        const BenchArticle article = read_article(path);
        Xapian::Document made;
        generator_.set_document(made);
        generator_.set_termpos(0);
        generator_.index_text(article.title, 1, "S");
        generator_.increase_termpos();
        generator_.index_text(article.title);
        generator_.increase_termpos();
        generator_.index_text(article.body);
        made.add_boolean_term(id_term(path));
        made.add_boolean_term(outlet_term(article.outlet));
        if (!article.published.empty()) made.add_value(published_slot, article.published);
        made.add_value(path_slot, path);
        made.add_value(modified_slot, std::to_string(modified_ns(path)));
        made.set_data(article.title + '\n' + article.url + '\n' + article.source + '\n' +
                      article.body);
        return made;
    }

    Xapian::WritableDatabase database_;
    Xapian::TermGenerator generator_;
};

void make_index(const std::string& articles, const std::string& folder) {
    Writer writer(folder, Xapian::DB_CREATE_OR_OVERWRITE);
    for (const std::string& path : article_paths(articles)) writer.add(path);
    writer.database().commit();
}

struct Known {
    Xapian::docid docid = 0;
    std::string modified;
};

std::unordered_map<std::string, Known> known_files(const Xapian::Database& database) {
    std::unordered_map<std::string, Known> known;
    auto modified = database.valuestream_begin(modified_slot);
    for (auto path = database.valuestream_begin(path_slot);
         path != database.valuestream_end(path_slot); ++path) {
        modified.skip_to(path.get_docid());
        known[*path] = {path.get_docid(), *modified};
    }
    return known;
}

void update_index(const std::string& articles, const std::string& folder) {
    Writer writer(folder, Xapian::DB_OPEN);
    std::unordered_map<std::string, Known> known = known_files(writer.database());
    for (const std::string& path : article_paths(articles)) {
        const auto found = known.find(path);
        if (found == known.end()) {
            writer.add(path);
            continue;
        }
        if (found->second.modified != std::to_string(modified_ns(path))) writer.replace(path);
        known.erase(found);
    }
    for (const auto& [path, gone] : known) writer.database().delete_document(gone.docid);
    writer.database().commit();
}

/// What is kept open from one query to the next.
class Searcher {
public:
    Searcher(const std::string& folder, QueryKind kind, bool passages)
        : kind_(kind), passages_(passages), database_(folder), enquire_(database_) {
        parser_.set_database(database_);
        parser_.set_stemmer(stemmer_);
        parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
        parser_.set_default_op(kind == QueryKind::two_words ? Xapian::Query::OP_AND
                                                            : Xapian::Query::OP_OR);
    }

    Shown ask(const Query& query) {
        enquire_.set_query(parse(query));
        const Xapian::MSet found = enquire_.get_mset(0, page);
        Shown shown;
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            const std::string data = hit.get_document().get_data();
            ++shown.hits;
            shown.bytes += data.find('\n');
            if (!passages_) continue;
            const std::size_t body = data.find('\n', data.find('\n', data.find('\n') + 1) + 1) + 1;
            shown.bytes += found.snippet(data.substr(body), passage_bytes, stemmer_).size();
        }
        return shown;
    }

private:
    Xapian::Query parse(const Query& query) {
        const auto flags = Xapian::QueryParser::FLAG_PHRASE | Xapian::QueryParser::FLAG_BOOLEAN;
        const bool phrase = kind_ == QueryKind::phrase;
        const Xapian::Query words =
            parser_.parse_query(phrase ? '"' + query.text + '"' : query.text, flags);
        if (kind_ == QueryKind::any_in_days)
            return {Xapian::Query::OP_FILTER, words,
                    Xapian::Query(Xapian::Query::OP_VALUE_RANGE, published_slot, query.first_day,
                                  query.last_day)};
        if (kind_ == QueryKind::any_of_outlet)
            return {Xapian::Query::OP_FILTER, words, Xapian::Query(outlet_term(query.outlet))};
        return words;
    }

    QueryKind kind_;
    bool passages_;
    Xapian::Database database_;
    Xapian::Enquire enquire_;
    Xapian::Stem stemmer_{"english"};
    Xapian::QueryParser parser_;
};

Ask open_index(const std::string& folder, QueryKind kind, bool passages) {
    const auto searcher = std::make_shared<Searcher>(folder, kind, passages);
    return [searcher](const Query& query) { return searcher->ask(query); };
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
    try {
        return dateline::bench::run({dateline::bench::make_index, dateline::bench::update_index,
                                     dateline::bench::open_index},
                                    argc, argv);
    } catch (const Xapian::Error& error) {
        std::cerr << argv[0] << ": " << error.get_description() << '\n';
        return 2;
    }
}
