// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/archive_query.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/folding.h"
#include "searcher/match/conditions.h"

namespace dateline {
namespace {

/// All articles of a database, or none, as its archive is meant. Xapian makes a copy for each.
class ArchiveArticles : public Xapian::PostingSource {
public:
    ArchiveArticles(const Archives& archives, std::vector<bool> meant)
        : archives_(archives), meant_(std::move(meant)) {}

    ArchiveArticles* clone() const override { return new ArchiveArticles(archives_, meant_); }

    void init(const Xapian::Database& database) override {
        const bool is_meant = meant_[archives_.number_of(database)];
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
    std::vector<bool> meant_;
    Xapian::doccount articles_ = 0;
    Xapian::PostingIterator at_;
    Xapian::PostingIterator end_;
    bool started_ = false;
};

}  // namespace

Xapian::Query in_archive(const Archives& archives, std::string_view name) {
    std::vector<bool> meant;
    for (const Archive& archive : archives.each())
        meant.push_back(fold_value(archive.name) == name);
    const auto number = std::ranges::count(meant, true);
    if (number == 0) return Xapian::Query::MatchNothing;
    if (number == std::ssize(meant)) return unscored(Xapian::Query::MatchAll);
    if (archives.any_remote())
        throw Error("which archive an article is in cannot be asked of one on another machine",
                    "name the archives to search: --archive NAME, or --index");
    auto* source = new ArchiveArticles(archives, std::move(meant));
    return unscored(Xapian::Query(source->release()));
}

}  // namespace dateline
