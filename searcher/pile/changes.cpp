// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/changes.h"

#include "searcher/pile/changed_values.h"
#include "searcher/pile/paragraph_parts.h"

namespace dateline {
namespace {

std::vector<ChangePart> spans_of(const std::vector<WordPart>& parts, const TextWords& first,
                                 const TextWords& second) {
    std::vector<ChangePart> spans;
    // Nothing of a text stands where the part before ends, not where the next paragraph begins.
    const auto span_of = [&](const TextWords& text, std::uint32_t begin, std::uint32_t end,
                             Span ChangePart::*before) {
        if (begin < end || spans.empty()) return text.stretch_of(begin, end);
        const std::uint32_t place = (spans.back().*before).end;
        return Span{place, place};
    };
    for (const WordPart& part : parts) {
        ChangePart next{part.kind, span_of(first, part.first, part.first_end, &ChangePart::first),
                        span_of(second, part.second, part.second_end, &ChangePart::second)};
        spans.push_back(next);
    }
    return spans;
}

void count(const ParagraphParts& paragraph, ChangeCounts& counts) {
    ++counts.paragraphs[static_cast<std::size_t>(paragraph.kind)];
    for (const WordPart& part : paragraph.parts) {
        switch (part.kind) {
            case PartKind::kept:
                counts.kept += part.second_end - part.second;
                break;
            case PartKind::added:
                counts.added += part.second_end - part.second;
                break;
            case PartKind::dropped:
                counts.dropped += part.first_end - part.first;
                break;
        }
    }
}

}  // namespace

std::string_view name_of(PartKind kind) {
    switch (kind) {
        case PartKind::kept:
            return "kept";
        case PartKind::added:
            return "added";
        case PartKind::dropped:
            return "dropped";
    }
    return "";
}

std::string_view name_of(ParagraphKind kind) {
    switch (kind) {
        case ParagraphKind::same:
            return "same";
        case ParagraphKind::changed:
            return "changed";
        case ParagraphKind::moved:
            return "moved";
        case ParagraphKind::added:
            return "added";
        case ParagraphKind::dropped:
            return "dropped";
    }
    return "";
}

TextChanges changes_between(std::string_view first, std::string_view second, std::uint64_t* steps) {
    WordNumbers numbers;
    const TextWords here = numbers.words_of(first);
    const TextWords there = numbers.words_of(second);
    const std::vector<ParagraphParts> paragraphs =
        paragraph_parts(here, there, kept_words(here, there, steps));
    TextChanges changes;
    changes.counts.words_of_first = here.size();
    changes.counts.words_of_second = there.size();
    for (const ParagraphParts& paragraph : paragraphs) {
        count(paragraph, changes.counts);
        std::vector<ChangePart> parts = spans_of(paragraph.parts, here, there);
        changes.paragraphs.push_back({paragraph.kind,
                                      {parts.front().first.begin, parts.back().first.end},
                                      {parts.front().second.begin, parts.back().second.end},
                                      std::move(parts)});
    }
    ChangedValues values = changed_values(here, there, paragraphs);
    changes.numbers = std::move(values.numbers);
    changes.names = std::move(values.names);
    return changes;
}

std::vector<ChangePart> word_changes(std::string_view first, std::string_view second) {
    WordNumbers numbers;
    const TextWords here = numbers.words_of(first, Paragraphs::as_one);
    const TextWords there = numbers.words_of(second, Paragraphs::as_one);
    std::vector<ChangePart> changes;
    for (const ParagraphParts& paragraph : paragraph_parts(here, there, kept_words(here, there)))
        for (const ChangePart& part : spans_of(paragraph.parts, here, there))
            changes.push_back(part);
    return changes;
}

ChangesShown compare_articles(ArticleVersion first, ArticleVersion second) {
    ChangesShown shown;
    shown.title = word_changes(first.title, second.title);
    shown.text = changes_between(first.body, second.body);
    shown.first = std::move(first);
    shown.second = std::move(second);
    return shown;
}

}  // namespace dateline
