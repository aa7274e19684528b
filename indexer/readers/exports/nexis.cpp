// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/nexis.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/exports/export_article.h"
#include "indexer/readers/exports/nexis_labels.h"

namespace dateline {

namespace {

using Paragraphs = std::span<const DocumentParagraph>;

bool is_one_of(std::string_view text, std::span<const std::string_view> words) {
    return std::ranges::any_of(words,
                               [&](auto word) { return ascii::equal_ignoring_case(text, word); });
}

bool is_end_of_document(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>(
        {"End of Document", "Ende des Dokuments", "Fin du document", "Fin del documento",
         "Fine del documento", "Einde van document"});
    return is_one_of(text, words);
}

bool is_body_mark(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>(
        {"Body", "Text", "Volltext", "Corps", "Cuerpo", "Testo", "Texte"});
    return is_one_of(text, words);
}

bool is_classification_mark(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>(
        {"Classification", "Klassifizierung", "Clasificación", "Classificazione"});
    return is_one_of(text, words);
}

bool begins_with_year(std::string_view text) {
    return text.size() >= 4 && (text.starts_with("19") || text.starts_with("20")) &&
           ascii::is_digit(text[2]) && ascii::is_digit(text[3]);
}

/// "Copyright 2026 The Paper", "© The Paper", "Copyright (c) 2026", not "Copyright reform is due".
bool is_copyright(std::string_view text) {
    constexpr std::string_view word = "copyright";
    const bool named = ascii::starts_ignoring_case(text, word);
    std::string_view rest = named ? text.substr(word.size()) : text;
    bool marked = false;
    for (const std::string_view mark : {",", ":", "©", "(c)"}) {
        rest = ascii::trim(rest);
        if (!ascii::starts_ignoring_case(rest, mark)) continue;
        marked = marked || mark.size() > 1;
        rest = ascii::trim(rest.substr(mark.size()));
    }
    if (marked || !named) return text.starts_with("©") || (marked && (named || has_year(rest)));
    return begins_with_year(rest) || ascii::lowered(rest).find("rights reserved") != rest.npos;
}

/// What may stand below the day: "City Final Edition", "Correction Appended".
bool is_edition(std::string_view text) {
    constexpr std::size_t longest = 60;
    const std::string lower = text.size() > longest ? "" : ascii::lowered(text);
    return lower.ends_with("edition") || lower.ends_with("edition - final") ||
           lower.ends_with("correction appended") || lower.ends_with("correction");
}

/// Of the newer form's labels, which are in small letters, those that stand below a text.
bool is_tail_label(std::string_view text) {
    constexpr auto names = std::to_array<std::string_view>(
        {"load-date", "load date", "ladedatum", "laaddatum", "date-chargement", "fecha-carga",
         "data di caricamento", "correction-date"});
    return is_nexis_label_line(text) || is_one_of(text.substr(0, text.find(':')), names);
}

/// Keeps what a label says, if it is of use.
bool take_label(std::string_view text, ExportArticle& article) {
    const auto labelled = nexis_label(text);
    if (!labelled) return false;
    if (labelled->label->value != nullptr && (article.*labelled->label->value).empty())
        article.*labelled->label->value = labelled->value;
    return true;
}

/// "The Paper (London) - Final Edition" -> "The Paper (London)".
std::string_view without_edition(std::string_view outlet) {
    const std::size_t dash = outlet.rfind(" - ");
    if (dash != outlet.npos && ascii::lowered(outlet.substr(dash)).find("edition") != outlet.npos)
        outlet = outlet.substr(0, dash);
    if (outlet.ends_with('.')) outlet.remove_suffix(1);
    return outlet;
}

ExportParagraph body_paragraph(const DocumentParagraph& paragraph) {
    return {std::string(without_blanks(paragraph.text)), paragraph.number};
}

/// Takes labels, copyright lines and blank ones off the end.
Paragraphs without_tail(Paragraphs paragraphs, ExportArticle& article) {
    while (!paragraphs.empty()) {
        const std::string_view text = without_blanks(paragraphs.back().text);
        const bool label = is_tail_label(text) && take_label(text, article);
        if (!text.empty() && !is_copyright(text) && !label) break;
        paragraphs = paragraphs.first(paragraphs.size() - 1);
    }
    return paragraphs;
}

/// An article of the newer form: headline, outlet, day; labels; the mark of its text, and its text.
class NewForm {
public:
    static std::vector<ExportArticle> read(Paragraphs paragraphs) {
        std::vector<ExportArticle> articles;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < paragraphs.size(); ++at) {
            if (!is_end_of_document(without_blanks(paragraphs[at].text))) continue;
            articles.push_back(article(paragraphs.subspan(begin, at - begin)));
            begin = at + 1;
        }
        return articles;
    }

private:
    static ExportArticle article(Paragraphs part) {
        ExportArticle article;
        const std::size_t labels = end_of_head(part);
        set_head(part.first(labels), article);
        std::size_t at = labels;
        for (; at < part.size() && !is_body_mark(without_blanks(part[at].text)); ++at)
            take_label(without_blanks(part[at].text), article);
        if (at == part.size()) at = std::min(labels + 1, part.size());  // no mark: all of it
        Paragraphs text = part.subspan(std::min(at + 1, part.size()));
        const auto classes = std::ranges::find_if(text, [](const auto& each) {
            return is_classification_mark(without_blanks(each.text));
        });
        const auto size = static_cast<std::size_t>(classes - text.begin());
        for (const DocumentParagraph& each : text.subspan(size))
            take_label(without_blanks(each.text), article);
        for (const DocumentParagraph& each : without_tail(text.first(size), article))
            article.body.push_back(body_paragraph(each));
        return article;
    }

