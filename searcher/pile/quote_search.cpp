// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quote_search.h"

#include <algorithm>
#include <functional>
#include <set>
#include <span>

#include "common/fields.h"
#include "searcher/pile/story_days.h"

namespace dateline {
namespace {

using Segments = std::vector<Segment>;

constexpr std::size_t run_words = 5;

/// The speeches that quotations are, or are parts of.
std::vector<Utterance> utterances_of(std::string_view body,
                                     const std::vector<Quotation>& quotations) {
    std::vector<Utterance> utterances;
    for (std::size_t i = 0; i < quotations.size(); ++i) {
        const Quotation& quotation = quotations[i];
        if (i == 0 || quotation.utterance != quotations[i - 1].utterance)
            utterances.push_back({quotation.marked, {}, {}, {}, i, 0});
        Utterance& utterance = utterances.back();
        utterance.marked.end = quotation.marked.end;
        utterance.parts.push_back(quotation.inside);
        utterance.words += quotation.words;
    }
    for (Utterance& utterance : utterances)
        utterance.segments = quoted_segments(body, utterance.parts);
    return utterances;
}

std::uint64_t hash_of(std::span<const QuotedWord> run) {
    std::uint64_t hash = 0;
    for (const QuotedWord& word : run)
        hash = hash * 0x9E3779B97F4A7C15 + std::hash<std::string_view>()(word.form);
    return hash;
}

/// Calls `use` with the hash of each run of so many words.
template <class Use>
void for_each_run(const Segments& segments, std::size_t words, const Use& use) {
    for (const Segment& segment : segments)
        for (std::size_t at = 0; at + words <= segment.size(); ++at)
            use(hash_of(std::span(segment).subspan(at, words)));
}

/// By runs of five words, and shorter segments whole.
std::unordered_multimap<std::uint64_t, std::size_t> by_runs(
    const std::vector<Utterance>& utterances) {
    std::unordered_multimap<std::uint64_t, std::size_t> found;
    for (std::size_t i = 0; i < utterances.size(); ++i) {
        const auto add = [&](std::uint64_t hash) { found.emplace(hash, i); };
        for_each_run(utterances[i].segments, run_words, add);
        for (const Segment& segment : utterances[i].segments)
            if (segment.size() < run_words) add(hash_of(segment));
    }
    return found;
}

/// Those that share a run with what is looked for, increasing; all where that is short.
std::vector<std::size_t> sharing_utterances(const QuotingArticle& quoting, const Segments& asked) {
    std::set<std::size_t> sharing;
    for (std::size_t words = 1; words <= run_words; ++words)
        for_each_run(asked, words, [&](std::uint64_t hash) {
            const auto [begin, end] = quoting.by_run.equal_range(hash);
            for (auto found = begin; found != end; ++found) sharing.insert(found->second);
        });
    const bool is_short = std::ranges::all_of(
        asked, [](const Segment& segment) { return segment.size() < run_words; });
    if (is_short)
        for (std::size_t i = 0; i < quoting.utterances.size(); ++i) sharing.insert(i);
    return {sharing.begin(), sharing.end()};
}

Said said_of(const std::optional<Speaker>& speaker) {
    Said said;
    if (!speaker) return said;
    said.speaker = speaker->name;
    said.probably = speaker->probably;
    said.named = speaker->certain;
    return said;
}

Span run_span(const Segments& segments, const SharedRun& run) {
    const Segment& segment = segments[run.second_segment];
    return {segment[run.second_word].place.begin,
            segment[run.second_word + run.words - 1].place.end};
}

}  // namespace

const QuotingArticle& QuoteFinder::article(Xapian::docid docid) {
    const auto [place, fresh] = articles_.try_emplace(docid);
    if (fresh) {
        QuotingArticle& made = place->second;
        made.article = whole_article(archives_.at(docid));
        if (made.article.published) made.days = days_of(*made.article.published);
        const std::vector<Quotation> all = quotations(made.article.body);
        made.utterances = utterances_of(made.article.body, all);
        made.by_run = by_runs(made.utterances);
        const std::string& language = made.article.language;
        const auto said_by = speakers(made.article.body, all, language.empty() ? "en" : language);
        for (Utterance& utterance : made.utterances)
            utterance.said = said_of(said_by[utterance.quotation]);
    }
    return place->second;
}

AskedQuotation QuoteFinder::typed(std::string_view words) {
    const Span all{0, static_cast<std::uint32_t>(words.size())};
    return {quoted_segments(words, std::span(&all, 1)), {}, true};
}

AskedQuotation QuoteFinder::of_article(Xapian::docid docid, std::size_t utterance) {
    const QuotingArticle& quoting = article(docid);
    return {quoting.utterances[utterance].segments, quoting.days, false};
}

QuotedPlace QuoteFinder::place_in(Xapian::docid docid, std::size_t utterance) {
    const Utterance& own = article(docid).utterances[utterance];
    QuotedPlace place;
    place.docid = docid;
    place.marked = own.marked;
    place.shared = own.parts;
    place.said = own.said;
    place.words = own.words;
    return place;
}

std::uint64_t QuoteFinder::frequency(std::string_view form) const {
    return archives_.all().get_termfreq(make_term("", form));
}

/// The articles in which one of its rarest runs stands.
std::vector<Xapian::docid> QuoteFinder::candidates(const AskedQuotation& asked) const {
    std::vector<Xapian::Query> phrases;
    for (const auto& words :
         search_windows(asked.segments, [&](std::string_view form) { return frequency(form); })) {
        std::vector<std::string> terms;
        for (const std::string& word : words) terms.push_back(make_term("", word));
        phrases.emplace_back(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                             static_cast<Xapian::termcount>(terms.size()));
    }
    if (phrases.empty()) return {};
    Xapian::Enquire enquire(archives_.all());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, phrases.begin(), phrases.end()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    const Xapian::MSet found = enquire.get_mset(0, most_articles);
    std::vector<Xapian::docid> docids(found.begin(), found.end());
    std::ranges::sort(docids);
    return docids;
}

/// Words that somebody typed are meant as a quotation, so that fewer of them are enough.
bool QuoteFinder::is_same(const AskedQuotation& asked, const Segments& other, const SharedRun& run,
                          const DateRange& days) const {
    const std::size_t shorter = std::min(count_words(asked.segments), count_words(other));
    if (asked.typed) {
        constexpr std::size_t enough = 8;
        return run.words >= std::min({enough, (shorter + 1) / 2 + 1, shorter}) && run.words > 2;
    }
    const auto is_rare = [&](std::string_view form) {
        return is_rare_word(frequency(form), archives_.articles());
    };
    const auto apart = days_between(asked.days, days);
    return same_quotation(run.words, apart ? std::optional<std::int64_t>(*apart) : std::nullopt,
                          rare_words(asked.segments, run, is_rare), shorter);
}

/// The place that shares most; the words without marks only where a person asked for them.
std::optional<QuotedPlace> QuoteFinder::best_place(const AskedQuotation& asked,
                                                   Xapian::docid docid) {
    const QuotingArticle& quoting = article(docid);
    std::optional<QuotedPlace> best;
    std::size_t most = 0;
    const auto consider = [&](const Segments& segments, Span place, const Said& said) {
        const SharedRun run = longest_shared_run(asked.segments, segments);
        if (run.words <= most || !is_same(asked, segments, run, quoting.days)) return;
        most = run.words;
        best = QuotedPlace{docid, place, {run_span(segments, run)}, said, count_words(segments), 0};
        best->said.left_out = words_cut(
            segments, asked.segments,
            {run.words, run.second_segment, run.second_word, run.first_segment, run.first_word});
        best->longer = words_cut(asked.segments, segments, run);
    };
    for (const std::size_t i : sharing_utterances(quoting, asked.segments)) {
        const Utterance& utterance = quoting.utterances[i];
        consider(utterance.segments, utterance.marked, utterance.said);
    }
    constexpr std::size_t fewest_unmarked = 5;
    if (best || !asked.typed || count_words(asked.segments) < fewest_unmarked) return best;
    const Span all{0, static_cast<std::uint32_t>(quoting.article.body.size())};
    Said unmarked;
    unmarked.in_marks = false;
    consider(quoted_segments(quoting.article.body, std::span(&all, 1)), all, unmarked);
    if (best) best->marked = best->shared.front();
    return best;
}

std::vector<QuotedPlace> QuoteFinder::places_of(const AskedQuotation& asked) {
    std::vector<QuotedPlace> places;
    for (const Xapian::docid docid : candidates(asked))
        if (auto place = best_place(asked, docid)) places.push_back(std::move(*place));
    return places;
}

}  // namespace dateline
