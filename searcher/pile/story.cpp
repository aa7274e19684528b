// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/story.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "common/fields.h"
#include "common/signature.h"
#include "searcher/match/bm25.h"
#include "searcher/match/conditions.h"
#include "searcher/match/published_within.h"
#include "searcher/pile/story_days.h"
#include "searcher/ranking/likeness.h"
#include "searcher/ranking/tie_order.h"

namespace dateline {
namespace {

using Xapian::Query;

/// An article that may be of the story.
struct Candidate {
    Xapian::docid docid = 0;
    double bm25 = 0;
    std::string order_key;
    DateRange days;
    std::uint32_t words = 0;
    Signature signature;
};

/// Those that have a day far from these, which are a range or none, left out.
Query near_in_time(const Archives& archives, const Query& query, const DateRange& days,
                   int most_days) {
    if (!days.first) return query;
    const Query near = published_within(archives, days_around(days, most_days));
    return {Query::OP_FILTER, query, Query(Query::OP_OR, near, undated_query())};
}

Query any_of_heaviest(ArticleVector vector, const StemIdfs& idfs, std::size_t count) {
    std::ranges::stable_sort(vector, std::ranges::greater(), &WeighedStem::weight);
    if (vector.size() > count) vector.resize(count);
    std::vector<std::string> terms;
    for (const WeighedStem& stem : vector) terms.push_back(idfs.term(stem.stem));
    return {Query::OP_OR, terms.begin(), terms.end()};
}

Candidate read_candidate(const Xapian::Document& article, Xapian::docid docid, double bm25) {
    Candidate read{docid,
                   rounded_score(bm25),
                   article.get_value(order_slot),
                   days_of_article(article),
                   0,
                   decode_signature(article.get_value(signature_slot))};
    const std::string words = article.get_value(field("length").slot);
    std::from_chars(words.data(), words.data() + words.size(), read.words);
    return read;
}

/// The best by BM25 of those that the query finds, the asker left out; equals by order_key.
std::vector<Candidate> find_candidates(const Xapian::Database& database, const Query& query,
                                       Xapian::docid asker, std::size_t most) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(bm25::k1, 0, 0, bm25::b, 0));
    const Xapian::MSet found = best_with_ties(enquire, most + 1, 0, nullptr);
    std::vector<Candidate> candidates;
    for (auto hit = found.begin(); hit != found.end(); ++hit)
        if (*hit != asker)
            candidates.push_back(read_candidate(hit.get_document(), *hit, hit.get_weight()));
    std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
        return a.bm25 != b.bm25 ? a.bm25 > b.bm25 : a.order_key < b.order_key;
    });
    if (candidates.size() > most) candidates.resize(most);
    return candidates;
}

/// Leaves out those that are not alike by their signatures. Short texts may have none.
void keep_alike(std::vector<Candidate>& candidates, const Signature& asker, const DateRange& days,
                const StoryRules& rules) {
    std::erase_if(candidates, [&](const Candidate& candidate) {
        const double cosine = cosine_of(asker, candidate.signature);
        return !asker.empty() && !candidate.signature.empty() &&
               story_score(cosine, days_between(days, candidate.days), rules) <
                   rules.least_likeness;
    });
}

double least_for_days(const DateRange& a, const DateRange& b, const StoryRules& rules) {
    if (is_one_day(a) && is_one_day(b)) return rules.same_story;
    return a.first.has_value() == b.first.has_value() ? rules.same_undated : rules.same_half_dated;
}

/// The least score of the same story.
double least_score(const Candidate& candidate, const DateRange& asker, const StoryRules& rules) {
    const double least = least_for_days(candidate.days, asker, rules);
    return candidate.words > rules.long_words ? std::max(least, rules.same_long) : least;
}

std::vector<ArticleVector> vectors_of(const Xapian::Database& database,
                                      const std::vector<Candidate>& candidates, StemIdfs& idfs) {
    std::vector<std::vector<CountedStem>> counted;
    counted.reserve(candidates.size());
    for (const Candidate& candidate : candidates)
        counted.push_back(stems_of_article(database, candidate.docid, idfs));
    idfs.look_up();
    std::vector<ArticleVector> vectors;
    vectors.reserve(counted.size());
    for (const auto& stems : counted) vectors.push_back(article_vector(stems, idfs));
    return vectors;
}

struct Scored {
    StoryMember member;
    const Candidate* candidate = nullptr;
};

Story in_order(std::vector<Scored> scored) {
    std::ranges::stable_sort(scored, [](const Scored& a, const Scored& b) {
        return a.member.score != b.member.score ? a.member.score > b.member.score
                                                : a.candidate->order_key < b.candidate->order_key;
    });
    Story story;
    for (const auto& [member, candidate] : scored)
        (member.score >= member.least ? story.members : story.related).push_back(member);
    return story;
}

}  // namespace

double story_score(double cosine, std::optional<int> days, const StoryRules& rules) {
    return days ? cosine * std::exp(-*days / rules.days_decay) : cosine;
}

StemIdfs idfs_for(const Archives& archives, Xapian::docid article) {
    return {archives, archives.all().get_document(article).get_value(language_slot)};
}

Story story_of(const Archives& archives, Xapian::docid asker, const StoryRules& rules) {
    StemIdfs idfs = idfs_for(archives, asker);
    return story_of(archives, asker, idfs, rules);
}

Story story_of(const Archives& archives, Xapian::docid asker, StemIdfs& idfs,
               const StoryRules& rules) {
    const Xapian::Database& database = archives.all();
    const Xapian::Document article = database.get_document(asker);
    const DateRange days = days_of_article(article);
    const std::vector<CountedStem> stems = stems_of_article(database, asker, idfs);
    idfs.look_up();
    const ArticleVector vector = article_vector(stems, idfs);
    const Query query = near_in_time(archives, any_of_heaviest(vector, idfs, rules.asked_stems),
                                     days, rules.most_days);
    std::vector<Candidate> candidates = find_candidates(database, query, asker, rules.candidates);
    keep_alike(candidates, decode_signature(article.get_value(signature_slot)), days, rules);
    const std::vector<ArticleVector> vectors = vectors_of(database, candidates, idfs);
    const ComparedArticle compared(vector);
    std::vector<Scored> scored;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        StoryMember member{candidates[i].docid, compared.cosine(vectors[i]),
                           days_between(days, candidates[i].days)};
        member.score = story_score(member.cosine, member.days, rules);
        member.least = least_score(candidates[i], days, rules);
        if (member.score >= rules.related) scored.push_back({member, &candidates[i]});
    }
    return in_order(std::move(scored));
}

}  // namespace dateline
