// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/index_compare.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

namespace dateline {
namespace {

/// Stops the comparison when enough was found.
struct EnoughDifferences {};

class Comparison {
public:
    Comparison(const Xapian::Database& a, const Xapian::Database& b) : a_(a), b_(b) {}

    std::string run() {
        try {
            statistics();
            terms();
            documents();
            values();
            texts();
        } catch (const EnoughDifferences&) {
            differences_.emplace_back("… and more");
        } catch (const Xapian::Error& error) {
            differences_.push_back(error.get_description());
        }
        std::string all;
        for (const std::string& line : differences_) all.append(line).push_back('\n');
        return all;
    }

private:
    template <typename T>
    void same(const std::string& what, const T& a, const T& b) {
        if (a == b) return;
        std::ostringstream line;
        line << what << ": " << a << " / " << b;
        differences_.push_back(line.str());
        if (differences_.size() >= 20) throw EnoughDifferences();
    }

    void statistics();
    void terms();
    void postings(const std::string& term);
    void positions(const std::string& what, Xapian::docid docid, const std::string& term);
    void documents();
    void document(Xapian::docid docid);
    void document_terms(Xapian::docid docid);
    void values();
    void texts();

    const Xapian::Database& a_;
    const Xapian::Database& b_;
    std::set<Xapian::valueno> slots_;
    std::vector<std::string> differences_;
};

std::string list(Xapian::TermIterator i, const Xapian::TermIterator& end) {
    std::string all;
    for (; i != end; ++i) all.append(*i).push_back('|');
    return all;
}

void Comparison::statistics() {
    same("documents", a_.get_doccount(), b_.get_doccount());
    same("last docid", a_.get_lastdocid(), b_.get_lastdocid());
    same("total length", a_.get_total_length(), b_.get_total_length());
    same("average length", a_.get_avlength(), b_.get_avlength());
    same("shortest", a_.get_doclength_lower_bound(), b_.get_doclength_lower_bound());
    same("longest", a_.get_doclength_upper_bound(), b_.get_doclength_upper_bound());
    same("has positions", a_.has_positions(), b_.has_positions());
}

void Comparison::terms() {
    auto a = a_.allterms_begin();
    auto b = b_.allterms_begin();
    while (a != a_.allterms_end() && b != b_.allterms_end()) {
        const std::string term = *a;
        same("term", term, *b);
        if (term != *b) return;  // all others would differ too
        const std::string what = "term '" + term + "': ";
        same(what + "termfreq", a.get_termfreq(), b.get_termfreq());
        same(what + "collection freq", a_.get_collection_freq(term), b_.get_collection_freq(term));
        same(what + "wdf bound", a_.get_wdf_upper_bound(term), b_.get_wdf_upper_bound(term));
        postings(term);
        ++a, ++b;
    }
    same("more terms", a != a_.allterms_end(), b != b_.allterms_end());
}

void Comparison::postings(const std::string& term) {
    auto a = a_.postlist_begin(term);
    auto b = b_.postlist_begin(term);
    const std::string what = "posting of '" + term + "': ";
    while (a != a_.postlist_end(term) && b != b_.postlist_end(term)) {
        same(what + "docid", *a, *b);
        if (*a != *b) return;
        same(what + "wdf", a.get_wdf(), b.get_wdf());
        same(what + "document length", a.get_doclength(), b.get_doclength());
        if (!term.empty()) positions(what, *a, term);
        ++a, ++b;
    }
    same(what + "more", a != a_.postlist_end(term), b != b_.postlist_end(term));
}

void Comparison::positions(const std::string& what, Xapian::docid docid, const std::string& term) {
    auto a = a_.positionlist_begin(docid, term);
    auto b = b_.positionlist_begin(docid, term);
    while (a != a_.positionlist_end(docid, term) && b != b_.positionlist_end(docid, term)) {
        same(what + "position", *a, *b);
        ++a, ++b;
    }
    same(what + "more positions", a != a_.positionlist_end(docid, term),
         b != b_.positionlist_end(docid, term));
}

void Comparison::documents() {
    postings("");
    for (auto i = a_.postlist_begin(""); i != a_.postlist_end(""); ++i) document(*i);
}

void Comparison::document(Xapian::docid docid) {
    const std::string what = "document " + std::to_string(docid) + ": ";
    const Xapian::Document a = a_.get_document(docid);
    const Xapian::Document b = b_.get_document(docid);
    same(what + "data", a.get_data(), b.get_data());
    same(what + "length", a_.get_doclength(docid), b_.get_doclength(docid));
    same(what + "unique terms", a_.get_unique_terms(docid), b_.get_unique_terms(docid));
    same(what + "values", a.values_count(), b.values_count());
    auto value_b = b.values_begin();
    for (auto value = a.values_begin(); value != a.values_end(); ++value) {
        if (value_b == b.values_end()) break;
        same(what + "slot", value.get_valueno(), value_b.get_valueno());
        same(what + "value", *value, *value_b);
        slots_.insert(value.get_valueno());
        ++value_b;
    }
    document_terms(docid);
}

void Comparison::document_terms(Xapian::docid docid) {
    const std::string what = "document " + std::to_string(docid) + ": ";
    auto a = a_.termlist_begin(docid);
    auto b = b_.termlist_begin(docid);
    while (a != a_.termlist_end(docid) && b != b_.termlist_end(docid)) {
        same(what + "term", *a, *b);
        same(what + "term's wdf", a.get_wdf(), b.get_wdf());
        same(what + "term's termfreq", a.get_termfreq(), b.get_termfreq());
        same(what + "term's positions", a.positionlist_count(), b.positionlist_count());
        ++a, ++b;
    }
    same(what + "more terms", a != a_.termlist_end(docid), b != b_.termlist_end(docid));
}

void Comparison::values() {
    for (const Xapian::valueno slot : slots_) {
        const std::string what = "slot " + std::to_string(slot) + ": ";
        same(what + "frequency", a_.get_value_freq(slot), b_.get_value_freq(slot));
        same(what + "lowest", a_.get_value_lower_bound(slot), b_.get_value_lower_bound(slot));
        same(what + "highest", a_.get_value_upper_bound(slot), b_.get_value_upper_bound(slot));
        auto a = a_.valuestream_begin(slot);
        auto b = b_.valuestream_begin(slot);
        while (a != a_.valuestream_end(slot) && b != b_.valuestream_end(slot)) {
            same(what + "docid", a.get_docid(), b.get_docid());
            same(what + "value", *a, *b);
            ++a, ++b;
        }
        same(what + "more", a != a_.valuestream_end(slot), b != b_.valuestream_end(slot));
    }
}

void Comparison::texts() {
    same("metadata keys", list(a_.metadata_keys_begin(), a_.metadata_keys_end()),
         list(b_.metadata_keys_begin(), b_.metadata_keys_end()));
    for (auto key = a_.metadata_keys_begin(); key != a_.metadata_keys_end(); ++key) {
        same("metadata " + *key, a_.get_metadata(*key), b_.get_metadata(*key));
    }
    same("spellings", list(a_.spellings_begin(), a_.spellings_end()),
         list(b_.spellings_begin(), b_.spellings_end()));
    same("synonym keys", list(a_.synonym_keys_begin(), a_.synonym_keys_end()),
         list(b_.synonym_keys_begin(), b_.synonym_keys_end()));
    for (auto key = a_.synonym_keys_begin(); key != a_.synonym_keys_end(); ++key) {
        same("synonyms of " + *key, list(a_.synonyms_begin(*key), a_.synonyms_end(*key)),
             list(b_.synonyms_begin(*key), b_.synonyms_end(*key)));
    }
}

}  // namespace

std::string compare_indexes(const Xapian::Database& a, const Xapian::Database& b) {
    return Comparison(a, b).run();
}

}  // namespace dateline
