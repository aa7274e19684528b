// SPDX-License-Identifier: GPL-2.0-or-later
// Texts one behind the other, each below a line of starred variables, as programs that count words
// take them. What a variable is called says what it means, as a key of front matter does.
#include "indexer/readers/exports/alceste.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/text_parts.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

namespace {

/// "**** *var_value" and "0002 *var_value".
bool begins_text(std::string_view line) {
    const std::size_t blank = line.find(' ');
    const std::string_view mark = line.substr(0, blank);
    const bool stars = mark == "****";
    const bool number = mark.size() >= 4 && std::ranges::all_of(mark, ascii::is_digit);
    return (stars || number) &&
           (blank == line.npos ? stars : ascii::trim(line.substr(blank)).starts_with('*'));
}

/// "-*theme": a part of the text has a name, which is none of its words.
bool is_theme(std::string_view line) {
    return line.starts_with("-*") && line.find(' ') == line.npos;
}

/// "*source_The_Halden_Sample": underscores within a value are blanks.
void take_variables(std::string_view line, std::uint32_t number, RawArticle& article) {
    take_part(line, '*');
    for (line = line.substr(line.starts_with("***") ? 3 : 0); !line.empty();) {
        const std::string_view variable = ascii::trim(take_part(line, '*'));
        const std::size_t end = variable.find('_');
        if (end == variable.npos || end == 0) continue;
        std::string value(variable.substr(end + 1));
        std::ranges::replace(value, '_', ' ');
        add_field_value(article.fields, ascii::lowered(variable.substr(0, end)), number, value);
    }
}

class AlcesteReader {
public:
    Reading read(std::string_view text) {
        for (std::uint32_t number = 1; !text.empty(); ++number) {
            const std::string_view line = ascii::trim(take_line(text));
            if (begins_text(line)) {
                end();
                article_.line = number;
                take_variables(line, number, article_);
            } else if (line.empty() || is_theme(line)) {
                text_.end_paragraph();
            } else {
                text_.add(line, number);
                text_.end_line();
            }
        }
        end();
        if (reading_.articles.empty())
            reading_.problems.push_back({"", 0, "no texts in it", true, ProblemKind::empty});
        return std::move(reading_);
    }

private:
    void end() {
        RawArticle article = std::exchange(article_, {});
        if (text_.empty()) return;
        text_.move_into(article);
        constexpr std::size_t beginning = 200;
        article.identity = article.text.substr(
            0, character_begin(article.text, std::min(article.text.size(), beginning)));
        reading_.articles.push_back(std::move(article));
    }

    Reading reading_;
    RawArticle article_;
    TextBuilder text_;
};

}  // namespace

bool begins_alceste(std::string_view text) {
    const std::string_view line = ascii::trim(text.substr(0, text.find('\n')));
    return line.starts_with("**** *") && begins_text(line);
}

Reading read_alceste(std::string_view text) {
    return AlcesteReader().read(text);
}

}  // namespace dateline
