// SPDX-License-Identifier: GPL-2.0-or-later
// A library to be loaded before libxapian (LD_PRELOAD): it counts what a program asks the index
// for, and writes at the end how often it did, as `name=value`, divided by COUNT_QUERIES.
#include <dlfcn.h>
#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

enum Call {
    searches,
    posting_lists,
    skips,
    position_lists,
    values,
    documents,
    metadata,
    frequencies,
    lengths,
    term_lists,
    terms,
    synonyms,
    calls
};

constexpr std::array<std::string_view, calls> names{
    "searches", "posting-lists", "skips",   "position-lists", "values", "documents",
    "metadata", "frequencies",   "lengths", "term-lists",     "terms",  "synonyms"};

class Counts {
public:
    ~Counts() {
        const char* const asked = std::getenv("COUNT_QUERIES");
        const double queries = asked == nullptr ? 1 : std::atof(asked);
        for (std::size_t i = 0; i < numbers_.size(); ++i)
            std::fprintf(stderr, "%s%.*s=%.1f", i == 0 ? "" : " ",
                         static_cast<int>(names[i].size()), names[i].data(),
                         static_cast<double>(numbers_[i]) / queries);
        std::fputc('\n', stderr);
    }

    void count(Call call) { ++numbers_[call]; }

private:
    std::array<unsigned long, calls> numbers_{};
};

Counts& counts() {
    static Counts made;
    return made;
}

/// The function that the caller, one of those below, stands in for: the next of its name.
template <typename Function>
[[gnu::noinline]] Function* counted(Call call) {
    counts().count(call);
    Dl_info caller;
    dladdr(__builtin_return_address(0), &caller);
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, caller.dli_sname));
}

}  // namespace

namespace Xapian {

using std::string;

MSet Enquire::get_mset(doccount first, doccount most, doccount least, const RSet* relevant,
                       const MatchDecider* decider) const {
    return counted<MSet(const Enquire*, doccount, doccount, doccount, const RSet*,
                        const MatchDecider*)>(searches)(this, first, most, least, relevant,
                                                        decider);
}

PostingIterator Database::postlist_begin(const string& term) const {
    return counted<PostingIterator(const Database*, const string&)>(posting_lists)(this, term);
}

void PostingIterator::skip_to(docid to) {
    counted<void(PostingIterator*, docid)>(skips)(this, to);
}

PositionIterator Database::positionlist_begin(docid article, const string& term) const {
    return counted<PositionIterator(const Database*, docid, const string&)>(position_lists)(
        this, article, term);
}

void ValueIterator::skip_to(docid to) {
    counted<void(ValueIterator*, docid)>(values)(this, to);
}

Document Database::get_document(docid article) const {
    return counted<Document(const Database*, docid)>(documents)(this, article);
}

Document Database::get_document(docid article, unsigned flags) const {
    return counted<Document(const Database*, docid, unsigned)>(documents)(this, article, flags);
}

string Database::get_metadata(const string& key) const {
    return counted<string(const Database*, const string&)>(metadata)(this, key);
}

doccount Database::get_termfreq(const string& term) const {
    return counted<doccount(const Database*, const string&)>(frequencies)(this, term);
}

termcount Database::get_doclength(docid article) const {
    return counted<termcount(const Database*, docid)>(lengths)(this, article);
}

TermIterator Database::termlist_begin(docid article) const {
    return counted<TermIterator(const Database*, docid)>(term_lists)(this, article);
}

TermIterator Database::allterms_begin(const string& prefix) const {
    return counted<TermIterator(const Database*, const string&)>(terms)(this, prefix);
}

TermIterator Database::synonyms_begin(const string& term) const {
    return counted<TermIterator(const Database*, const string&)>(synonyms)(this, term);
}

}  // namespace Xapian
