// SPDX-License-Identifier: GPL-2.0-or-later
// Search results made by hand, for the tests of the renderers.
#pragma once

#include <string>
#include <string_view>

#include "searcher/result.h"

namespace dateline {

/// "a [lit] word": the text without the brackets, what was between them lit.
inline LitText lit(std::string_view marked) {
    LitText result;
    bool open = false;
    for (const char c : marked) {
        const auto at = static_cast<std::uint32_t>(result.text.size());
        if (c == '[') {
            result.lit.push_back({at, at});
            open = true;
        } else if (c == ']' && open) {
            result.lit.back().end = at;
            open = false;
        } else {
            result.text += c;
        }
    }
    return result;
}

/// A hit with every value known.
inline Hit full_hit() {
    Hit hit;
    hit.rank = 1;
    hit.score = 12.34567;
    hit.article.id = "0k3x9abcdefgh";
    hit.article.path = "001_d4cf1f06fdc1cb96.txt";
    hit.file = "/home/anna/corpus/001_d4cf1f06fdc1cb96.txt";
    hit.title = lit(
        "Anthropic refuses [Pentagon]\xE2\x80\x99s new terms, standing firm on lethal autonomous "
        "weapons and mass [surveillance]");
    hit.article.title = hit.title.text;
    hit.article.summary = "Less than 24 hours before the deadline.";
    hit.outlet = lit("The Verge");
    hit.article.outlet = "The Verge";
    hit.article.host = "theverge.com";
    hit.authors = lit("Hayden Field");
    hit.article.authors = {"Hayden Field"};
    hit.article.url = "https://www.theverge.com/news/885773/anthropic";
    hit.article.section = "tech";
    hit.article.tags = {"AI", "defence"};
    hit.article.language = "en";
    hit.article.published = parse_iso_date("2026-02-26");
    hit.article.instant = "2026-02-26T23:22:44.000Z";
    hit.article.words = 640;
    hit.article.derived = {{"outlet", "host of the URL"}};
    hit.passages = {
        {lit("Less than 24 hours before the deadline in an ultimatum issued by the [Pentagon], "
             "Anthropic has refused the Department of Defense\xE2\x80\x99s demands for "
             "unrestricted "
             "access to its AI, and with it mass [surveillance]."),
         12,
         {0, 214}}};
    hit.more_passages = 4;
    hit.state = FileState::unchanged;
    return hit;
}

/// A hit of which nothing is known but its text, in Chinese and English, and in two passages.
inline Hit bare_hit() {
    Hit hit;
    hit.rank = 2;
    hit.score = 8.5;
    hit.lacking = {"strike"};
    hit.article.id = "1111111111111";
    hit.article.path = "a/rather/long/way/down/into/the/archive/of/1987/with-a-name-of-its-own.txt";
    hit.file = "/srv/" + hit.article.path;
    hit.title = lit("No [pentagon] here");
    hit.article.title = hit.title.text;
    hit.article.published = parse_iso_date("1987-03");
    hit.passages = {
        {lit("\xE4\xBA\x94\xE8\xA7\x92\xE5\xA4\xA7\xE6\xA5\xBC\xE5\xAF\xB9["
             "\xE7\x9B\x91\xE8\xA7\x86]"
             "\xE8\xAE\xA1\xE5\x88\x92\xE4\xB8\x8D\xE4\xBA\x88\xE7\xBD\xAE\xE8\xAF\x84\xEF\xBC\x8C"
             "\xE8\xAE\xB0\xE8\x80\x85\xE5\x9C\xA8\xE5\x8D\x8E\xE7\x9B\x9B\xE9\xA1\xBF\xE6\x8A\xA5"
             "\xE9\x81\x93\xE3\x80\x82"),
         7,
         {0, 78}},
        {lit("Then the rest, of [surveillance] in a supercalifragilisticexpialidocious\nage."),
         1207,
         {9000, 9077}}};
    hit.state = FileState::changed;
    return hit;
}

/// A hit that would take over the terminal if it were printed as it is.
inline Hit hostile_hit() {
    Hit hit;
    hit.rank = 3;
    hit.lacking = {"strike"};
    hit.article.id = "2222222222222";
    hit.title =
        lit("\x1b]0;owned\x07 \x1b(31m[red]\xC2\x9B(2J \xE2\x80\xAEtxt.[exe] \xFF\r\n\x08 end");
    hit.article.title = hit.title.text;
    hit.outlet = lit("Out\x1b(1mlet");
    hit.article.outlet = hit.outlet.text;
    hit.authors = lit("A\x7F[uthor]");
    hit.article.authors = {hit.authors.text};
    hit.article.section = "sec\ttion";
    hit.file = "/tmp/bad\nname\x1b(2J\xFE.txt";
    hit.article.path = "bad\nname\x1b(2J\xFE.txt";
    hit.passages = {{lit("text\x1b(5m and \x9B [ma\xFFtch]"), 1, {0, 20}}};
    hit.state = FileState::missing;
    return hit;
}

inline SearchResult sample_result() {
    SearchResult result;
    result.query = "pentagon surveillance";
    result.understood = "(all Zpentagon Zsurveil)";
    result.hits = {full_hit(), bare_hit(), hostile_hit()};
    result.all_words = {1, true};
    result.some_words = {41, false};
    result.more = true;
    result.articles = 12345;
    result.undated_left_out = {2, true};
    result.notes = {"2 articles without a date were left out"};
    return result;
}

/// The same of three archives, of which one cannot be searched.
inline SearchResult archives_result() {
    SearchResult result = sample_result();
    const NamedFolder desk{"the desk", "/mnt/desk $1/index"};
    std::vector<ArchiveReport> reports{
        {{"mine", "/home/anna/index"}, archive_searched, 345},
        report_of(desk,
                  IndexError(IndexFault::damaged, "index '/mnt/desk $1/index' is damaged: x", "")),
        {{"old", "/srv/old"}, archive_searched, 12000}};
    tell_archives(std::move(reports), result);
    for (Hit& hit : result.hits) hit.article.archive = hit.rank == 1 ? "mine" : "old";
    return result;
}

/// Counts of the matches, over time and by outlet, with what cannot be counted.
inline SearchResult pile_result() {
    SearchResult result;
    result.query = "grain deal";
    result.understood = "(all Zgrain Zdeal)";
    result.all_words = {1312, true};
    result.articles = 12345;
    Timeline timeline;
    timeline.period = Period::month;
    const std::uint64_t articles[] = {6, 0, 1250, 11, 45};
    for (unsigned i = 0; i < 5; ++i) {
        TimelineBar& bar = timeline.bars.emplace_back();
        const Day first = *make_day(2022, 5 + i, 1);
        bar.first = *days_of({first, Precision::month}).first;
        bar.last = *days_of({first, Precision::month}).last;
        bar.articles = articles[i];
        bar.of = 2000;
    }
    timeline.bars[2].peak =
        Peak{"Grain <b>deal</b> signed in *Istanbul*, and a rather long title", "0k3x9abcdefgh"};
    timeline.undated = 3;
    timeline.coarse = 1;
    result.timeline = timeline;
    result.facets = {{"outlet",
                      {{"Kyiv Post, the", 900, {}},
                       {"\xE5\x86\x9C\xE6\xB0\x91\xE6\x97\xA5\xE6\x8A\xA5", 30, {}},
                       {"A\x1b[2J|b", 1, {}}},
                      381,
                      0},
                     {"year", {{"2022", 1308, 4000}}, 3, 1}};
    return result;
}

/// The same as a table: a column for each of two outlets.
inline SearchResult table_result() {
    SearchResult result = pile_result();
    result.facets.clear();
    result.timeline->field = "outlet";
    result.timeline->columns = {"Kyiv Post", "The Washington Times of yesterday"};
    for (TimelineBar& bar : result.timeline->bars) {
        bar.of.reset();
        bar.peak.reset();
        bar.parts = {bar.articles / 2, bar.articles / 3};
    }
    return result;
}

/// Nothing found, with advice.
inline SearchResult empty_result() {
    SearchResult result;
    result.query = "pentagn risk";
    result.understood = "(all Zpentagn Zrisk)";
    result.articles = 12345;
    result.missing = {{"pentagn", "", {{"pentagon", 333}, {"pentagons", 1}}},
                      {"npr", "outlet", {{"npr online news", 442}}}};
    result.without = {{"--outlet npr", 120}, {"pentagn", 1}};
    return result;
}

}  // namespace dateline
