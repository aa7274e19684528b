// SPDX-License-Identifier: GPL-2.0-or-later
// What stock Xapian does with the loader's database afterwards: updates, compaction, queries, each
// compared with a database that its API made.
#include <doctest/doctest.h>

#include <random>

#include "common/stored_article.h"
#include "tests/unit/bulk_samples.h"
#include "tests/unit/index_compare.h"

namespace dateline {
namespace {

using Random = std::mt19937;

std::uint32_t below(Random& random, std::size_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
}

std::string compare_folders(const std::filesystem::path& a, const std::filesystem::path& b) {
    return compare_indexes(Xapian::Database(a.string()), Xapian::Database(b.string()));
}

/// The same changes for the same seed and the same content.
class Updates {
public:
    Updates(const std::filesystem::path& folder, const Sample& fresh, std::uint32_t seed)
        : database_(folder.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC),
          fresh_(fresh),
          random_(seed) {}

    void apply(int commits) {
        for (int i = 0; i < commits; ++i) {
            for (int j = 0; j < 12; ++j) change();
            database_.commit();
        }
    }

    void remove_all() {
        while (database_.get_doccount() > 0) {
            database_.delete_document(*database_.postlist_begin(""));
        }
        database_.commit();
    }

private:
    void change() {
        const Xapian::docid docid = 1 + below(random_, database_.get_lastdocid());
        const auto& document = fresh_.documents[below(random_, fresh_.documents.size())];
        const bool there =
            database_.postlist_begin("") != database_.postlist_end("") && exists(docid);
        switch (below(random_, 7)) {
            case 0:
                database_.add_document(api_document(document, fresh_.vocabulary));
                break;
            case 1:
                database_.replace_document(docid, api_document(document, fresh_.vocabulary));
                break;
            case 2:
                if (there) modify(docid);
                break;
            case 3:
                if (there) database_.delete_document(docid);
                break;
            case 4:
                database_.delete_document("Qid" + std::to_string(docid));
                break;
            case 5:
                database_.set_metadata(text_key(docid), document.text);
                break;
            default:
                database_.add_synonym("Za", "form" + std::to_string(docid));
                break;
        }
    }

    bool exists(Xapian::docid docid) const {
        auto i = database_.postlist_begin("");
        i.skip_to(docid);
        return i != database_.postlist_end("") && *i == docid;
    }

    void modify(Xapian::docid docid) {
        Xapian::Document document = database_.get_document(docid);
        document.add_value(0, "changed");
        document.remove_value(0);
        document.add_value(1, "changed");
        document.add_posting("Zalways", 77, 1);
        if (document.termlist_count() > 3) document.remove_term(*document.termlist_begin());
        database_.replace_document(docid, document);
    }

    Xapian::WritableDatabase database_;
    const Sample& fresh_;
    Random random_;
};

Xapian::Query random_query(Random& random, const std::vector<std::string>& terms) {
    using Xapian::Query;
    const auto term = [&] { return Query(terms[below(random, terms.size())]); };
    std::vector<Query> parts{term(), term(), term()};
    switch (below(random, 9)) {
        case 0:
            return Query(Query::OP_OR, parts.begin(), parts.end());
        case 1:
            return Query(Query::OP_AND, parts.begin(), parts.begin() + 2);
        case 2:
            return Query(Query::OP_PHRASE, parts.begin(), parts.begin() + 2, 5);
        case 3:
            return Query(Query::OP_NEAR, parts.begin(), parts.begin() + 2, 100);
        case 4:
            return Query(Query::OP_FILTER, parts[0], Query(Query::OP_VALUE_GE, 1, "k"));
        case 5:
            return Query(Query::OP_AND_NOT, parts[0], parts[1]);
        case 6:
            return Query(Query::OP_WILDCARD, "c", 0, Query::WILDCARD_LIMIT_FIRST, Query::OP_OR);
        case 7:
            return Query(Query::OP_SYNONYM, parts.begin(), parts.end());
        default:
            return Query(Query::OP_AND_MAYBE, parts[0], parts[1]);
    }
}

std::string matches(const Xapian::Database& database, const Xapian::Query& query, bool by_value) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    if (by_value) enquire.set_sort_by_value_then_relevance(0, true);
    const Xapian::MSet found = enquire.get_mset(0, 50, by_value ? 1000 : 0);
    std::string all = std::to_string(found.get_matches_estimated()) + ":";
    for (auto i = found.begin(); i != found.end(); ++i) {
        all += " " + std::to_string(*i) + "=" + std::to_string(i.get_weight()) + "," +
               std::to_string(i.get_percent());
    }
    return all;
}

}  // namespace

