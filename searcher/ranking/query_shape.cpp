// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/query_shape.h"

#include "common/fields.h"
#include "searcher/match/bm25.h"

namespace dateline {

QueryShape query_shape(const Xapian::Database& database, const Compiler& compiler) {
    QueryShape made;
    made.languages = compiler.languages();
    for (const ScoredStem& stem : compiler.stems()) {
        QueryWord& word = made.words.emplace_back(QueryWord{stem.stem, stem.weight, stem.idf, {}});
        for (const std::string& form : stem.forms) {
            const auto articles = database.get_termfreq(make_term("", form));
            word.typed.push_back({form, bm25::idf(database.get_doccount(), articles)});
        }
    }
    made.pairs = neighbours(compiler.word_row());
    return made;
}

Xapian::Query with_feedback(const Xapian::Database& database, const Compiler& compiler,
                            const std::vector<FeedbackTerm>& terms) {
    std::vector<Xapian::Query> stems;
    for (const FeedbackTerm& term : terms) {
        const std::string name = make_term(stem_prefix, term.stem);
        const double xapian =
            bm25::xapian_idf(database.get_doccount(), database.get_termfreq(name));
        stems.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(name),
                           term.weight * term.idf / xapian);
    }
    if (stems.empty()) return {};
    return compiler.widened(Xapian::Query(Xapian::Query::OP_OR, stems.begin(), stems.end()));
}

}  // namespace dateline
