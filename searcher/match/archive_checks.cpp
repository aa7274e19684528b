// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/archive_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/counted.h"
#include "common/error.h"
#include "searcher/match/these_articles.h"

namespace dateline {
namespace {

constexpr Xapian::doccount most_fetched = 1'000;  // articles whose texts are looked at here

/// All articles of a database that its archive's check lets through. Xapian makes a copy for each
/// database; what is decided and spent is in the checks.
class CheckedArticles : public Xapian::PostingSource {
public:
    CheckedArticles(const Archives& archives, const std::deque<PositionCheck>& checks)
        : archives_(archives), checks_(checks) {}

    CheckedArticles* clone() const override { return new CheckedArticles(archives_, checks_); }

    void init(const Xapian::Database& database) override {
        database_ = database;
        const std::size_t archive = archives_.number_of(database);
        check_ = &checks_[archive];
        last_ = database.get_lastdocid();
        at_ = 0;
    }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    // As many as there can be, so that Xapian asks this last.
    Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }
    Xapian::docid get_docid() const override { return at_; }
    bool at_end() const override { return at_ > last_; }

    void next(double least) override { skip_to(at_ + 1, least); }

    void skip_to(Xapian::docid docid, double /*least*/) override {
        for (at_ = std::max(at_, docid); at_ <= last_; ++at_)
            if (exists(at_) && holds(at_)) return;
    }

    bool check(Xapian::docid docid, double /*least*/) override {
        at_ = docid;
        return holds(docid);
    }

private:
    bool exists(Xapian::docid docid) const {
        try {
            database_.get_doclength(docid);
            return true;
        } catch (const Xapian::DocNotFoundError&) {
            return false;
        }
    }

    bool holds(Xapian::docid docid) const {
        return (*check_)(database_.get_document(docid, Xapian::DOC_ASSUME_VALID));
    }

    const Archives& archives_;
    const std::deque<PositionCheck>& checks_;
    Xapian::Database database_;
    const PositionCheck* check_ = nullptr;
    Xapian::docid at_ = 0;
    Xapian::docid last_ = 0;
};

}  // namespace

ArchiveChecks::ArchiveChecks(const Archives& archives, const Question& question,
                             const PositionLimits& limits)
    : archives_(archives), spent_{limits} {
    for (const Archive& archive : archives.each())
        checks_.emplace_back(archive, archives.languages(), question, spent_);
}

const Xapian::MatchDecider* ArchiveChecks::decider() const {
    return archives_.several() || archives_.any_remote() ? nullptr : &checks_.front();
}

/// Other machines propose articles, whose texts come here and are looked at once.
Xapian::Query ArchiveChecks::checked_here(const Xapian::Query& query) const {
    Xapian::Enquire enquire(archives_.all());
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, most_fetched + 1);
    if (found.size() > most_fetched)
        throw CostlyQuery(fmt::format("more than {} articles, some of them on another machine, "
                                      "would have to be looked at",
                                      grouped(most_fetched)),
                          "add a rarer word or a filter");
    const std::vector<Xapian::docid> proposed(found.begin(), found.end());
    archives_.expect_documents(proposed);
    archives_.expect_texts(proposed);
    std::vector<Xapian::docid> held;
    for (const Xapian::docid docid : proposed) {
        const std::size_t archive = (docid - 1) % archives_.each().size();
        if (checks_[archive].holds(archives_.at(docid).docid)) held.push_back(docid);
    }
    return {Xapian::Query::OP_FILTER, query, these_articles(archives_, held)};
}

Xapian::Query ArchiveChecks::narrowed(const Xapian::Query& query) const {
    if (archives_.any_remote()) return checked_here(query);
    if (!archives_.several()) return query;
    auto* source = new CheckedArticles(archives_, checks_);
    return {Xapian::Query::OP_FILTER, query, Xapian::Query(source->release())};
}

}  // namespace dateline
