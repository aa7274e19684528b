// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/article_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/counted.h"
#include "searcher/render/html_parts.h"

namespace dateline::web {
namespace {

class TextWriter {
public:
    explicit TextWriter(const Hit& hit) : hit_(hit), text_(hit.text->text), article_(hit.article) {
        article_.body = hit.text->text;  // by whose line breaks lines are counted
    }

    ArticleText write() {
        made_.matches = hit_.text->lit.size();
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find("\n\n", at), text_.size());
            write_paragraph(at, end);
            at = std::min(text_.find_first_not_of('\n', end), text_.size());
        }
        return std::move(made_);
    }

private:
    void write_paragraph(std::size_t begin, std::size_t end) {
        if (text_.substr(begin, end - begin).find_first_not_of(" \n\t") == text_.npos) return;
        made_.html += fmt::format("<p{}>", place(begin));
        for (std::size_t at = begin; at < end;) {
            const std::size_t line_end = std::min({text_.find('\n', at), end});
            if (at > begin) made_.html += "<br>\n";
            write_line(at, line_end);
            at = line_end + 1;
        }
        made_.html += "</p>\n";
    }

    /// The number of the paragraph's first line, beside it.
    std::string place(std::size_t offset) {
        if (hit_.article.unit == PlaceUnit::item) return "";
        const std::uint32_t line = line_of(article_, static_cast<std::uint32_t>(offset));
        if (line == numbered_) return "";
        numbered_ = line;
        return fmt::format(" data-line=\"{}\"", hit_.article.unit == PlaceUnit::line
                                                    ? grouped(line)
                                                    : number_text(hit_.article.unit, line));
    }

    void write_line(std::size_t begin, std::size_t end) {
        const std::uint32_t line = line_of(article_, static_cast<std::uint32_t>(begin));
        const bool is_new = line != anchored_ && hit_.article.unit != PlaceUnit::item;
        if (is_new) made_.html += fmt::format("<span id=\"L{}\">", line);
        write_lit(begin, end);
        if (is_new) made_.html += "</span>";
        anchored_ = line;
    }

    /// A lit span that goes on behind the line is lit in both, under one anchor.
    void write_lit(std::size_t begin, std::size_t end) {
        std::size_t at = begin;
        const std::vector<Span>& lit = hit_.text->lit;
        for (; next_ < lit.size() && lit[next_].begin < end; ++next_) {
            const std::size_t from = std::max<std::size_t>(lit[next_].begin, at);
            const std::size_t to = std::min<std::size_t>(lit[next_].end, end);
            if (from > at) made_.html += escape_html(text_.substr(at, from - at));
            if (to > from) write_mark(from, to);
            at = std::max(at, to);
            if (lit[next_].end > end) break;
        }
        made_.html += escape_html(text_.substr(at, end - at));
    }

    void write_mark(std::size_t from, std::size_t to) {
        const std::size_t number = next_ + 1;
        const std::size_t following = number == made_.matches ? 1 : number + 1;
        const bool again = number == marked_;
        marked_ = number;
        made_.html += fmt::format("<mark{}><a href=\"#m{}\">{}</a></mark>",
                                  again ? "" : fmt::format(" id=\"m{}\"", number), following,
                                  escape_html(text_.substr(from, to - from)));
    }

    const Hit& hit_;
    std::string_view text_;
    Article article_;
    ArticleText made_;
    std::uint32_t numbered_ = 0;
    std::uint32_t anchored_ = 0;
    std::size_t next_ = 0;    // of what is lit
    std::size_t marked_ = 0;  // the last one that has its anchor
};

}  // namespace

ArticleText article_text(const Hit& hit) {
    return hit.text ? TextWriter(hit).write() : ArticleText{};
}

}  // namespace dateline::web
