// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/these_articles.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/fields.h"
#include "searcher/match/conditions.h"

namespace dateline {
namespace {

/// Xapian makes a copy for each database, and tells it which one.
class TheseArticles : public Xapian::PostingSource {
public:
    TheseArticles(const Archives& archives, std::shared_ptr<const OwnNumbers> numbers)
        : archives_(archives), numbers_(std::move(numbers)) {}

    TheseArticles* clone() const override { return new TheseArticles(archives_, numbers_); }

    void init(const Xapian::Database& database) override {
        own_ = &(*numbers_)[archives_.several() ? archives_.number_of(database) : 0];
        at_ = 0;
        started_ = false;
    }

    Xapian::doccount get_termfreq_min() const override { return size(); }
    Xapian::doccount get_termfreq_est() const override { return size(); }
    Xapian::doccount get_termfreq_max() const override { return size(); }
    Xapian::docid get_docid() const override { return (*own_)[at_]; }
    bool at_end() const override { return at_ == own_->size(); }

    void next(double /*least*/) override {
        if (std::exchange(started_, true)) ++at_;
    }

    void skip_to(Xapian::docid docid, double /*least*/) override {
        started_ = true;
        const auto from = own_->begin() + static_cast<std::ptrdiff_t>(at_);
        at_ = static_cast<std::size_t>(std::lower_bound(from, own_->end(), docid) - own_->begin());
    }

private:
    Xapian::doccount size() const { return static_cast<Xapian::doccount>(own_->size()); }

    const Archives& archives_;
    std::shared_ptr<const OwnNumbers> numbers_;
    const std::vector<Xapian::docid>* own_ = nullptr;
    std::size_t at_ = 0;
    bool started_ = false;
};

/// As other machines can be asked for them. An id may be in two archives; the articles then are
/// told apart by what their texts are.
Xapian::Query by_ids(const Archives& archives, const std::vector<Xapian::docid>& articles) {
    archives.expect_documents(articles);
    std::vector<Xapian::Query> queries;
    for (const Xapian::docid docid : articles) {
        const Xapian::Query id(make_term(id_prefix, display_of(archives.at(docid)).id));
        const std::string text = archives.value_of(docid, fingerprint_slot);
        queries.push_back(archives.several()
                              ? Xapian::Query(Xapian::Query::OP_FILTER, id,
                                              Xapian::Query(Xapian::Query::OP_VALUE_RANGE,
                                                            fingerprint_slot, text, text))
                              : id);
    }
    return unscored(Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end()));
}

}  // namespace

Xapian::Query these_articles(const Archives& archives, const std::vector<Xapian::docid>& articles) {
    if (articles.empty()) return Xapian::Query::MatchNothing;
    if (archives.any_remote()) return by_ids(archives, articles);
    const std::size_t count = archives.each().size();
    OwnNumbers numbers(count);
    for (const Xapian::docid docid : articles)
        numbers[(docid - 1) % count].push_back(archives.at(docid).docid);
    for (std::vector<Xapian::docid>& own : numbers) {
        std::ranges::sort(own);
        const auto rest = std::ranges::unique(own);
        own.erase(rest.begin(), rest.end());
    }
    return these_articles(archives, std::move(numbers));
}

Xapian::Query these_articles(const Archives& archives, OwnNumbers numbers) {
    auto* source =
        new TheseArticles(archives, std::make_shared<const OwnNumbers>(std::move(numbers)));
    return unscored(Xapian::Query(source->release()));
}

Xapian::Query these_articles(const Archives& archives, const std::vector<ArticleSet>& articles) {
    OwnNumbers numbers;
    for (const ArticleSet& own : articles) numbers.push_back(own.articles());
    return these_articles(archives, std::move(numbers));
}

}  // namespace dateline
