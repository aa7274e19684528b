// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/text.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/terminal.h"
#include "searcher/render/lit_text.h"

namespace dateline {
namespace {

constexpr std::string_view bold = "1";
constexpr std::string_view dim = "2";
constexpr std::string_view cyan = "36";
constexpr std::string_view yellow = "33";

constexpr std::string_view middle_dot = " \xC2\xB7 ";

/// 12345 -> 12,345
std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

std::string about(const MatchCount& count) {
    std::string text = count.exact ? "" : "about ";
    return text += grouped(count.number);
}

MatchCount sum(const MatchCount& a, const MatchCount& b) {
    return {a.number + b.number, a.exact && b.exact};
}

/// Writes lines that all begin in the same column.
class Page {
public:
    Page(const TextOptions& options, std::size_t indent, std::ostream& out)
        : options_(options), indent_(indent), out_(out) {}

    std::size_t room() const { return options_.width > indent_ + 1 ? options_.width - indent_ : 1; }

    /// `label` stands in the indent of the first line, which is wide enough for it.
    void print(const LitText& text, std::string_view base, const std::string& label = "") {
        bool first = true;
        for (const std::string& line :
             set_lines(text, room(), {.color = options_.color, .base = base})) {
            std::string margin = first ? label : "";
            margin.resize(indent_, ' ');
            out_ << margin << line << '\n';
            first = false;
        }
    }

    void print(std::string_view text, std::string_view base = "") {
        print(LitText{std::string(text), {}}, base);
    }

    /// Not broken, since a file name is there to be copied.
    void print_whole(std::string_view text, std::string_view base) {
        out_ << std::string(indent_, ' ') << styled(text, base) << '\n';
    }

    std::string styled(std::string_view text, std::string_view code) const {
        if (!options_.color || text.empty()) return std::string(text);
        return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
    }

