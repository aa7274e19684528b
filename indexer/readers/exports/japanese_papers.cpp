// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/japanese_papers.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/exports/export_article.h"
#include "indexer/readers/exports/html_paragraphs.h"

namespace dateline {

namespace {

constexpr std::string_view wide_blank = "\xE3\x80\x80";  // U+3000 indents paragraphs

std::string_view without_indent(std::string_view row) {
    for (;;) {
        row = without_blanks(row);
        if (row.starts_with(wide_blank))
            row.remove_prefix(wide_blank.size());
        else if (row.ends_with(wide_blank))
            row.remove_suffix(wide_blank.size());
        else
            return row;
    }
}

/// The text within the element: each line is a paragraph, blank ones are left out.
void add_lines(xmlNode* root, ExportArticle& article) {
    std::string text;
    walk_tree(
        root,
        [&](const xmlNode* node) {
            if (element_name(node) == "br") text += '\n';
            for (const char c : characters(node)) text += c == '\n' || c == '\r' ? ' ' : c;
            return true;
        },
        [](xmlNode*) {});
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view row = without_indent(take_line(rest));
        if (!row.empty()) article.body.push_back({std::string(row), line_of_node(root)});
    }
}

/// What both have: a table whose cells are those of one article, a title, a text.
class PaperReader {
public:
    explicit PaperReader(std::string_view outlet) : outlet_(outlet) {}

    void begin() {
        articles_.emplace_back();
        articles_.back().outlet = outlet_;
        cells_ = 0;
    }

    std::size_t next_cell() { return ++cells_; }
    bool empty() const { return articles_.empty(); }
    ExportArticle& article() { return articles_.back(); }

    Reading finish(bool without_text) {
        std::erase_if(articles_, [&](const ExportArticle& each) {
            return each.body.empty() && !(without_text && !each.title.empty());
        });
        return read_export(std::move(articles_), PlaceUnit::item);
    }

private:
    std::string_view outlet_;
    std::vector<ExportArticle> articles_;
    std::size_t cells_ = 0;  // of the article's table
};

std::string cell_text(const xmlNode* node) {
    return std::string(without_indent(line_of_text(node)));
}

}  // namespace

Reading read_kikuzo(xmlNode* page) {
    PaperReader reader("Asahi Shimbun");
    enum Cell { number = 1, day, edition, section };
    walk_tree(
        page,
        [&](xmlNode* node) {
            const std::string_view name = element_name(node);
            if (name == "table" && has_class(node, "topic-list")) reader.begin();
            if (reader.empty()) return true;
            if (name == "td" && has_class(node, "topic-list")) {
                const std::size_t cell = reader.next_cell();
                if (cell == day) reader.article().day = cell_text(node);
                if (cell == section) reader.article().section = cell_text(node);
            } else if (name == "span" && has_class(node, "font002")) {
                reader.article().title = cell_text(node);
                return false;
            } else if (has_class(node, "detail001")) {
                add_lines(node, reader.article());
                return false;
            }
            return true;
        },
        [](xmlNode*) {});
    return reader.finish(true);
}

Reading read_yomidasu(xmlNode* page) {
    PaperReader reader("Yomiuri Shimbun");
    enum Cell { number = 1, day, title, edition, section };
    bool in_table = false;
    walk_tree(
        page,
        [&](xmlNode* node) {
            const std::string_view name = element_name(node);
            if (name == "table") {
                in_table = has_class(node, "contentsTable");
                if (in_table) reader.begin();
            }
            if (reader.empty()) return true;
            if (in_table && name == "th") {
                const std::size_t cell = reader.next_cell();
                if (cell == day) reader.article().day = cell_text(node);
                if (cell == title) reader.article().title = cell_text(node);
                if (cell == section) reader.article().section = cell_text(node);
            } else if (name == "p" && has_class(node, "mb10")) {
                add_lines(node, reader.article());
                return false;
            }
            return true;
        },
        [](xmlNode*) {});
    return reader.finish(false);
}

}  // namespace dateline
