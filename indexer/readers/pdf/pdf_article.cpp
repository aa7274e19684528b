// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf/pdf_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/documents/head_lines.h"
#include "indexer/readers/documents/text_document.h"
#include "indexer/readers/html/page_labels.h"
#include "indexer/readers/pdf/pdf_lines.h"
#include "indexer/readers/pdf/pdf_paragraphs.h"
#include "indexer/readers/pdf/pdf_titles.h"

namespace dateline {

namespace {

using Kind = DocumentParagraph::Kind;

constexpr std::uint32_t pages_with_title = 2;

class PdfArticle {
public:
    PdfArticle(const PdfWords& words, std::vector<PdfLine> lines)
        : words_(words),
          url_(take_margins(lines, words)),
          body_(body_size(lines)),
          paragraphs_(pdf_paragraphs(lines)) {}

    TextDocument document() {
        TextDocument document;
        const std::string stated = stated_title();
        const std::size_t at = headline(stated);
        const bool headed = at < paragraphs_.size();
        const std::string kicker = headed ? take_kicker(paragraphs_[at], stated) : "";
        add_property(document, "url", url_);
        add_properties(document, title_of(stated, at));
        if (headed)
            document.paragraphs.push_back(
                {title_of(stated, at), paragraphs_[at].page, Kind::title});
        std::ranges::move(head_lines(headed ? at : 0, headed ? at + 1 : 0),
                          std::back_inserter(document.paragraphs));
        if (!kicker.empty())
            document.paragraphs.push_back({kicker, paragraphs_[at].page, Kind::body});
        for (const std::size_t i : body(headed ? at + 1 : 0))
            if (i != at && !is_beside_head(i))
                document.paragraphs.push_back({text_left(i), paragraphs_[i].page, Kind::body});
        return document;
    }

private:
    std::string info(std::string_view key) const {
        const auto found = words_.info.find(key);
        return found == words_.info.end() ? "" : std::string(ascii::trim(found->second));
    }

    /// A page printed by a browser: all of it, with its menus.
    bool is_print() const { return !url_.empty() || info("Creator").starts_with("Mozilla/"); }

    std::string stated_title() const {
        const std::string title = info("Title");
        TextDocument plausible;
        add_property(plausible, "title", title);
        return plausible.properties.empty() || is_address(title) ? "" : title;
    }

    bool is_heading(const PdfParagraph& paragraph) const {
        constexpr std::size_t longest = 300;
        return paragraph.page <= pages_with_title && paragraph.size * 4 >= body_ * 5 &&
               paragraph.text.size() < longest && word_count(paragraph.text) >= 2;
    }

    /// The paragraph that is the headline: of those in large letters the one that the stated title
    /// or the address has, else the largest of several words above the text. All of them: none is.
    std::size_t headline(const std::string& stated) const {
        constexpr std::size_t long_text = 250;
        const std::string like = stated.empty() ? words_of_address(url_) : stated;
        std::size_t best = paragraphs_.size();
        int best_rank = 0;
        bool above_text = true;
        for (std::size_t at = 0; at < paragraphs_.size(); ++at) {
            const PdfParagraph& each = paragraphs_[at];
            const bool large = is_heading(each);
            above_text = above_text && (large || each.text.size() < long_text);
            const int rank = large ? rank_of(each.text, like, above_text, at == 0)
                             : is_title_again(each, like) ? 4
                                                          : 0;
            const bool larger = best < paragraphs_.size() && each.size > paragraphs_[best].size;
            if (rank > best_rank || (rank > 0 && rank == best_rank && larger)) {
                best = at;
                best_rank = rank;
            }
        }
        return best < paragraphs_.size() ? best : headline_below_kicker();
    }

    /// Where all letters are of one size, the first line is the headline, as in any text, unless it
    /// is a kicker of a word or two, "POLITICS".
    std::size_t headline_below_kicker() const {
        const auto is_line = [&](std::size_t at, std::size_t least, std::size_t most) {
            const std::string& text = paragraphs_[at].text;
            return is_label(at) && !byline_in(text) && !day_line_in(text) &&
                   word_count(text) >= least && word_count(text) <= most;
        };
        const bool below = paragraphs_.size() > 2 && is_line(0, 1, 2) && is_line(1, 3, 12);
        return below ? 1 : paragraphs_.size();
    }

    /// The stated title in letters of any size, as on pages that were printed with their menus.
    bool is_title_again(const PdfParagraph& paragraph, const std::string& like) const {
        constexpr std::uint32_t most_pages = 6;
        return !like.empty() && paragraph.page <= most_pages &&
               paragraph.text.size() <= like.size() && word_count(paragraph.text) >= 4 &&
               contains_letters(like, paragraph.text);
    }

    static int rank_of(std::string_view text, const std::string& like, bool above_text,
                       bool first) {
        const bool long_enough = word_count(text) >= 4;
        if (long_enough && !like.empty() && contains_letters(like, text)) return 4;
        if (long_enough && !like.empty() && share_words(text, like)) return 3;
        if (long_enough && above_text) return 2;
        return first ? 1 : 0;
    }

    /// The line above a headline that was printed as large as it.
    std::string take_kicker(PdfParagraph& heading, const std::string& stated) const {
        const std::size_t bytes =
            kicker_bytes(heading.text, heading.first_line, stated, words_of_address(url_));
        std::string kicker(ascii::trim(std::string_view(heading.text).substr(0, bytes)));
        heading.text.erase(0, bytes);
        return kicker;
    }

