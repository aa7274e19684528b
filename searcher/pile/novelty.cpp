// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/novelty.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/sentences.h"
#include "searcher/pile/no_news.h"

namespace dateline {
namespace {

/// A sentence with its words, [first, last).
struct Sentence {
    Span span;
    std::size_t first = 0;
    std::size_t last = 0;
    bool news = true;     ///< no caption or the like
    double score = 0;     ///< 0: not to be shown
    double new_part = 0;  ///< of its idf, 0..1

    std::size_t words() const { return last - first; }
};

std::vector<Span> pieces(std::string_view text, const std::vector<std::uint32_t>& starts) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        std::uint32_t end =
            i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(text.size());
        while (end > starts[i] && ascii::is_blank(text[end - 1])) --end;
        spans.push_back({starts[i], end});
    }
    return spans;
}

/// The words that begin in a place, [first, last); `from` is the first of them or before.
std::pair<std::size_t, std::size_t> words_in(const std::vector<TextWord>& words, Span place,
                                             std::size_t from) {
    while (from < words.size() && words[from].span.begin < place.begin) ++from;
    std::size_t last = from;
    while (last < words.size() && words[last].span.begin < place.end) ++last;
    return {from, last};
}

/// How many of the runs of words in [first, last) the earlier texts have, 0..1; 0 if there is none.
double old_share(const std::vector<std::uint64_t>& runs, std::size_t first, std::size_t last,
                 const EarlierTexts& earlier) {
    if (last - first < run_words) return 0;
    const std::size_t count = last - first - run_words + 1;
    std::size_t old = 0;
    for (std::size_t i = first; i < first + count; ++i) old += earlier.have_run(runs[i]);
    return static_cast<double>(old) / static_cast<double>(count);
}

bool ends_as_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 15> ends{
        ".",      "!",      "?",      "\"",     "'",      ")",      "]",     "\u2026",
        "\u201d", "\u2019", "\u00bb", "\u201c", "\u3002", "\uff01", "\uff1f"};
    return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

/// No address, markup, aside or link to another article.
bool is_prose(std::string_view text) {
    static constexpr std::array<std::string_view, 7> marks{"http", "www.", "://", "{",
                                                           "<",    "|",    "@"};
    return ends_as_sentence(text) && text.front() != '(' && text.front() != '[' &&
           std::ranges::none_of(marks, [&](std::string_view mark) {
               return text.find(mark) != std::string_view::npos;
           });
}

/// One article being measured.
class NoveltyMeasure {
public:
    NoveltyMeasure(const NoveltyText& text, EarlierTexts& earlier, const NoveltyRules& rules)
        : text_(text),
          earlier_(earlier),
          rules_(rules),
          words_(earlier.words_of(text.body, text.idf)),
          runs_(runs_of(words_)) {
        read_sentences();
        leave_out_no_news();
        for (Sentence& sentence : sentences_) measure(sentence);
    }

    Novelty result() const {
        const std::vector<const Sentence*> best = best_sentences();
        Novelty novelty;
        for (const Sentence* sentence : best)
            novelty.sentences.push_back({sentence->span, sentence->score});
        std::ranges::sort(novelty.sentences, {},
                          [](const NovelSentence& sentence) { return sentence.span.begin; });
        novelty.share = share(best.empty() ? 0 : best.front()->words());
        return novelty;
    }

private:
    void read_sentences() {
        std::size_t from = 0;
        for (const Span span : pieces(text_.body, sentence_starts(text_.body))) {
            const auto [first, last] = words_in(words_, span, from);
            sentences_.push_back({span, first, last});
            from = last;
        }
    }

    void leave_out_no_news() {
        std::size_t at = 0;
        for (const Span span : pieces(text_.body, paragraph_starts(text_.body))) {
            const std::size_t first = at;
            std::size_t words = 0;
            for (; at < sentences_.size() && sentences_[at].span.begin < span.end; ++at)
                words += sentences_[at].words();
            const bool caption = words <= rules_.caption_words && has_picture_credit(text_of(span));
            for (std::size_t i = first; i < at; ++i) {
                const std::string_view sentence = text_of(sentences_[i].span);
                sentences_[i].news =
                    !caption && !has_picture_credit(sentence) && !is_poll_method(sentence);
            }
        }
    }

    bool is_old(const Sentence& sentence) const {
        return old_share(runs_, sentence.first, sentence.last, earlier_) >= rules_.old_sentence;
    }