TEST_CASE("updates by the API give the same as on a database of its own") {
    const Sample sample = random_sample(21, sample_documents());
    const Sample fresh = random_sample(22, 60);
    const TemporaryFolder folder;
    write_by_api(sample, folder / "api");
    write_by_loader(sample, folder / "loader", quick_options());
    for (int round = 0; round < 3; ++round) {
        CAPTURE(round);
        for (const char* name : {"api", "loader"}) {
            Updates updates(folder / name, fresh, 100U + static_cast<unsigned>(round));
            updates.apply(4);
        }
        CHECK(check_output(folder / "loader") == "");
        CHECK(compare_folders(folder / "api", folder / "loader") == "");
    }
    for (const char* name : {"api", "loader"}) Updates(folder / name, fresh, 1).remove_all();
    CHECK(check_output(folder / "loader") == "");
    CHECK(compare_folders(folder / "api", folder / "loader") == "");
}

TEST_CASE("compaction keeps the content, alone and with another database") {
    const Sample sample = random_sample(23, sample_documents());
    const Sample other = random_sample(24, sample_documents());
    const TemporaryFolder folder;
    write_by_api(sample, folder / "api");
    write_by_api(other, folder / "api2");
    write_by_loader(sample, folder / "loader", quick_options());
    write_by_loader(other, folder / "loader2", quick_options());
    const unsigned kinds[] = {0, Xapian::DBCOMPACT_NO_RENUMBER, Xapian::Compactor::FULL};
    for (const unsigned flags : kinds) {
        CAPTURE(flags);
        const auto compacted = folder / ("compacted" + std::to_string(flags));
        Xapian::Database((folder / "loader").string()).compact(compacted.string(), flags, 4096);
        CHECK(check_output(compacted) == "");
        CHECK(compare_folders(folder / "api", compacted) == "");
    }
    for (const char* name : {"api", "loader"}) {
        Xapian::Database both((folder / name).string());
        both.add_database(Xapian::Database((folder / (std::string(name) + "2")).string()));
        both.compact((folder / (std::string(name) + "-both")).string());
    }
    CHECK(check_output(folder / "loader-both") == "");
    CHECK(compare_folders(folder / "api-both", folder / "loader-both") == "");
}

TEST_CASE("queries find the same with the same weights") {
    Sample sample = random_sample(25, 2 * sample_documents());
    for (IndexedDocument& document : sample.documents) {
        // Xapian's phrases never come to an end with the highest position of all.
        for (Posting& posting : document.postings) {
            if (posting.position_count == 0) continue;
            const auto last = posting.first_position + posting.position_count - 1;
            if (document.positions[last] == 0xffffffff) --posting.position_count;
        }
    }
    const TemporaryFolder folder;
    write_by_api(sample, folder / "api");
    write_by_loader(sample, folder / "loader", quick_options());
    const Xapian::Database api((folder / "api").string());
    const Xapian::Database loader((folder / "loader").string());
    std::vector<std::string> terms;
    for (std::uint32_t i = 0; i < sample.vocabulary.size(); ++i) {
        if (!sample.vocabulary.term(i).starts_with("Q"))
            terms.emplace_back(sample.vocabulary.term(i));
    }
    Random random(26);
    for (int i = 0; i < 600; ++i) {
        const Xapian::Query query = random_query(random, terms);
        CAPTURE(i);
        CHECK(matches(api, query, i % 4 == 0) == matches(loader, query, i % 4 == 0));
    }
}

}  // namespace dateline