    std::string title_of(const std::string& stated, std::size_t at) const {
        if (at >= paragraphs_.size()) return without_site(stated);
        const std::string& heading = paragraphs_[at].text;
        const bool like = !stated.empty() && share_words(heading, stated);
        return like && !contains_letters(stated, heading) ? without_site(stated) : heading;
    }

    void add_properties(TextDocument& document, const std::string& title) const {
        add_property(document, "title", title);
        add_property(document, "document author", info("Author"));
        add_property(document, "keywords", info("Keywords"));
        // A browser prints what it shows: that day is the day of saving.
        const std::string made = info("CreationDate");
        if (is_print() || !made.starts_with("D:") || made.size() < 10) return;
        add_property(
            document, "document created",
            fmt::format("{}-{}-{}", made.substr(2, 4), made.substr(6, 2), made.substr(8, 2)));
    }

    /// What of the paragraphs is the article. Of a page that a browser printed only what stands
    /// between the headline and the last running text, and no runs of short lines, which are menus.
    std::vector<std::size_t> body(std::size_t below_headline) const {
        std::vector<std::size_t> kept;
        for (std::size_t at = is_print() ? below_headline : 0; at < paragraphs_.size(); ++at)
            kept.push_back(at);
        if (!is_print()) return kept;
        while (kept.size() > 1 && !is_running_text(kept.back())) kept.pop_back();
        std::vector<std::size_t> body;
        constexpr std::size_t shortest_menu = 3;
        for (std::size_t i = 0; i < kept.size();) {
            std::size_t end = i;
            while (end < kept.size() && is_label(kept[end])) ++end;
            if (end - i < shortest_menu)
                end = std::max(end, i + 1);
            else
                i = end;
            for (; i < end; ++i)
                if (!is_page_label(kept[i])) body.push_back(kept[i]);
        }
        return body;
    }

    bool is_running_text(std::size_t at) const {
        constexpr std::size_t shortest = 100;
        const std::string& text = paragraphs_[at].text;
        return text.size() > shortest && ends_sentence(text);
    }

    static bool is_label_text(std::string_view text) {
        constexpr std::size_t longest = 60;
        return text.size() < longest && !ends_sentence(text);
    }

    bool is_label(std::size_t at) const { return is_label_text(paragraphs_[at].text); }

    /// A line that begins as those of pages do that are no part of their article.
    bool is_page_label(std::size_t at) const {
        constexpr std::size_t longest = 100;
        const std::string& text = paragraphs_[at].text;
        return text.size() < longest && begins_with_page_label(text);
    }

    /// What the paragraph says, less what was taken to the head.
    const std::string& text_left(std::size_t at) const {
        const auto taken = left_.find(at);
        return taken == left_.end() ? paragraphs_[at].text : taken->second;
    }

    /// What a page that was printed has beside its byline and day: "2 min read".
    bool is_beside_head(std::size_t at) const {
        return left_.contains(at) && is_print() && is_label_text(text_left(at));
    }

    /// The byline and the day near the headline, which stand right below it then: behind `begin`,
    /// else above `at`.
    std::vector<DocumentParagraph> head_lines(std::size_t at, std::size_t begin) {
        constexpr std::size_t above = 4;
        constexpr std::size_t below = 12;
        std::vector<DocumentParagraph> lines;
        const auto take_from = [&](std::size_t i, auto line_in) {
            const std::string text = text_left(i);
            const auto found = line_in(text);
            if (!found) return false;
            lines.push_back({std::string(found->line), paragraphs_[i].page, Kind::body});
            left_[i] = found->rest;
            return true;
        };
        const auto take = [&](auto line_in) {
            const std::size_t end = std::min(paragraphs_.size(), at + below);
            int running = 0;
            for (std::size_t i = begin; i < end && running < 2; ++i) {
                if (take_from(i, line_in)) return;
                running += !left_.contains(i) && is_running_text(i) ? 1 : 0;
            }
            for (std::size_t i = at; i-- > at - std::min(at, above);)
                if (take_from(i, line_in)) return;
        };
        take(byline_in);
        take(day_line_in);
        return lines;
    }

    const PdfWords& words_;
    std::string url_;
    int body_;
    std::vector<PdfParagraph> paragraphs_;
    std::map<std::size_t, std::string> left_;  // of paragraphs that went to the head, or in part
};

struct KnownError {
    std::string_view error;
    std::string_view message;
};

constexpr auto known_errors = std::to_array<KnownError>({
    {"encrypted", "encrypted: it cannot be read without its password"},
    {"damaged", "damaged: it is no PDF that can be read"},
    {"memory", "not read: it takes more memory than a PDF may"},
});

}  // namespace

Reading read_pdf_rows(std::string_view rows) {
    const PdfWords words = parse_pdf_words(rows);
    for (const KnownError& known : known_errors)
        if (words.error == known.error) return {{}, {{"", 0, std::string(known.message), true}}};
    const std::vector<PdfLine> lines = pdf_lines(words);
    if (lines.empty()) {
        const bool pictures = words.complete && !words.pages.empty();
        return {{},
                {{"", 0,
                  pictures ? "no text in it, only pictures; text recognition (OCR) can add it"
                           : "damaged: it has no page that can be read",
                  true, pictures ? ProblemKind::empty : ProblemKind::other}}};
    }
    Reading reading = read_document(PdfArticle(words, lines).document());
    for (RawArticle& article : reading.articles) article.unit = PlaceUnit::page;
    if (!words.complete || words.page_count > words.pages.size())
        reading.problems.push_back({"", 0,
                                    fmt::format("read up to page {} only", words.pages.size()),
                                    false, ProblemKind::cut});
    return reading;
}

}  // namespace dateline
