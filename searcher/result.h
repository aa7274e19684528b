// SPDX-License-Identifier: GPL-2.0-or-later
// What a search found: a finished value with no Xapian type and no markup in it. Renderers
// (searcher/render/) get it and an ostream; highlights are byte spans.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "searcher/archives/archive_report.h"
#include "searcher/match/match_count.h"
#include "searcher/pile/changes.h"
#include "searcher/pile/copy_notes.h"
#include "searcher/pile/quote_notes.h"
#include "searcher/pile/story_notes.h"
#include "searcher/query/span.h"
#include "searcher/ranking/score_part.h"
#include "searcher/request.h"

namespace dateline {

struct LitText {
    std::string text;
    std::vector<Span> lit;  ///< bytes of `text`, increasing

    bool operator==(const LitText&) const = default;
};

struct ShownPassage {
    LitText text;
    std::uint32_t line = 1;         ///< of the file
    Span span;                      ///< bytes of the stored body
    bool cut_before = false;        ///< begins inside a sentence
    bool cut_after = false;         ///< ends inside one
    std::optional<Said> said = {};  ///< of a quotation
};

/// Whether the file is still what was indexed.
enum class FileState { unchanged, changed, missing, unchecked };
std::string_view name_of(FileState state);

/// What an article is that came in for a saved search (searcher/following/).
enum class ArrivalKind {
    fresh,    ///< one that it has not told of
    copy,     ///< of the same text as another, which stays where it is
    version,  ///< of another text, under the URL of another
};
std::string_view name_of(ArrivalKind kind);  ///< "new", "copy", "version"

struct Arrival {
    std::string search;  ///< the name of the saved search
    ArrivalKind kind = ArrivalKind::fresh;
    std::string of;         ///< id of the other, as id_shown(); "" if it is no longer there, since
                            ///< this one has its place
    std::string told_as;    ///< the id under which it was told first: it may have moved since
    std::int64_t told = 0;  ///< when it was told first, in seconds since 1970
    std::string mark = {};  ///< what names it, in this state, when it is marked as seen
    std::vector<std::string> with = {};  ///< the marks of others that are new, for which it stands
};

struct Hit {
    std::uint32_t rank = 1;  ///< from 1, over the whole list
    double score = 0;
    std::vector<std::string> lacking;  ///< words of the query that it does not have, as typed
    Article article;           ///< without body; its archive is named where several were asked for
    std::string file;          ///< path to open: root and path joined
    std::string machine = {};  ///< where the file is, if on another: HOST or USER@HOST
    LitText title;
    LitText outlet;
    LitText authors;           ///< joined by ", "
    bool all_authors = false;  ///< they were asked for, so none may be cut short
    std::vector<ShownPassage> passages;
    std::uint32_t more_passages = 0;
    LitText summary;              ///< only with the whole text
    std::optional<LitText> text;  ///< the whole body, if asked for
    FileState state = FileState::unchecked;
    std::uint64_t text_hash = 0;       ///< for citations: that of its fingerprint
    std::optional<HitCopies> copies;   ///< of which it is one, where they are folded
    std::optional<StoryNote> story;    ///< in a story
    std::optional<CopyShare> copy;     ///< in a list of copies
    std::optional<Arrival> arrival;    ///< in what is new for a saved search
    std::vector<std::string> reasons;  ///< with --explain: why it is in a story or a family
    std::vector<ScorePart> parts;      ///< with --explain; they add up to the score
};

struct FacetCount {
    std::string value;
    std::uint64_t articles = 0;
    std::optional<std::uint64_t> of = {};  ///< with --share: all articles that pass the filters
    std::uint64_t values = 0;  ///< more: no value, but the sum of so many, "others" or "earlier"
    std::uint64_t most = 0;    ///< of those, the articles of one
};

/// Counts of one field's values over all matches (--by). An article with several authors counts
/// for each.
struct Facet {
    std::string field;               ///< of the table; or "year", "month", "day"
    std::vector<FacetCount> counts;  ///< most first; days, months and years in their order
    std::uint64_t unknown = 0;       ///< matches without a value
    std::uint64_t coarse = 0;        ///< matches of which only the month or year is known
};

/// The best article of a period that stands out.
struct Peak {
    std::string title;
    std::string id;
    std::string archive = "";  ///< as of a hit's article
};

struct TimelineBar {
    Day first{};
    Day last{};
    std::uint64_t articles = 0;
    std::optional<std::uint64_t> of;   ///< with --share
    std::vector<std::uint64_t> parts;  ///< by Timeline::columns; the rest is of other values
    std::optional<Peak> peak;
    bool earlier = false;  ///< the sum of all periods before the first one told
};

/// Matches over time, without gaps.
struct Timeline {
    Period period = Period::month;
    std::string field;                 ///< of the columns; "" if there are none
    std::vector<std::string> columns;  ///< its commonest values
    bool overlapping = false;          ///< an article may be in several columns
    std::vector<TimelineBar> bars;     ///< none if no match has a date
    std::uint64_t undated = 0;
    std::uint64_t coarse = 0;  ///< matches whose date covers more than one period
};

struct SimilarWord {
    std::string word;
    std::uint64_t articles = 0;

