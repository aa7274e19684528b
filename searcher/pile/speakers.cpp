// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/speakers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "common/ascii.h"
#include "searcher/pile/attribution.h"
#include "searcher/pile/chinese_speakers.h"
#include "searcher/pile/mentions.h"
#include "searcher/pile/paragraphs.h"
#include "searcher/pile/pronouns.h"
#include "searcher/pile/quoted_phrases.h"
#include "searcher/pile/said_verbs.h"
#include "searcher/pile/speech_words.h"

namespace dateline {
namespace {

constexpr std::size_t pronoun_paragraphs = 2;  // before that of the pronoun

/// A transcript's "TRUMP: We will…", within the marks.
std::optional<Mention> spoken_label(std::string_view body, Span inside) {
    constexpr std::size_t longest = 40;  // bytes
    const std::string_view said = body.substr(inside.begin, inside.end - inside.begin);
    const std::size_t colon = said.substr(0, longest).find(':');
    if (colon == said.npos) return std::nullopt;
    const std::string_view name = said.substr(0, colon);
    const bool capitals = std::ranges::all_of(
        name, [](char c) { return ascii::is_upper(c) || c == ' ' || c == '.' || c == '\''; });
    if (!capitals || std::ranges::count_if(name, ascii::is_upper) < 3) return std::nullopt;
    Mention mention;
    mention.name = name;
    mention.proper = true;
    mention.place = {inside.begin, inside.begin + static_cast<std::uint32_t>(colon)};
    return mention;
}

class Article {
public:
    Article(std::string_view body, std::span<const Quotation> quotations, const SpeechWords& words)
        : body_(body),
          quotations_(quotations),
          words_(words),
          paragraphs_(paragraphs_of(body)),
          result_(quotations.size()) {}

    std::vector<std::optional<Speaker>> run() {
        for (std::size_t first = 0; first < quotations_.size();) {
            const std::size_t paragraph = quotations_[first].paragraph;
            std::size_t end = first;
            while (end < quotations_.size() && quotations_[end].paragraph == paragraph) ++end;
            look_at(paragraph);
            one_paragraph(first, end);
            first = end;
        }
        return std::move(result_);
    }

private:
    /// Reads the paragraph and those before it, each once.
    void look_at(std::size_t paragraph) {
        next_ = std::max(next_, paragraph - std::min(paragraph, pronoun_paragraphs));
        for (; next_ <= paragraph; ++next_) {
            std::rotate(read_.begin(), read_.end() - 1, read_.end());
            read_.front() = read(next_);
        }
    }

    SpeechParagraph read(std::size_t paragraph) const {
        const auto first =
            std::ranges::lower_bound(quotations_, paragraph, {}, &Quotation::paragraph);
        const auto last =
            std::ranges::upper_bound(quotations_, paragraph, {}, &Quotation::paragraph);
        return speech_paragraph(body_, paragraphs_[paragraph], {first, last}, words_);
    }

    void one_paragraph(std::size_t first, std::size_t end) {
        std::size_t spoken = first - std::min<std::size_t>(first, 1);  // the last but for phrases
        for (std::size_t i = first; i < end; ++i) {
            std::optional<Speaker>& speaker = result_[i];
            const bool alone = words_before(read_[0], i - first).empty();
            const std::size_t before = alone || i == 0 ? spoken : i - 1;
            auto mention = spoken_label(body_, quotations_[i].inside);
            if (!mention) mention = told_speaker(body_, read_[0], read_[1], i - first);
            if (mention)
                speaker = speaker_of(*mention, i - first);
            else if (i > first ? may_go_on(read_[0], i - first) : quotations_[i].continues)
                speaker = i > 0 ? result_[before] : std::nullopt;
            if (i == first || !is_mere_phrase(read_[0], i - first)) spoken = i;
        }
        // What ran on says its speaker behind its last part.
        if (!quotations_[first].continues || !result_[first]) return;
        for (std::size_t i = first; i-- > 0 && quotations_[i].runs_on && !result_[i];)
            result_[i] = result_[i + 1];
    }

    Speaker speaker_of(const Mention& mention, std::size_t quotation) const {
        Speaker speaker;
        speaker.name = mention.name;
        speaker.certain = !mention.pronoun;
        speaker.mention = mention.place;
        if (!mention.third_person) return speaker;
        const std::array<const SpeechParagraph*, pronoun_paragraphs> before{&read_[1], &read_[2]};
        const auto here =
            std::span(read_[0].words).first(read_[0].quotations[quotation].words_before);
        speaker.probably = whom_pronoun_means(body_, mention.name, here, before);
        return speaker;
    }

    std::string_view body_;
    std::span<const Quotation> quotations_;
    const SpeechWords& words_;
    std::vector<Span> paragraphs_;
    std::vector<std::optional<Speaker>> result_;
    std::array<SpeechParagraph, pronoun_paragraphs + 1> read_;  ///< the last read first
    std::size_t next_ = 0;  ///< the first paragraph that is not read yet
};

}  // namespace

std::vector<std::optional<Speaker>> speakers(std::string_view body,
                                             std::span<const Quotation> quotations,
                                             std::string_view language) {
    const SpeechWords* words = speech_words(language);
    if (words == nullptr) return std::vector<std::optional<Speaker>>(quotations.size());
    if (language.starts_with("zh")) return chinese_speakers(body, quotations, *words);
    return Article(body, quotations, *words).run();
}

}  // namespace dateline
