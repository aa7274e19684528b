// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/max_score.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "searcher/match/bm25.h"
#include "searcher/match/word_cursor.h"

namespace dateline {
namespace {

/// What bounds may be too low by, since sums depend on their order and scores are rounded.
constexpr double slack = 1e-6;

/// K of BM25 for the shortest articles of each class of lengths.
class Norms {
public:
    explicit Norms(double average_length) {
        for (std::size_t i = 0; i < least_.size(); ++i)
            least_[i] =
                bm25::length_norm(least_length(static_cast<LengthClass>(i)), average_length);
    }
    double operator[](LengthClass number) const { return least_[number]; }

private:
    std::array<double, 256> least_{};
};

/// The articles that are asked for: within a set, and with one term of each list.
class PassedArticles {
public:
    explicit PassedArticles(const WordSearch& search) : within_(search.within) {
        for (const std::vector<std::string>& terms : search.filters) {
            std::vector<Cursor>& any = filters_.emplace_back();
            for (const std::string& term : terms) any.emplace_back(search.database, term);
        }
    }

    /// The first from this number on, or at_end; the numbers that are asked for increase.
    Xapian::docid next(Xapian::docid docid) {
        for (Xapian::docid before = at_end; before != docid && docid != at_end;) {
            before = docid;
            if (within_ != nullptr)
                if (docid = within_->next(docid); docid == 0) docid = at_end;
            for (std::vector<Cursor>& any : filters_) docid = next_of(any, docid);
        }
        return docid;
    }

private:
    const ArticleSet* within_;
    std::vector<std::vector<Cursor>> filters_;
};

class Walk {
public:
    Walk(const WordSearch& search, const std::vector<PlainWord>& words, BestScores& best,
         const NumberOf& number_of)
        : search_(search),
          passed_(search),
          norms_(search.average_length),
          best_(best),
          number_of_(number_of) {
        const double least = norms_[length_class(search.database.get_doclength_lower_bound())];
        for (const PlainWord& word : words) cursors_.emplace_back(search.database, word, least);
    }

    void with_any() {
        std::ranges::sort(cursors_, {}, &WordCursor::most);
        sums_.assign(1, 0);
        for (const WordCursor& cursor : cursors_) sums_.push_back(sums_.back() + cursor.most());
        for (;;) {
            leave_those_that_cannot_do_alone();
            const Xapian::docid docid = next_article();
            if (docid == at_end) return;
            if (const Xapian::docid next = passed_.next(docid); next > docid) {
                for (std::size_t i = first_; i < cursors_.size(); ++i) cursors_[i].skip_to(next);
                continue;
            }
            if (can_reach(docid)) score(docid);
            for (std::size_t i = first_; i < cursors_.size(); ++i)
                if (cursors_[i].docid() == docid) cursors_[i].next();
        }
    }

    std::uint64_t with_all() {
        std::uint64_t number = 0;
        std::ranges::sort(cursors_, {}, &WordCursor::articles);
        for (Xapian::docid docid = together(1); docid != at_end;) {
            if (const Xapian::docid next = passed_.next(docid); next > docid) {
                docid = together(next);
                continue;
            }
            ++number;
            double bound = slack;
            for (const WordCursor& cursor : cursors_) bound += cursor.points(norm(docid));
            if (bound >= best_.least()) score(docid);
            docid = together(docid + 1);
        }
        return number;
    }

private:
    double norm(Xapian::docid docid) const { return norms_[search_.lengths[docid]]; }

    /// Articles that have none but words which together bring too little need not be looked for:
    /// those of the cursors before first_.
    void leave_those_that_cannot_do_alone() {
        while (first_ < cursors_.size() && sums_[first_ + 1] + slack < best_.least()) ++first_;
    }

    Xapian::docid next_article() const {
        Xapian::docid docid = at_end;
        for (std::size_t i = first_; i < cursors_.size(); ++i)
            docid = std::min(docid, cursors_[i].docid());
        return docid;
    }

    /// Whether the article's score may be among the best; then all cursors have come to it.
    bool can_reach(Xapian::docid docid) {
        const double least_norm = norm(docid);
        double bound = sums_[first_] + slack;
        for (std::size_t i = first_; i < cursors_.size(); ++i)
            if (cursors_[i].docid() == docid) bound += cursors_[i].points(least_norm);
        for (std::size_t i = first_; i-- > 0 && bound >= best_.least();) {
            cursors_[i].skip_to(docid);
            bound -= cursors_[i].most();
            if (cursors_[i].docid() == docid) bound += cursors_[i].points(least_norm);
        }
        return bound >= best_.least();
    }

    void score(Xapian::docid docid) {
        const double exact =
            bm25::length_norm(search_.database.get_doclength(docid), search_.average_length);
        double points = 0;
        for (const WordCursor& cursor : cursors_)
            if (cursor.docid() == docid) points += cursor.points(exact);
        best_.add({number_of_(docid), rounded_score(points)});
    }

    /// The first article from this number on to which all cursors come.
    Xapian::docid together(Xapian::docid docid) {
        for (std::size_t i = 0; i < cursors_.size();) {
            cursors_[i].skip_to(docid);
            const Xapian::docid there = cursors_[i].docid();
            if (there == at_end) return at_end;
            i = there == docid ? i + 1 : 0;
            docid = there;
        }
        return docid;
    }

    const WordSearch& search_;
    PassedArticles passed_;
    Norms norms_;
    std::vector<WordCursor> cursors_;
    std::vector<double> sums_;  ///< of the most that the first n of them bring
    std::size_t first_ = 0;     ///< of those that an article must have one of
    BestScores& best_;
    const NumberOf& number_of_;
};

}  // namespace

void add_best_with_any(const WordSearch& search, const std::vector<PlainWord>& words,
                       const NumberOf& number_of, BestScores& best) {
    Walk(search, words, best, number_of).with_any();
}

std::uint64_t add_best_with_all(const WordSearch& search, const std::vector<PlainWord>& words,
                                const NumberOf& number_of, BestScores& best) {
    return Walk(search, words, best, number_of).with_all();
}

}  // namespace dateline