    /// Where the first label or copyright line behind the headline stands. A cover page with a list
    /// has labels of its own kind.
    static std::size_t end_of_head(Paragraphs part) {
        const auto heading =
            std::ranges::find(part, DocumentParagraph::Kind::heading, &DocumentParagraph::kind);
        const bool headed = heading != part.end();
        for (auto at = headed ? heading + 1 : part.begin(); at != part.end(); ++at) {
            const std::string_view text = without_blanks(at->text);
            if (is_copyright(text) || is_body_mark(text) || nexis_label(text))
                return static_cast<std::size_t>(at - part.begin());
        }
        return 0;
    }

    static void set_head(Paragraphs part, ExportArticle& article) {
        std::vector<const DocumentParagraph*> lines;
        for (const DocumentParagraph& each : part)
            if (!without_blanks(each.text).empty()) lines.push_back(&each);
        std::size_t day = lines.size();
        while (day > 0 && !has_year(without_blanks(lines[day - 1]->text))) --day;
        if (day > 0) article.day = without_blanks(lines[day - 1]->text);
        const std::size_t outlet = day > 0 ? day - 1 : lines.size();  // counted from 1
        if (outlet > 0) article.outlet = without_edition(without_blanks(lines[outlet - 1]->text));
        const auto heading =
            std::ranges::find(lines, DocumentParagraph::Kind::heading, &DocumentParagraph::kind);
        if (heading != lines.end())
            article.title = without_blanks((*heading)->text);
        else if (outlet > 1)
            article.title = without_blanks(lines[outlet - 2]->text);
    }
};

/// An article of the older form: outlet, day, headline; labels; text; labels and copyright.
class OldForm {
public:
    static std::vector<ExportArticle> read(Paragraphs paragraphs) {
        std::vector<ExportArticle> articles;
        const auto is_mark = [](const auto& each) {
            return is_nexis_mark(without_blanks(each.text));
        };
        auto begin = std::ranges::find_if(paragraphs, is_mark);
        while (begin != paragraphs.end()) {
            const auto end = std::find_if(begin + 1, paragraphs.end(), is_mark);
            articles.push_back(article(Paragraphs(begin + 1, end)));
            begin = end;
        }
        return articles;
    }

private:
    static ExportArticle article(Paragraphs part) {
        ExportArticle article;
        part = without_tail(part, article);
        const std::size_t labels = set_head(part, article);
        std::size_t at = labels;
        for (; at < part.size(); ++at) {
            const std::string_view text = without_blanks(part[at].text);
            const bool label = is_nexis_label_line(text) && take_label(text, article);
            if (!text.empty() && !is_copyright(text) && !label) break;
        }
        for (const DocumentParagraph& each : part.subspan(at))
            if (!without_blanks(each.text).empty()) article.body.push_back(body_paragraph(each));
        return article;
    }

    /// Returns where the labels begin.
    static std::size_t set_head(Paragraphs part, ExportArticle& article) {
        constexpr std::size_t most_lines = 8;
        std::size_t at = 0;
        for (std::size_t lines = 0; at < part.size() && lines < most_lines; ++at) {
            const std::string_view text = without_blanks(part[at].text);
            if (text.empty() || is_copyright(text)) continue;
            if (is_edition(text) && !has_year(text)) continue;
            if (is_nexis_label_line(text)) break;
            ++lines;
            if (article.outlet.empty()) {
                article.outlet = without_edition(text.substr(0, text.find('\n')));
            } else if (article.day.empty() && has_year(text)) {
                article.day = text;
            } else if (article.title.empty() && !article.day.empty()) {
                article.title = text;
                std::ranges::replace(article.title, '\n', ' ');
                if (!followed_by_label(part.subspan(at + 1))) return at + 1;
            } else {
                break;  // the text, without labels above it
            }
        }
        return at;
    }

    static bool followed_by_label(Paragraphs part) {
        for (const DocumentParagraph& each : part)
            if (!without_blanks(each.text).empty())
                return is_nexis_label_line(without_blanks(each.text));
        return false;
    }
};

}  // namespace

bool is_nexis_mark(std::string_view text) {
    constexpr std::size_t longest = 60;
    constexpr auto words = std::to_array<std::string_view>(
        {"DOCUMENTS", "DOKUMENTE", "DOKUMENTEN", "DOCUMENTOS", "DOCUMENTI", "DOCUMENT"});
    if (text.empty() || text.size() > longest || !ascii::is_digit(text.front())) return false;
    const std::size_t last = text.rfind(' ');
    if (last == text.npos || !is_one_of(text.substr(last + 1), words)) return false;
    const std::string_view rest = ascii::trim(text.substr(0, last));
    return ascii::is_digit(rest.back()) && rest.find(' ') != rest.npos;
}

bool is_nexis_label_line(std::string_view text) {
    // In running text "Correction: " begins a sentence.
    return nexis_label(text) &&
           std::ranges::none_of(text.substr(0, text.find(':')), ascii::is_lower);
}

bool is_nexis(const std::vector<DocumentParagraph>& paragraphs) {
    bool labels = false;
    bool mark = false;
    for (const DocumentParagraph& each : paragraphs) {
        const std::string_view text = without_blanks(each.text);
        labels = labels || nexis_label(text) || is_body_mark(text);
        mark = mark || is_end_of_document(text) || is_nexis_mark(text);
        if (labels && mark) return true;
    }
    return false;
}

Reading read_nexis(const std::vector<DocumentParagraph>& paragraphs) {
    const bool old_form = std::ranges::any_of(
        paragraphs, [](const auto& each) { return is_nexis_mark(without_blanks(each.text)); });
    return read_export(old_form ? OldForm::read(paragraphs) : NewForm::read(paragraphs),
                       PlaceUnit::item);
}

}  // namespace dateline