    bool operator==(const SimilarWord&) const = default;
};

/// A word of the query, or a value of a filter, that no article has or hardly any, and what of the
/// index comes near.
struct MissingWord {
    std::string word;
    std::string field = "";            ///< of a filter's value; "" for a word of the query
    std::vector<SimilarWord> similar;  ///< best first
    std::uint64_t articles = 0;        ///< that have it

    bool operator==(const MissingWord&) const = default;
};

/// "no article has 'pentagn'; perhaps 'pentagon' (333 articles)", "only 1 article has …"
std::string to_string(const MissingWord& missing);

/// How many articles would match if one word or filter were left out.
struct LeftOut {
    std::string what;  ///< as it is typed: "--outlet npr", "pentagon"
    MatchCount articles;
    std::string field = "";  ///< what was left out is its filter
    bool days = false;       ///< … is the filter of days
    std::string query =
        "";  ///< … is a word: the query as it would be typed without it, if it can be

    bool operator==(const LeftOut&) const = default;
};

/// A saved search among those of which is told what is new. Its hits follow those of the one
/// before.
struct SearchPart {
    std::string name;
    std::string read_as;
    std::size_t hits = 0;
    bool tells_new = true;       ///< false: what came in before, seen or not
    std::uint64_t articles = 0;  ///< that are new, or came in; shown or not
    std::uint64_t left = 0;      ///< of these not shown
    std::uint64_t matches = 0;   ///< all that match
    std::int64_t told = 0;       ///< when something was told last, in seconds since 1970
};

struct SearchResult {
    std::string query;              ///< as typed
    std::string understood;         ///< the question in one line, for programs
    std::string read_as;            ///< how the query was read, for people
    std::vector<std::string> tree;  ///< the question as an indented tree, with --explain
    std::vector<Hit> hits;
    std::vector<SearchPart> parts;        ///< of what is new for saved searches
    std::vector<Hit> related;             ///< of a story: other events of the same affair
    std::optional<Coverage> coverage;     ///< of a story
    std::optional<ChangesShown> changes;  ///< between two articles, instead of hits
    MatchCount all_words;                 ///< articles of the list that have all of the query
    MatchCount some_words;                ///< and those that lack words
    std::optional<std::uint64_t> texts;   ///< of the list, copies counted once, if all were folded
    bool only_copied = false;             ///< texts without copies are left out of the hits
    bool more = false;                    ///< hits follow behind those shown
    std::uint32_t offset = 0;             ///< hits left out before the first one shown
    MatchCount undated_left_out;          ///< undated articles that a date filter left out
    std::uint64_t articles = 0;           ///< in all of the archives that were searched
    std::vector<ArchiveReport> archives;  ///< of each, where several were asked for
    std::vector<Facet> facets;
    std::optional<Timeline> timeline;
    std::vector<MissingWord> missing;  ///< words of the query that are in no article
    std::vector<MissingWord> rare;     ///< in so few that another spelling may be meant
    std::vector<LeftOut> without;      ///< if there are no hits; most articles first
    std::vector<std::string> notes;    ///< what was guessed, left out or is stale; for stderr, JSON
};

/// Adds what became of the archives, and the notes of it at the front. Of a single one nothing is
/// told, nor that hits are of it.
void tell_archives(std::vector<ArchiveReport> reports, SearchResult& result);

/// How many articles are in the list.
MatchCount listed(const SearchResult& result);

/// "4,648 articles, 151 with all words"; where all have all of them, "151 articles"; where copies
/// were folded, "27 articles, 19 texts"; of texts with copies "8 texts with copies, of 27
/// articles".
std::string count_text(const SearchResult& result);

/// "without hurricane, damage": words of the query that a hit does not have, as typed; "" if it has
/// all.
std::string lacking_text(const Hit& hit);

/// What might help where nothing was found: other spellings, and what could be left out.
std::vector<std::string> advice(const SearchResult& result);

/// "10 of 4,040 articles; -n0 gives all"; nothing where no hits follow behind the page.
std::optional<std::string> note_of_rest(const SearchResult& result);

/// The id by which --show finds the hit: with its archive's name, where there are several.
std::string id_shown(const Article& article);
/// The same for keys and anchors: a hyphen for whatever ASCII is no letter or digit.
std::string id_token(const Article& article);

/// Where a person finds the hit in its file, which is shown as `file`: the place of the first
/// passage, or of an article that is one of many; of others the file says enough.
std::string place_shown(const Hit& hit, std::string_view file);

}  // namespace dateline
