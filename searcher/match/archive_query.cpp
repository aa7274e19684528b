// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/archive_query.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/folding.h"

namespace dateline {
namespace {

bool has_name(const Archive& archive, std::string_view name) {
    return fold_value(archive.name) == name;
}

/// All articles of a database, or none, as its archive has the name. Xapian makes a copy for each.
class ArchiveArticles : public Xapian::PostingSource {
public:
    ArchiveArticles(const Archives& archives, std::string name)
        : archives_(archives), name_(std::move(name)) {}

    ArchiveArticles* clone() const override { return new ArchiveArticles(archives_, name_); }

    void init(const Xapian::Database& database) override {
        const bool is_meant = has_name(archives_.each()[archives_.index_of(database)], name_);
        articles_ = is_meant ? database.get_doccount() : 0;
        at_ = is_meant ? database.postlist_begin("") : Xapian::PostingIterator();
        end_ = is_meant ? database.postlist_end("") : Xapian::PostingIterator();
        started_ = false;
    }

    Xapian::doccount get_termfreq_min() const override { return articles_; }
    Xapian::doccount get_termfreq_est() const override { return articles_; }
    Xapian::doccount get_termfreq_max() const override { return articles_; }
    Xapian::docid get_docid() const override { return *at_; }
    bool at_end() const override { return started_ && at_ == end_; }

    void next(double /*least*/) override {
        if (std::exchange(started_, true) && at_ != end_) ++at_;
    }

    void skip_to(Xapian::docid docid, double /*least*/) override {
        started_ = true;
        if (at_ != end_) at_.skip_to(docid);
    }

private:
    const Archives& archives_;
    std::string name_;
    Xapian::doccount articles_ = 0;
    Xapian::PostingIterator at_;
    Xapian::PostingIterator end_;
    bool started_ = false;
};

}  // namespace

Xapian::Query in_archive(const Archives& archives, std::string_view name) {
    const auto meant = std::ranges::count_if(
        archives.each(), [&](const Archive& archive) { return has_name(archive, name); });
    if (meant == 0) return Xapian::Query::MatchNothing;
    if (meant == std::ssize(archives.each()))
        return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query::MatchAll, 0);
    auto* source = new ArchiveArticles(archives, std::string(name));
    return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(source->release()), 0);
}

}  // namespace dateline
