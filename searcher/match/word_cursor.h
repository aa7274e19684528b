// SPDX-License-Identifier: GPL-2.0-or-later
// Posting lists that are walked through side by side: those of terms, of stems and of words.
// Inline, as they are asked for each article.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/match/bm25.h"
#include "searcher/match/plain_words.h"

namespace dateline {

/// The article of a list that has no more.
inline constexpr Xapian::docid at_end = UINT32_MAX;

/// A posting list, at one of its articles.
class Cursor {
public:
    Cursor(const Xapian::Database& database, const std::string& term)
        : posting_(database.postlist_begin(term)) {
        read();
    }

    Xapian::docid docid() const { return docid_; }
    Xapian::termcount wdf() const { return posting_.get_wdf(); }

    void next() {
        ++posting_;
        read();
    }
    /// To the first from this one on.
    void skip_to(Xapian::docid docid) {
        if (docid_ >= docid) return;
        posting_.skip_to(docid);
        read();
    }

private:
    void read() { docid_ = posting_ == Xapian::PostingIterator() ? at_end : *posting_; }

    Xapian::PostingIterator posting_;
    Xapian::docid docid_ = at_end;
};

/// The first article from this number on that any of the lists has.
inline Xapian::docid next_of(std::vector<Cursor>& any, Xapian::docid docid) {
    Xapian::docid next = at_end;
    for (Cursor& cursor : any) {
        cursor.skip_to(docid);
        next = std::min(next, cursor.docid());
    }
    return next;
}

/// The posting list of a stem, without articles in languages where it is none.
class StemCursor {
public:
    StemCursor(const Xapian::Database& database, const WeightedStem& stem, double least_norm)
        : postings_(database, stem.term),
          articles_(database.get_termfreq(stem.term)),
          weight_(stem.weight),
          most_(weight_ * bm25::saturation(database.get_wdf_upper_bound(stem.term), least_norm)) {
        for (const std::string& language : stem.languages)
            languages_.emplace_back(database, language);
        leave_other_languages();
    }

    Xapian::docid docid() const { return postings_.docid(); }
    Xapian::doccount articles() const { return articles_; }
    double most() const { return most_; }
    double points(double norm) const { return weight_ * bm25::saturation(postings_.wdf(), norm); }

    void next() {
        postings_.next();
        leave_other_languages();
    }
    void skip_to(Xapian::docid docid) {
        postings_.skip_to(docid);
        leave_other_languages();
    }

private:
    void leave_other_languages() {
        if (languages_.empty()) return;
        while (postings_.docid() != at_end) {
            const Xapian::docid there = next_of(languages_, postings_.docid());
            if (there == postings_.docid()) return;
            postings_.skip_to(there);
        }
    }

    Cursor postings_;
    std::vector<Cursor> languages_;
    Xapian::doccount articles_;
    double weight_;
    double most_;
};

/// The articles of a word, at one of them.
class WordCursor {
public:
    WordCursor(const Xapian::Database& database, const PlainWord& word, double least_norm) {
        for (const WeightedStem& stem : word) {
            if (!database.term_exists(stem.term)) continue;
            stems_.emplace_back(database, stem, least_norm);
            most_ += stems_.back().most();
            articles_ += stems_.back().articles();
        }
        read();
    }

    Xapian::docid docid() const { return docid_; }
    /// Not more than so many have it.
    std::uint64_t articles() const { return articles_; }
    /// What it brings to no article more than.
    double most() const { return most_; }
    /// What it brings to the article it is at, if that has the norm.
    double points(double norm) const {
        double sum = 0;
        for (const StemCursor& stem : stems_)
            if (stem.docid() == docid_) sum += stem.points(norm);
        return sum;
    }

    void next() {
        for (StemCursor& stem : stems_)
            if (stem.docid() == docid_) stem.next();
        read();
    }
    /// To the first from this one on.
    void skip_to(Xapian::docid docid) {
        if (docid_ >= docid) return;
        for (StemCursor& stem : stems_) stem.skip_to(docid);
        read();
    }

private:
    void read() {
        docid_ = at_end;
        for (const StemCursor& stem : stems_) docid_ = std::min(docid_, stem.docid());
    }

    std::vector<StemCursor> stems_;
    Xapian::docid docid_ = at_end;
    std::uint64_t articles_ = 0;
    double most_ = 0;
};

}  // namespace dateline
