// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/integrum.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/exports/export_article.h"

namespace dateline {

namespace {

struct Label {
    std::string_view name;
    std::string ExportArticle::*value;
};

// Of source, rubric, day, author, title. Others, as the number of the issue, are left out.
constexpr auto labels = std::to_array<Label>({{"ИС", &ExportArticle::outlet},
                                              {"РБ", &ExportArticle::section},
                                              {"ДТ", &ExportArticle::day},
                                              {"АВ", &ExportArticle::byline},
                                              {"ЗГ", &ExportArticle::title}});

/// "^ДТ: 09.02.1994": each label begins with a caret.
void take_labels(std::string_view text, ExportArticle& article) {
    take_part(text, '^');
    while (!text.empty()) {
        const std::string_view part = take_part(text, '^');
        const std::size_t colon = part.find(':');
        if (colon == part.npos) continue;
        const auto* found =
            std::ranges::find(labels, ascii::trim(part.substr(0, colon)), &Label::name);
        if (found != labels.end()) article.*found->value = one_line(part.substr(colon + 1));
    }
}

/// Paragraphs are divided by the indent of their first line or by blank lines.
void add_text(const xmlNode* node, ExportArticle& article) {
    const std::string text = text_within(node);
    std::uint32_t line = line_of_node(node);
    bool open = false;
    for (std::string_view rest = text; !rest.empty(); ++line) {
        const std::string_view row = take_line(rest);
        const std::string_view words = ascii::trim(row);
        if (words.empty()) {
            open = false;
            continue;
        }
        if (open && !row.starts_with("  "))
            article.body.back().text.append("\n").append(words);
        else
            article.body.push_back({std::string(words), line});
        open = true;
    }
}

}  // namespace

Reading read_integrum(xmlNode* page) {
    std::vector<ExportArticle> articles;
    walk_tree(
        page,
        [&](xmlNode* node) {
            const std::string_view name = element_name(node);
            if (name == "td") {
                const std::string text = text_within(node);
                if (!ascii::trim(text).starts_with('^')) return true;
                take_labels(text, articles.emplace_back());
                return false;
            }
            if (name != "pre" || articles.empty()) return true;
            add_text(node, articles.back());
            return false;
        },
        [](xmlNode*) {});
    std::erase_if(articles, [](const ExportArticle& each) { return each.body.empty(); });
    return read_export(std::move(articles), PlaceUnit::item);
}

}  // namespace dateline