    /// A page with the same stream, `columns` further in.
    Page inner(std::size_t columns) const { return {options_, indent_ + columns, out_}; }
    std::size_t indent() const { return indent_; }
    const TextOptions& options() const { return options_; }
    std::ostream& out() { return out_; }

private:
    const TextOptions& options_;
    std::size_t indent_;
    std::ostream& out_;
};

std::string shown_path(const Hit& hit, const std::string& folder) {
    std::string_view path = hit.file;
    if (!folder.empty() && folder != "/" && path.starts_with(folder) &&
        path.substr(folder.size()).starts_with('/')) {
        path.remove_prefix(folder.size() + 1);
    }
    std::string shown = make_safe(path);
    if (!hit.passages.empty()) shown += fmt::format(":{}", hit.passages.front().line);
    return shown;
}

void print_path(const Hit& hit, Page& page) {
    const std::string path = shown_path(hit, page.options().folder);
    const std::string id = make_safe(hit.article.id);
    if (display_width(path) + 2 + display_width(id) <= page.room()) {
        page.out() << std::string(page.indent(), ' ') << page.styled(path, cyan) << "  "
                   << page.styled(id, dim) << '\n';
    } else {
        page.print_whole(path, cyan);
        page.print(id, dim);
    }
    if (hit.state == FileState::changed) page.print("changed since it was indexed", yellow);
    if (hit.state == FileState::missing) page.print("this file is gone", yellow);
}

/// The Verge · Hayden Field · 2026-02-26 · tech
LitText byline(const Hit& hit) {
    LitText line = safe_for_terminal(hit.outlet);
    if (line.text.empty()) line.text = "unknown outlet";
    append(line, middle_dot, safe_for_terminal(hit.authors));
    const auto& published = hit.article.published;
    append(line, middle_dot, {published ? to_string(*published) : "undated", {}});
    append(line, middle_dot, safe_for_terminal({hit.article.section, {}}));
    return line;
}

void print_passages(const Hit& hit, Page& page) {
    // Several passages each have their line before them; that of a single one is with the path.
    std::size_t columns = 0;
    if (hit.passages.size() > 1) {
        for (const ShownPassage& passage : hit.passages) {
            columns = std::max(columns, std::to_string(passage.line).size() + 2);
        }
    }
    for (const ShownPassage& passage : hit.passages) {
        LitText text = safe_for_terminal(passage.text);
        if (&passage == &hit.passages.back() && hit.more_passages > 0) {
            append(text, " ", {fmt::format("(+{}\u00A0more)", grouped(hit.more_passages)), {}});
        }
        Page inner = page.inner(columns);
        std::string label;
        if (columns > 0) {
            label.assign(page.indent(), ' ');
            label += fmt::format("{:>{}}", passage.line, columns - 2);
        }
        inner.print(text, "", label);
    }
}

void print_score(const Hit& hit, Page& page) {
    if (hit.parts.empty()) return;
    std::string line = fmt::format("score {:.2f} =", hit.score);
    for (const ScorePart& part : hit.parts) {
        if (&part != &hit.parts.front()) line += " +";
        line += fmt::format(" {:.2f} {}", part.points, make_safe(part.what));
    }
    page.print(line, dim);
}

void print_hit(const Hit& hit, Page& page) {
    LitText title = safe_for_terminal(hit.title);
    if (title.text.empty()) title = safe_for_terminal({hit.article.title, {}});
    if (title.text.find_first_not_of(' ') == std::string::npos) title = {"untitled", {}};
    const std::string rank = fmt::format("{:>{}}", hit.rank, page.indent() - 2);
    page.print(title, bold, rank);
    page.print(byline(hit), "");
    print_path(hit, page);
    print_passages(hit, page);
    print_score(hit, page);
    page.out() << '\n';
}

/// -- 3 with all words; 41 more with some --
std::string tier_line(const SearchResult& result) {
    if (result.full.number == 0) {
        return fmt::format("-- none with all words; {} with some --", about(result.partial));
    }
    return fmt::format("-- {} with all words; {} more with some --", about(result.full),
                       about(result.partial));
}

std::string articles(const MatchCount& count) {
    return about(count) + (count.number == 1 ? " article" : " articles");
}

/// How many there are and which of them are shown.
std::string foot_line(const SearchResult& result) {
    const MatchCount all = sum(result.full, result.partial);
    if (result.hits.size() == all.number) return articles(all);
    const std::uint64_t last = result.offset + std::uint64_t{result.hits.size()};
    const std::string line = fmt::format("{}-{} of {}", grouped(result.offset + std::uint64_t{1}),
                                         grouped(last), articles(all));
    return last < all.number ? line + fmt::format("; the next: --offset {}", last) : line;
}

std::string nothing_line(const SearchResult& result) {
    const MatchCount all = sum(result.full, result.partial);
    if (all.number > 0) {
        return fmt::format("no hits after the first {}: only {} match", grouped(result.offset),
                           articles(all));
    }
    const std::string query = make_safe(result.query);
    if (query.find_first_not_of(' ') == std::string::npos) return "no article matches";
    return fmt::format("no article matches '{}'", query);
}

void print_tree(const SearchResult& result, Page& page) {
    if (result.tree.empty()) return;
    page.print("understood as:", dim);
    for (const std::string& line : result.tree) {
        const std::size_t depth = std::min(line.find_first_not_of(' '), line.size());
        page.inner(2 + std::min(depth, page.room() / 2)).print(make_safe(line.substr(depth)), dim);
    }
    page.out() << '\n';
}

std::size_t rank_digits(const SearchResult& result, std::size_t width) {
    std::size_t digits = width < 40 ? 1 : 2;
    for (const Hit& hit : result.hits) digits = std::max(digits, std::to_string(hit.rank).size());
    return digits;
}

}  // namespace

void render_text(const SearchResult& result, const TextOptions& options, std::ostream& out) {
    Page margin(options, 0, out);
    print_tree(result, margin);
    if (result.hits.empty()) {
        margin.print(nothing_line(result));
        return;
    }
    Page page(options, rank_digits(result, options.width) + 2, out);
    bool among_full = true;
    for (const Hit& hit : result.hits) {
        if (!hit.full && among_full) {
            margin.print(tier_line(result));
            out << '\n';
        }
        among_full = hit.full;
        print_hit(hit, page);
    }
    margin.print(foot_line(result));
}

void render_notes(const std::vector<std::string>& notes, const TextOptions& options,
                  std::ostream& out) {
    for (const std::string& note : notes) {
        Page(options, 6, out).print(LitText{make_safe(note), {}}, "", "note: ");
    }
}

void render_count(const SearchResult& result, std::ostream& out) {
    const MatchCount all = sum(result.full, result.partial);
    out << (all.exact ? "" : "about ") << std::to_string(all.number) << '\n';
}

void render_files(const SearchResult& result, FileNames names, std::ostream& out) {
    for (const Hit& hit : result.hits) {
        switch (names) {
            case FileNames::lines:
                out << hit.file << '\n';
                break;
            case FileNames::zero_bytes:
                out << hit.file << '\0';
                break;
            case FileNames::lines_on_terminal:
                out << make_safe(hit.file) << '\n';
                break;
        }
    }
}

}  // namespace dateline
