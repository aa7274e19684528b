// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quote_search.h"

#include <algorithm>

#include "common/fields.h"
#include "searcher/pile/story_days.h"

namespace dateline {
namespace {

using Segments = std::vector<Segment>;

/// The parts of one speech, from one of its quotations on.
std::vector<Span> parts_of(const std::vector<Quotation>& quotations, std::size_t number) {
    std::vector<Span> parts;
    for (const Quotation& quotation : quotations)
        if (quotation.utterance == quotations[number].utterance) parts.push_back(quotation.inside);
    return parts;
}

/// Where the parts of a speech stand, with their marks.
Span place_of(const std::vector<Quotation>& quotations, std::size_t number) {
    Span place = quotations[number].marked;
    for (const Quotation& quotation : quotations)
        if (quotation.utterance == quotations[number].utterance)
            place = {std::min(place.begin, quotation.marked.begin),
                     std::max(place.end, quotation.marked.end)};
    return place;
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
        made.quotations = quotations(made.article.body);
        const std::string& language = made.article.language;
        made.speakers =
            speakers(made.article.body, made.quotations, language.empty() ? "en" : language);
    }
    return place->second;
}

AskedQuotation QuoteFinder::typed(std::string_view words) {
    const Span all{0, static_cast<std::uint32_t>(words.size())};
    return {quoted_segments(words, std::span(&all, 1)), {}, true};
}

AskedQuotation QuoteFinder::of_article(Xapian::docid docid, std::size_t quotation) {
    const QuotingArticle& quoting = article(docid);
    const std::vector<Span> parts = parts_of(quoting.quotations, quotation);
    return {quoted_segments(quoting.article.body, parts), quoting.days, false};
}

QuotedPlace QuoteFinder::place_in(Xapian::docid docid, std::size_t quotation) {
    const QuotingArticle& quoting = article(docid);
    QuotedPlace place;
    place.docid = docid;
    place.marked = place_of(quoting.quotations, quotation);
    place.shared = parts_of(quoting.quotations, quotation);
    place.said = said_of(quoting.speakers[quotation]);
    for (const Quotation& each : quoting.quotations)
        if (each.utterance == quoting.quotations[quotation].utterance) place.words += each.words;
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
    for (std::size_t i = 0; i < quoting.quotations.size(); ++i) {
        if (i > 0 && quoting.quotations[i].utterance == quoting.quotations[i - 1].utterance)
            continue;
        consider(quoted_segments(quoting.article.body, parts_of(quoting.quotations, i)),
                 place_of(quoting.quotations, i), said_of(quoting.speakers[i]));
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
