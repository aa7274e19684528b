// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are the body of an article: its quotations lie in it one behind the other, and so do
// their words and whoever said them, whatever the language.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/code_points.h"
#include "searcher/pile/quotations.h"
#include "searcher/pile/quoted_words.h"
#include "searcher/pile/speakers.h"
#include "tests/fuzz/check_reading.h"

namespace dateline {
namespace {

/// Of a character of which a byte is missing, the bytes that are left stand for themselves.
bool is_character_end(std::string_view text, std::size_t at) {
    for (std::size_t begin = at - std::min<std::size_t>(at, 3); begin < at; ++begin) {
        const CodePoint point = code_point_at(text, begin);
        if (point.value >= 0 && begin + point.bytes > at) return false;
    }
    return true;
}

void check_places(std::string_view body, const std::vector<Quotation>& found) {
    std::size_t end = 0;
    for (const Quotation& each : found) {
        require(each.marked.begin >= end, "quotations are in order and apart");
        require(each.marked.begin < each.inside.begin && each.inside.begin < each.inside.end &&
                    each.inside.end <= each.marked.end,
                "there is something between the marks");
        require(each.marked.end <= body.size(), "quotations lie within the text");
        for (const Span span : {each.inside, each.marked})
            require(is_character_end(body, span.begin) && is_character_end(body, span.end),
                    "no character is cut");
        require(each.words > 0 && each.words <= most_quoted_words, "quotations have some words");
        end = each.marked.end;
    }
}

void check_numbers(const std::vector<Quotation>& found) {
    for (std::size_t at = 0; at < found.size(); ++at) {
        const Quotation none;
        const Quotation& each = found[at];
        const Quotation& before = at == 0 ? none : found[at - 1];
        require(each.paragraph >= before.paragraph, "paragraphs are in order");
        require(each.utterance == before.utterance || each.utterance == before.utterance + 1,
                "utterances are numbered without gaps");
        require(!each.continues || (before.runs_on && each.utterance == before.utterance),
                "only what ran on continues");
        require(!each.runs_on || each.inside.end == each.marked.end,
                "what runs on has no closing mark");
    }
}

void check_words(std::string_view body, const Quotation& quotation) {
    std::size_t end = quotation.inside.begin;
    for (const Segment& segment : quoted_segments(body, std::span(&quotation.inside, 1))) {
        require(!segment.empty(), "no segment is empty");
        for (const QuotedWord& word : segment) {
            require(!word.form.empty(), "words have a form");
            require(word.place.begin >= end && word.place.begin < word.place.end,
                    "words are in order and apart");
            end = word.place.end;
        }
    }
    require(end <= quotation.inside.end, "words lie within their quotation");
}

void check_speakers(std::string_view body, const std::vector<Quotation>& found,
                    std::string_view language) {
    const std::vector<std::optional<Speaker>> said = speakers(body, found, language);
    require(said.size() == found.size(), "each quotation has a speaker or none");
    for (const std::optional<Speaker>& speaker : said) {
        if (!speaker) continue;
        require(!speaker->name.empty(), "speakers have names");
        require(speaker->mention.begin < speaker->mention.end, "a mention has text");
        require(speaker->mention.end <= body.size(), "mentions lie within the text");
    }
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const std::vector<dateline::Quotation> found = dateline::quotations(body);
    dateline::check_places(body, found);
    dateline::check_numbers(found);
    for (const dateline::Quotation& quotation : found) dateline::check_words(body, quotation);
    for (const char* language : {"en", "de", "fr", "es", "zh", "pl"})
        dateline::check_speakers(body, found, language);
    return 0;
}
