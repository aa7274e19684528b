// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/check_database.h"

#include <algorithm>
#include <exception>
#include <sstream>

#include <xapian.h>

#include "common/fields.h"
#include "common/file_stamp.h"
#include "common/stored_article.h"

namespace dateline {
namespace {

constexpr std::size_t most_witnesses = 100;

class DatabaseCheck {
public:
    DatabaseCheck(const std::filesystem::path& folder, const bulk::Expectation& expected)
        : folder_(folder.string()), expected_(expected) {}

    std::vector<std::string> run(CheckDepth depth) {
        guard([&] { sample(Xapian::Database(folder_, Xapian::DB_BACKEND_GLASS)); });
        if (depth == CheckDepth::structure && problems_.empty()) guard([&] { structure(); });
        return problems_;
    }

private:
    template <typename Work>
    void guard(Work work) {
        try {
            work();
        } catch (const Xapian::Error& error) {
            problems_.push_back(error.get_description());
        } catch (const std::exception& error) {
            problems_.emplace_back(error.what());
        }
    }

    template <typename T>
    void same(const std::string& what, const T& found, const T& expected) {
        if (found == expected) return;
        std::ostringstream line;
        line << what << ": " << found << " instead of " << expected;
        problems_.push_back(line.str());
    }

    void sample(const Xapian::Database& database) {
        same<std::uint64_t>("documents", database.get_doccount(), expected_.documents);
        same<std::uint64_t>("highest docid", database.get_lastdocid(), expected_.documents);
        same<std::uint64_t>("total length", database.get_total_length(), expected_.total_length);
        const std::size_t step =
            std::max<std::size_t>(1, expected_.witnesses.size() / most_witnesses);
        for (std::size_t i = 0; i < expected_.witnesses.size(); i += step) {
            witness(database, expected_.witnesses[i]);
        }
    }

    void witness(const Xapian::Database& database, const bulk::Witness& expected);
    void term(const Xapian::Database& database, const bulk::Witness& expected,
              const Xapian::TermIterator& term);
    void structure();

    std::string folder_;
    const bulk::Expectation& expected_;
    std::vector<std::string> problems_;
};

void DatabaseCheck::witness(const Xapian::Database& database, const bulk::Witness& expected) {
    const std::string what = "document " + std::to_string(expected.docid) + ": ";
    const std::string data = database.get_document(expected.docid).get_data();
    const std::string text = database.get_metadata(text_key(expected.docid));
    same(what + "hash of the data", content_hash(data), expected.data_hash);
    same(what + "hash of the text", content_hash(text), expected.text_hash);
    same(what + "length", database.get_doclength(expected.docid), expected.length);
    const std::string unique = std::string(id_prefix) + expected.id;
    if (!expected.id.empty()) {
        const auto found = database.postlist_begin(unique);
        const bool there = found != database.postlist_end(unique);
        same(what + "docid of its id", there ? *found : 0, expected.docid);
    }
    std::uint32_t terms = 0;
    const auto end = database.termlist_end(expected.docid);
    for (auto i = database.termlist_begin(expected.docid); i != end; ++i, ++terms) {
        if (terms % 16 == 0) term(database, expected, i);
    }
    same(what + "terms", terms, expected.terms);
}

/// A term of a document must have the document in its posting list, with the same wdf.
void DatabaseCheck::term(const Xapian::Database& database, const bulk::Witness& expected,
                         const Xapian::TermIterator& term) {
    const std::string what =
        "posting of '" + *term + "' in " + std::to_string(expected.docid) + ": ";
    auto posting = database.postlist_begin(*term);
    posting.skip_to(expected.docid);
    const bool there = posting != database.postlist_end(*term) && *posting == expected.docid;
    same(what + "there", there, true);
    if (!there) return;
    same(what + "wdf", posting.get_wdf(), term.get_wdf());
    const auto end = posting.positionlist_end();
    Xapian::termpos last = 0;
    for (auto i = posting.positionlist_begin(); i != end; last = *i, ++i) {
        same(what + "positions increase", last < *i || last == 0, true);
    }
}

void DatabaseCheck::structure() {
    std::ostringstream said;
    const std::size_t errors = Xapian::Database::check(folder_, 0, &said);
    same<std::size_t>("errors found by Xapian's own check", errors, 0);
}

}  // namespace

std::vector<std::string> check_database(const std::filesystem::path& folder,
                                        const bulk::Expectation& expected, CheckDepth depth) {
    return DatabaseCheck(folder, expected).run(depth);
}

}  // namespace dateline
