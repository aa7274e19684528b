// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown/shortcodes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "common/ascii.h"
#include "indexer/readers/markdown/markdown_repairs.h"
#include "indexer/readers/next_place.h"

namespace dateline {

namespace {

struct Delimiters {
    std::string_view open;
    std::string_view close;
    std::size_t longest = 0;  // bytes from open to close
};

// The order matters: the first that fits is taken.
constexpr auto delimiters = std::to_array<Delimiters>({
    {"{{<", ">}}", 8192},
    {"{{%", "%}}", 8192},
    {"{{", "}}", 1024},
    {"{%", "%}", 8192},
    {"{:", "}", 256},
    {"[caption", "]", 1024},
    {"[/caption", "]", 256},
    {"[gallery", "]", 1024},
    {"<!--", "-->", 65536},
    {"<script", "</script>", 65536},
    {"<style", "</style>", 65536},
    {"<iframe", "</iframe>", 4096},
    {"![[", "]]", 256},
    {"[[", "]]", 256},
});

// `{: .wide}`, `{:toc}`, `{::options /}`, `{:style="…"}`, but not Ruby's `{:a => 1}`.
bool is_attribute_list(std::string_view inside) {
    if (inside.find("=>") != inside.npos) return false;
    const std::size_t begin = inside.find_first_not_of(" \n");
    if (begin == inside.npos || std::count(inside.begin(), inside.end(), '\n') > 1) return false;
    const std::string_view first = inside.substr(begin);
    if (first.front() == '.' || first.front() == '#' || first.front() == ':') return true;
    return first == "toc" || first.find("=\"") != first.npos || first.find("='") != first.npos;
}

class ShortcodeScan {
public:
    explicit ShortcodeScan(std::string& text) : text_(text) {
        for (const Delimiters& row : delimiters) next_close_.emplace_back(row.close);
    }

    void run() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            at = std::max(scan_line(at, end), end + 1);
        }
    }

private:
    // Behind what was scanned; beyond the line if a shortcode goes on there.
    std::size_t scan_line(std::size_t begin, std::size_t end) {
        const std::string_view line = std::string_view(text_).substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(" \t>");
        if (first != line.npos &&
            (line.substr(first).starts_with("```") || line.substr(first).starts_with("~~~"))) {
            in_fence_ = !in_fence_;
            return end;
        }
        if (in_fence_) return scan_code(begin, end);
        if (const std::size_t middle = line.find("]("); middle < line.find('[')) {
            if (after_blank_line(begin)) return blank_target(begin + middle, end);
        }
        if (line == "[" && end + 1 < text_.size() && text_[end + 1] == '\n') fill(begin, end);
        repair_heading(text_, begin, end);
        repair_last_backslash(text_, begin, end);
        repair_definition(text_, begin, end);
        return scan_text(begin, end);
    }

    std::size_t scan_text(std::size_t begin, std::size_t end) {
        bool in_code = false;
        std::size_t at = begin;
        while (at < end) {
            if (text_[at] == '`') in_code = !in_code;
            const std::size_t next = in_code ? take_raw(at) : take_mark(at, end);
            at = next > at ? next : at + 1;
        }
        return at;
    }

