// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markup_limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/ascii.h"

namespace dateline {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view section_begin = "<![CDATA[";
constexpr std::string_view section_end = "]]>";

struct StartTag {
    std::size_t cut_from = npos;  // where the first attribute too many begins
    std::size_t end = 0;          // at its '>' or '/>', or where the text ends
    std::string_view name;
};

/// Tells tags from what only looks like them, as libxml2 does: comments and scripts end where it
/// has them end.
class MarkupScan {
public:
    MarkupScan(std::string_view text, Markup kind) : text_(text), kind_(kind) {}

    bool is_start_tag(std::size_t begin) const { return is_name_start(at(begin + 1)); }

    bool is_section(std::size_t begin) const {
        return kind_ == Markup::xml && text_.substr(begin).starts_with(section_begin);
    }

    /// Where the section's end mark is, or the text's end.
    std::size_t end_of_section(std::size_t begin) const {
        return std::min(text_.find(section_end, begin), text_.size());
    }

    StartTag read_tag(std::size_t begin) const {
        StartTag tag;
        std::size_t place = skip_name(begin + 1);
        tag.name = text_.substr(begin + 1, place - begin - 1);
        std::size_t attributes = 0;
        for (place = skip_blanks(place); !ends_at(place); place = skip_blanks(place)) {
            if (!is_name_start(text_[place]) && text_[place] != '.') {
                while (!ends_at(place) && !ascii::is_blank(text_[place])) ++place;
                continue;
            }
            if (++attributes == most_attributes + 1) tag.cut_from = place;
            place = skip_blanks(skip_name(place));
            if (at(place) == '=') place = skip_value(place + 1);
        }
        tag.end = place;
        return tag;
    }

    /// Behind the comment, the declaration, the end tag or the lone '<' that begins there.
    std::size_t skip_other(std::size_t begin) const {
        constexpr std::string_view doctype = "<!DOCTYPE";
        const std::string_view rest = text_.substr(begin);
        if (rest.starts_with("<!--")) return behind_comment(begin + 4);
        if (kind_ == Markup::xml) return rest.starts_with("<?") ? behind("?>", begin) : begin + 1;
        if (ascii::starts_ignoring_case(rest, doctype)) {
            return behind_doctype(begin + doctype.size());
        }
        const bool named = (at(begin + 1) == '?' || at(begin + 1) == '/') &&
                           (is_name_start(at(begin + 2)) || at(begin + 2) == '.');
        return named ? behind(">", begin) : begin + 1;
    }

    /// Behind what follows the tag and holds no tags.
    std::size_t skip_content(const StartTag& tag) const {
        const bool is_script = ascii::equal_ignoring_case(tag.name, "script") ||
                               ascii::equal_ignoring_case(tag.name, "style");
        if (kind_ == Markup::xml || !is_script || at(tag.end) != '>') return tag.end;
        std::size_t end = text_.find("</", tag.end);
        while (end != npos) {
            const std::size_t name_end = end + 2 + tag.name.size();
            const bool begins_so =
                ascii::equal_ignoring_case(text_.substr(end + 2, tag.name.size()), tag.name);
            if (begins_so && !is_name(at(name_end))) return end;
            end = text_.find("</", begins_so ? behind(">", name_end) : end + 2);
        }
        return text_.size();
    }

private:
    char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }

    bool is_name_start(char c) const {
        if (ascii::is_letter(c) || c == '_' || c == ':') return true;
        return kind_ == Markup::xml && ascii::is_wide(c);
    }

    bool is_name(char c) const {
        return is_name_start(c) || ascii::is_digit(c) || c == '-' || c == '.';
    }

    bool ends_at(std::size_t place) const {
        const char c = at(place);
        if (place >= text_.size() || c == '>' || (c == '/' && at(place + 1) == '>')) return true;
        return kind_ == Markup::xml && c == '<';  // where its parser gives the tag up
    }

    std::size_t behind(std::string_view mark, std::size_t from) const {
        const std::size_t found = text_.find(mark, from);
        return found == npos ? text_.size() : found + mark.size();
    }

    std::size_t behind_comment(std::size_t inside) const {
        if (kind_ == Markup::xml) return behind("-->", inside);
        for (std::size_t end = text_.find("--", inside); end != npos;
             end = text_.find("--", end + 1)) {
            if (at(end + 2) == '>') return end + 3;
            if (at(end + 2) == '!' && at(end + 3) == '>') return end + 4;
        }
        return text_.size();
    }