    void measure(Sentence& sentence) const {
        if (!sentence.news || is_old(sentence)) return;
        std::unordered_set<std::uint64_t> seen;
        double all = 0;
        double fresh = 0;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const TextWord& word = words_[i];
            if (word.idf < rules_.least_idf || !seen.insert(word.stem).second) continue;
            all += word.idf;
            if (!earlier_.have_stem(word)) fresh += word.idf;
        }
        if (all == 0) return;
        sentence.new_part = fresh / all;
        const double more = new_names_and_numbers(sentence) + new_quotations(sentence);
        if (sentence.new_part >= rules_.shown_sentence || more > 0)
            sentence.score = fresh / std::sqrt(static_cast<double>(seen.size())) + more;
    }

    bool is_new(const TextWord& word) const { return !earlier_.have_form(word); }
    bool is_number(const TextWord& word) const {
        return ascii::is_digit(text_.body[word.span.begin]);
    }
    bool is_capital(const TextWord& word) const {
        const Character first = character_at(text_.body, word.span.begin);
        return first.kind == CharClass::letter &&
               text_.body.substr(word.span.begin, first.length) != first.accented;
    }

    /// In the middle of the sentence; capital letters that stand together are one name.
    double new_names_and_numbers(const Sentence& sentence) const {
        const bool capitals_are_names = earlier_.language() != "de" && !is_heading(sentence);
        double sum = 0;
        bool counted = false;  // of the name under way
        for (std::size_t i = sentence.first + 1; i < sentence.last; ++i) {
            if (is_number(words_[i]) && is_new(words_[i])) sum += rules_.for_number;
            const bool capital = is_capital(words_[i]);
            if (!capital) counted = false;
            if (!capital || counted || !capitals_are_names || !is_new(words_[i])) continue;
            sum += rules_.for_name;
            counted = true;
        }
        return sum;
    }

    /// Most words begin with capitals.
    bool is_heading(const Sentence& sentence) const {
        std::size_t capitals = 0;
        for (std::size_t i = sentence.first; i < sentence.last; ++i)
            capitals += is_capital(words_[i]);
        return capitals * 2 > sentence.words();
    }

    /// Those of which no run of words is in an earlier text.
    double new_quotations(const Sentence& sentence) const {
        double sum = 0;
        for (const Span quotation : text_.quotations) {
            if (quotation.begin < sentence.span.begin || quotation.begin >= sentence.span.end)
                continue;
            const auto [first, last] = words_in(words_, quotation, sentence.first);
            const bool fresh =
                last - first >= run_words && old_share(runs_, first, last, earlier_) == 0;
            sum += fresh ? rules_.for_quotation : 0;
        }
        return sum;
    }

    std::string_view text_of(Span span) const {
        return text_.body.substr(span.begin, span.end - span.begin);
    }

    bool can_be_shown(const Sentence& sentence) const {
        return sentence.score > 0 && sentence.words() >= rules_.least_words &&
               sentence.words() <= rules_.most_words && !is_heading(sentence) &&
               is_prose(text_of(sentence.span));
    }

    /// Best first.
    std::vector<const Sentence*> best_sentences() const {
        std::vector<const Sentence*> order;
        for (const Sentence& sentence : sentences_)
            if (can_be_shown(sentence)) order.push_back(&sentence);
        std::ranges::stable_sort(order, std::ranges::greater(), &Sentence::score);
        std::vector<const Sentence*> best;
        for (const Sentence* sentence : order) {
            if (best.size() == rules_.shown) break;
            if (!text_.elsewhere || !text_.elsewhere(text_of(sentence->span)))
                best.push_back(sentence);
        }
        return best;
    }

    /// Of at least so many words, since it cannot be said that nothing is new and then what.
    double share(std::size_t least_words) const {
        std::size_t fresh = 0;
        std::size_t all = 0;
        for (const Sentence& sentence : sentences_) {
            if (!sentence.news) continue;
            all += sentence.words();
            if (sentence.new_part >= rules_.new_sentence && sentence.new_part > 0)
                fresh += sentence.words();
        }
        fresh = std::max(fresh, least_words);
        return all == 0 ? 0 : static_cast<double>(fresh) / static_cast<double>(all);
    }

    const NoveltyText& text_;
    const EarlierTexts& earlier_;
    const NoveltyRules& rules_;
    std::vector<TextWord> words_;
    std::vector<std::uint64_t> runs_;
    std::vector<Sentence> sentences_;
};

}  // namespace

Novelty novelty_of(const NoveltyText& text, EarlierTexts& earlier, const NoveltyRules& rules) {
    return NoveltyMeasure(text, earlier, rules).result();
}

}  // namespace dateline