    std::size_t scan_code(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at) take_raw(at);
        return end;
    }

    // Behind what begins at `at` and is no text; `at` itself if it is text.
    std::size_t take_mark(std::size_t at, std::size_t line_end) {
        switch (text_[at]) {
            case '{':
                if (const std::size_t next = take_attributes(at, line_end); next > at) return next;
                if (const std::size_t next = take_raw(at); next > at) return next;
                return in_raw_ ? at : take(at);
            case '[':
                if (const std::size_t next = drop_footnote_mark(text_, at); next > at) return next;
                return take(at);
            case '<':
                if (const std::size_t next = repair_anchor(text_, at); next > at) return next;
                return take(at);
            case '!':
                return take(at);
            case ']':
                repair_target(text_, at);
                return at;
            case '\\':
                repair_escaped_emphasis(text_, at);
                return at;
            default:
                return at;
        }
    }

    // `{#id .class}` at the end of a line.
    std::size_t take_attributes(std::size_t at, std::size_t line_end) {
        constexpr std::size_t longest = 512;
        const std::string_view rest =
            std::string_view(text_).substr(at, std::min(line_end - at, longest));
        const bool opens = rest.size() > 3 && (rest[1] == '#' || rest[1] == '.') &&
                           ascii::is_letter(rest[2]) && at > 0 && text_[at - 1] == ' ';
        if (!opens && !rest.starts_with("{#")) return at;
        const std::size_t close = rest.find('}');
        if (!opens || close == rest.npos || !ascii::trim(rest.substr(close + 1)).empty()) return at;
        fill(at, at + close + 1);
        return line_end;
    }

    // `{% raw %}` and `{% endraw %}`, also within code: what stands between them is text.
    std::size_t take_raw(std::size_t at) {
        constexpr std::size_t longest = 24;
        if (text_.compare(at, 2, "{%") != 0) return at;
        const std::string_view tag = std::string_view(text_).substr(at + 2, longest);
        const std::size_t close = tag.find("%}");
        if (close == tag.npos) return at;
        std::string_view name = tag.substr(0, close);
        if (name.starts_with('-')) name.remove_prefix(1);
        if (name.ends_with('-')) name.remove_suffix(1);
        name = ascii::trim(name);
        if (name != "raw" && name != "endraw") return at;
        in_raw_ = name == "raw";
        const std::size_t end = at + 2 + close + 2;
        std::fill(text_.begin() + static_cast<std::ptrdiff_t>(at),
                  text_.begin() + static_cast<std::ptrdiff_t>(end), '\0');
        return end;
    }

    // A link around an image, written over several paragraphs: `[`, the image, `](target)`.
    std::size_t blank_target(std::size_t begin, std::size_t end) {
        const std::string_view rest = std::string_view(text_).substr(begin, end - begin);
        if (const std::size_t close = rest.find(')'); close != rest.npos) {
            fill(begin, begin + close + 1);
        }
        return end;
    }

    bool after_blank_line(std::size_t at) const {
        return at < 2 || (text_[at - 1] == '\n' && text_[at - 2] == '\n');
    }

    // True within a link's target, which must not fall apart: `](…` or `[1]: …`.
    bool in_target(std::size_t at) const {
        constexpr std::size_t longest = 256;
        const std::size_t first = at > longest ? at - longest : 0;
        const std::string_view before = std::string_view(text_).substr(first, at - first);
        if (const std::size_t open = before.rfind("]("); open != before.npos) {
            return before.find_first_of(" )\n", open + 2) == before.npos;
        }
        const std::size_t open = before.rfind("]: ");
        return open != before.npos && before.find_first_not_of(' ', open + 3) == before.npos;
    }

    // Behind the shortcode that begins at `at`; `at` itself if none does.
    std::size_t take(std::size_t at) {
        for (std::size_t kind = 0; kind < delimiters.size(); ++kind) {
            const auto& [open, close, longest] = delimiters[kind];
            if (text_.compare(at, open.size(), open) != 0) continue;
            const std::size_t close_at = next_close_[kind].in(text_, at + open.size());
            if (close_at == std::string::npos || close_at - at > longest) return at;
            const std::size_t stop = close_at + close.size();
            return blank(at, stop, open, close_at) ? stop : at;
        }
        return at;
    }

    bool blank(std::size_t at, std::size_t stop, std::string_view open, std::size_t close_at) {
        const std::size_t inside_at = at + open.size();
        const std::string_view inside =
            std::string_view(text_).substr(inside_at, close_at - inside_at);
        const bool one_line = inside.find('\n') == inside.npos;
        if (open == "{:" && !is_attribute_list(inside)) return false;
        if (open == "[[") return one_line && unlink(at, stop, inside);
        const bool within_line = open == "![[" || open == "[caption";
        if (within_line && !one_line) return false;
        if (open == "{{" && inside.find("\n\n") != inside.npos) return false;
        const std::string_view head = inside.substr(0, 16);
        const bool code_fence =
            (open == "{%" || open == "{{<" || open == "{{%") && head.find("highlight") != head.npos;
        if (open == "{%") drop_comment(at, head);
        fill(at, stop, in_target(at) ? '#' : ' ');
        if (code_fence) std::memset(&text_[at], '`', 3);
        return true;
    }

    // What stands between {% comment %} and {% endcomment %}.
    void drop_comment(std::size_t at, std::string_view head) {
        if (head.find("endcomment") != head.npos) {
            if (comment_at_ != std::string::npos) fill(comment_at_, at);
            comment_at_ = std::string::npos;
        } else if (head.find("comment") != head.npos) {
            comment_at_ = at;
        }
    }

    // [[target|text]] keeps its text; [[1]](url) and [[1]][ref] are ordinary links.
    bool unlink(std::size_t at, std::size_t stop, std::string_view inside) {
        const bool is_link = stop < text_.size() && (text_[stop] == '(' || text_[stop] == '[');
        if (is_link || inside.empty() || inside.find('[') != inside.npos) return false;
        const std::size_t bar = inside.find('|');
        fill(at, at + 2 + (bar == inside.npos ? 0 : bar + 1));
        fill(stop - 2, stop);
        return true;
    }

    void fill(std::size_t begin, std::size_t end, char filling = ' ') {
        for (std::size_t at = begin; at < end; ++at) {
            if (text_[at] != '\n') text_[at] = filling;
        }
    }

    std::string& text_;
    std::vector<NextPlace> next_close_;  // of each kind
    std::size_t comment_at_ = std::string::npos;
    bool in_fence_ = false;
    bool in_raw_ = false;
};

bool has_shortcodes(std::string_view text) {
    for (std::size_t at = text.find('{'); at < text.size(); at = text.find('{', at + 1)) {
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (next == '{' || next == '%' || next == ':' || next == '#' || next == '.') return true;
    }
    for (std::size_t at = text.find('['); at < text.size(); at = text.find('[', at + 1)) {
        const std::string_view rest = text.substr(at + 1, 8);
        if (rest.starts_with('[') || rest.starts_with('^') || rest.starts_with("caption") ||
            rest.starts_with("gallery")) {
            return true;
        }
    }
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at + 1, 3);
        if (rest == "!--" || rest == "scr" || rest == "sty" || rest == "ifr") return true;
        if (rest.starts_with("a ")) return true;
    }
    return text.starts_with("[\n") || text.find("\n[\n") != text.npos || may_need_repair(text);
}

}  // namespace

std::string_view without_shortcodes(std::string_view markdown, std::string& storage) {
    if (!has_shortcodes(markdown)) return markdown;
    storage = markdown;
    ShortcodeScan(storage).run();
    return storage;
}

}  // namespace dateline
