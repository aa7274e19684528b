// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/archive_checks.h"

#include <algorithm>

#include "common/error.h"

namespace dateline {
namespace {

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
    if (archives.any_remote())
        throw Error(
            "places of words beyond phrases cannot be asked of an archive on another machine",
            "leave out w/5, /s, caps() and the like, or the archive");
    for (const Archive& archive : archives.each())
        checks_.emplace_back(archive, archives.languages(), question, spent_);
}

const Xapian::MatchDecider* ArchiveChecks::decider() const {
    return archives_.several() ? nullptr : &checks_.front();
}

Xapian::Query ArchiveChecks::narrowed(const Xapian::Query& query) const {
    if (!archives_.several()) return query;
    auto* source = new CheckedArticles(archives_, checks_);
    return {Xapian::Query::OP_FILTER, query, Xapian::Query(source->release())};
}

}  // namespace dateline