    // What follows `<!DOCTYPE`: html PUBLIC "…" "…">. Between the quotes may be a '>'.
    std::size_t behind_doctype(std::size_t begin) const {
        std::size_t place = skip_blanks(skip_name(skip_blanks(begin)));
        const std::string_view kind = text_.substr(place, 6);
        const bool is_public = ascii::equal_ignoring_case(kind, "public");
        if (is_public || ascii::equal_ignoring_case(kind, "system")) {
            place = skip_quoted(skip_blanks(place + kind.size()));
            if (is_public) place = skip_quoted(skip_blanks(place));
        }
        return behind(">", place);
    }

    std::size_t skip_quoted(std::size_t place) const {
        const bool quoted = at(place) == '"' || at(place) == '\'';
        return quoted ? behind({&text_[place], 1}, place + 1) : place;
    }

    std::size_t skip_blanks(std::size_t place) const {
        while (place < text_.size() && ascii::is_blank(text_[place])) ++place;
        return place;
    }

    // libxml2 cuts names of web pages after 100 bytes; what follows is the next.
    std::size_t skip_name(std::size_t place) const {
        constexpr std::size_t longest = 100;
        const std::size_t most = kind_ == Markup::html ? longest : text_.size();
        const std::size_t begin = place;
        while (place < text_.size() && place - begin < most && is_name(text_[place])) ++place;
        return place;
    }

    std::size_t skip_value(std::size_t place) const {
        place = skip_blanks(place);
        if (const std::size_t end = skip_quoted(place); end != place) return end;
        return std::min(text_.find_first_of(" \t\r\n>", place), text_.size());
    }

    std::string_view text_;
    Markup kind_;
};

/// The markup, copied once something is to be changed.
class Copy {
public:
    Copy(std::string_view markup, std::string& storage) : markup_(markup), storage_(storage) {
        storage_.clear();
    }

    bool is_changed() const { return copied_ > 0; }

    /// Blanks instead of what stands there; line ends stay.
    void blank(std::size_t begin, std::size_t end) {
        copy_to(begin);
        for (; copied_ < end; ++copied_) storage_ += markup_[copied_] == '\n' ? '\n' : ' ';
    }

    void insert(std::size_t at, std::string_view piece) {
        copy_to(at);
        storage_ += piece;
    }

    std::string_view finish() {
        if (!is_changed()) return markup_;
        copy_to(markup_.size());
        return storage_;
    }

private:
    void copy_to(std::size_t end) {
        storage_ += markup_.substr(copied_, end - copied_);
        copied_ = end;
    }

    std::string_view markup_;
    std::string& storage_;
    std::size_t copied_ = 0;
};

void split_section(std::string_view markup, std::size_t begin, std::size_t end, Copy& copy) {
    constexpr std::size_t longest = 32 * 1024;
    for (std::size_t at = begin + section_begin.size() + longest; at < end; at += longest) {
        while ((static_cast<unsigned char>(markup[at]) & 0xC0U) == 0x80U) --at;
        copy.insert(at, section_end);
        copy.insert(at, section_begin);
    }
}

Problem too_many_attributes(std::string_view before) {
    const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    return {"", lines + 1,
            fmt::format("an element with more than {} attributes; the others are left out",
                        most_attributes),
            false};
}

}  // namespace

std::string_view within_limits(std::string_view markup, Markup kind, std::string& storage,
                               std::vector<Problem>& problems) {
    const MarkupScan scan(markup, kind);
    Copy copy(markup, storage);
    bool told = false;
    for (std::size_t at = markup.find('<'); at < markup.size(); at = markup.find('<', at)) {
        if (scan.is_section(at)) {
            const std::size_t end = scan.end_of_section(at);
            split_section(markup, at, end, copy);
            at = end;
        } else if (scan.is_start_tag(at)) {
            const StartTag tag = scan.read_tag(at);
            if (tag.cut_from != npos) {
                if (!told) problems.push_back(too_many_attributes(markup.substr(0, tag.cut_from)));
                told = true;
                copy.blank(tag.cut_from, tag.end);
            }
            at = scan.skip_content(tag);
        } else {
            at = scan.skip_other(at);
        }
    }
    return copy.finish();
}

}  // namespace dateline
