// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/factiva.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/exports/export_article.h"
#include "indexer/readers/exports/html_paragraphs.h"

namespace dateline {

namespace {

struct Code {
    std::string_view name;
    std::string ExportArticle::*value;
};

constexpr auto codes = std::to_array<Code>({{"HD", &ExportArticle::title},
                                            {"BY", &ExportArticle::byline},
                                            {"PD", &ExportArticle::day},
                                            {"SN", &ExportArticle::outlet},
                                            {"SE", &ExportArticle::section},
                                            {"AN", &ExportArticle::accession}});

/// <div class="article deArticle">: the language stands before the word.
bool is_article(const xmlNode* node) {
    if (element_name(node) != "div" || !has_class(node, "article")) return false;
    const std::string classes = attribute(node, "class");
    return classes.find("Article") != classes.npos;
}

/// "1926 words": one number, and it comes first.
bool is_word_count(std::string_view text) {
    if (text.empty() || !ascii::is_digit(text.front())) return false;
    const std::size_t end = text.find_first_not_of("0123456789.,");
    return end == text.npos || text.find_first_of("0123456789", end) == text.npos;
}

/// "1) Storm hits coast": the export counts its articles.
std::string_view without_number(std::string_view title) {
    const std::size_t end = title.find_first_not_of("0123456789");
    const bool numbered = end != title.npos && end > 0 && title.substr(end, 2) == ") ";
    return numbered ? title.substr(end + 2) : title;
}

std::string_view without_word(std::string_view accession) {
    return accession.substr(accession.rfind(' ') + 1);
}

class ArticleReader {
public:
    ExportArticle read(xmlNode* root) {
        set_accession(root);
        walk_tree(
            root, [&](xmlNode* node) { return enter(node, root); }, [](xmlNode*) {});
        take_head();
        article_.title = without_number(article_.title);
        article_.accession = without_word(article_.accession);
        return std::move(article_);
    }

private:
    void set_accession(const xmlNode* root) {
        constexpr std::string_view prefix = "article-";
        const std::string id = root->parent == nullptr ? "" : attribute(root->parent, "id");
        if (id.starts_with(prefix)) article_.accession = id.substr(prefix.size());
    }

    bool enter(xmlNode* node, const xmlNode* root) {
        const std::string_view name = element_name(node);
        if (name.empty() || node == root) return true;
        if (has_class(node, "articleParagraph")) {
            add_text(node);
            return false;
        }
        const std::string classes = attribute(node, "class");
        if (classes.find("Headline") != std::string::npos) {
            article_.title = line_of_text(node);
            return false;
        }
        if (name == "tr") return !take_row(node);
        if (name == "div") {
            if (has_class(node, "author")) {
                article_.byline = line_of_text(node);
            } else if (attribute(node, "id") == "hd") {
                head_at_ = head_.size();
                return true;
            } else if (article_.body.empty()) {
                head_.push_back(line_of_text(node));
            }
            return false;
        }
        return true;
    }

    void add_text(xmlNode* node) {
        for (HtmlParagraph& paragraph : html_paragraphs(node))
            article_.body.push_back({std::move(paragraph.text), paragraph.line});
    }

    /// A row of the table of codes. False if it is another one, or one of text.
    bool take_row(xmlNode* row) {
        std::vector<xmlNode*> cells;
        for (xmlNode* cell = row->children; cell != nullptr; cell = cell->next)
            if (element_name(cell) == "td") cells.push_back(cell);
        if (cells.size() != 2) return false;
        std::string code = line_of_text(cells[0]);
        while (!code.empty() && !ascii::is_letter(code.back())) code.pop_back();
        if (code == "LP" || code == "TD") return false;
        const auto* found = std::ranges::find(codes, code, &Code::name);
        if (found != codes.end() && (article_.*found->value).empty())
            article_.*found->value = line_of_text(cells[1]);
        return true;
    }

    /// The parts without names: the section above the headline; then words, day, outlet, and what
    /// is of no use.
    void take_head() {
        if (head_at_ > 0 && head_at_ <= head_.size()) article_.section = head_.front();
        for (std::size_t at = head_at_; at < head_.size() && article_.day.empty(); ++at) {
            const std::string& text = head_[at];
            if (!has_year(text) || is_word_count(text) || text.starts_with("Copyright") ||
                text.starts_with("(c)"))
                continue;
            article_.day = text;
            if (at + 1 < head_.size() && article_.outlet.empty()) article_.outlet = head_[at + 1];
        }
    }

    ExportArticle article_;
    std::vector<std::string> head_;
    std::size_t head_at_ = 0;  // how many of them stand above the headline
};

}  // namespace

Reading read_factiva(xmlNode* page) {
    std::vector<ExportArticle> articles;
    walk_tree(
        page,
        [&](xmlNode* node) {
            if (!is_article(node)) return true;
            articles.push_back(ArticleReader().read(node));
            return false;
        },
        [](xmlNode*) {});
    return read_export(std::move(articles), PlaceUnit::item);
}

}  // namespace dateline
