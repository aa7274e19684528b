// SPDX-License-Identifier: GPL-2.0-or-later
// ANPA 1312, as the Associated Press sends it: lines of the head begin with a caret and end with a
// sign of how they are set, paragraphs are indented, rows of tables begin with a backspace.
#include "indexer/readers/agency/anpa.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/agency/item_fields.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

namespace {

/// How a line of the head is set, by its last sign.
enum class Set { display, centred, none };

struct HeadLine {
    std::string_view text;
    Set set = Set::none;
};

/// "^For patients, mirrors can hurt <": the words and the sign.
HeadLine head_line(std::string_view row) {
    row = ascii::trim(row);
    while (row.starts_with('^')) row = ascii::trim(row.substr(1));
    Set set = Set::none;
    if (row.ends_with('<')) set = Set::display;
    if (row.ends_with('=')) set = Set::centred;
    if (set != Set::none) row = ascii::trim(row.substr(0, row.size() - 1));
    return {row, set};
}

/// What is said to those who set the story.
bool is_note(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>(
        {"ap photo", "ap video", "ap graphic", "eds:", "(eds:", "eds.", "end"});
    const std::string lower = ascii::lowered(text.substr(0, 12));
    return std::ranges::any_of(words, [&](std::string_view word) {
        return word == "end" ? lower == word : lower.starts_with(word);
    });
}

/// "*9006< ^BC-US--Storm, 1st Ld-Writethru,466": the keyword alone.
std::string_view keyword_of(std::string_view line) {
    if (const std::size_t caret = line.rfind('^'); caret != line.npos)
        line = ascii::trim(line.substr(caret + 1));
    const std::size_t comma = line.rfind(',');
    const bool counted = comma != line.npos && comma + 1 < line.size() &&
                         std::ranges::all_of(line.substr(comma + 1), ascii::is_digit);
    if (counted) line = line.substr(0, comma);
    line = ascii::trim(line.substr(0, std::min(line.find(", "), line.size())));
    return line.ends_with(',') ? line.substr(0, line.size() - 1) : line;
}

/// The head of a story: keyword, headline, summary, byline, whom it is from.
class Head {
public:
    explicit Head(ItemFields& fields) : fields_(fields) {}

    /// False: the line belongs to the text.
    bool take(std::string_view row) {
        if (!row.starts_with('^') && !keyword_.empty()) return false;
        const HeadLine line = head_line(row);
        if (line.text.empty()) return true;
        if (keyword_.empty()) {
            keyword_ = keyword_of(line.text);
            return true;
        }
        if (line.set == Set::none) return false;
        if (is_note(line.text)) return true;
        if (line.set == Set::centred) return take_centred(line.text);
        take_display(line.text);
        return true;
    }

    /// A story without a headline goes by its keyword; a flash of one paragraph is its own.
    void say(bool flash) {
        const std::size_t dashes = keyword_.find("--");
        const bool headed = dashes != keyword_.npos && dashes + 2 < keyword_.size();
        if (headline_.empty()) headline_ = centred_;
        if (headline_.empty() && !flash)
            headline_ = headed ? keyword_.substr(dashes + 2) : keyword_;
        fields_.say("title", nullptr, headline_);
        fields_.say("summary", nullptr, summary_);
        fields_.say("tags", nullptr, keyword_);
    }

private:
    void take_display(std::string_view text) {
        if (headline_.empty())
            headline_ = text;
        else if (summary_.empty())
            summary_ = text;
    }

    /// The lines of the byline are whose it is, and what they are or whom they write for.
    bool take_centred(std::string_view text) {
        if (signed_) return is_affiliation(text);
        signed_ = text.starts_with("By ") || text.starts_with("by ");
        if (signed_ && !is_affiliation(text.substr(3)))
            fields_.say_byline(nullptr, text);
        else if (!signed_ && centred_.empty())
            centred_ = text;
        return true;
    }

    static bool is_affiliation(std::string_view text) {
        constexpr auto ends =
            std::to_array<std::string_view>({"Press", "Writer", "Editor", "Correspondent"});
        return text.starts_with("AP ") || text == "AP" ||
               std::ranges::any_of(ends, [&](auto word) { return text.ends_with(word); });
    }

    ItemFields& fields_;
    std::string keyword_;
    std::string headline_;
    std::string centred_;
    std::string summary_;
    bool signed_ = false;
};

/// A paragraph begins with an indent, rows of tables and lines of the head are their own.
void add_row(TextBuilder& text, std::string_view row, std::uint32_t line) {
    const bool table = row.starts_with('\b');
    const bool indented = row.starts_with('\t') || row.starts_with("   ");
    if (indented || row.starts_with('^')) text.end_paragraph();
    const std::string plain = wire_text(row);
    const HeadLine words = head_line(plain);
    if (words.text.empty() || is_note(words.text)) return text.end_paragraph();
    bool blank = false;
    for (std::string_view rest = words.text; !rest.empty();) {
        const std::string_view word = take_part(rest, ' ');
        if (blank) text.end_word();
        text.add(word, line);
        blank = true;
    }
    if (!table && words.set != Set::none)
        text.end_paragraph();
    else
        text.end_line();
}

/// The day on the last line, "AP-WF-02-10-16 0423GMT", is that of Greenwich; the header has the
/// agency's own without a year, "02-09".
std::string day_of(std::string_view header, std::string_view footer) {
    const auto two = [](std::string_view text, std::size_t at) {
        return (text[at] - '0') * 10 + (text[at + 1] - '0');
    };
    const auto is_day = [](std::string_view text) {
        return ascii::is_digit(text[0]) && ascii::is_digit(text[1]) && text[2] == '-' &&
               ascii::is_digit(text[3]) && ascii::is_digit(text[4]);
    };
    std::size_t at = 0;
    while (at + 8 <= footer.size() && !(is_day(footer.substr(at)) && is_day(footer.substr(at + 3))))
        ++at;
    if (at + 8 > footer.size()) return "";
    const int pivot = 69;
    int year = two(footer, at + 6);
    year += year < pivot ? 2000 : 1900;
    int month = two(footer, at);
    int day = two(footer, at + 3);
    for (std::size_t from = header.rfind(' '); from != header.npos && from > 0;
         from = header.rfind(' ', from - 1)) {
        const std::string_view part = header.substr(from + 1);
        if (part.size() < 5 || !is_day(part)) continue;
        const int own = two(part, 0);
        if (own == 12 && month == 1) --year;
        month = own;
        day = two(part, 3);
        break;
    }
    return fmt::format("{}-{:02}-{:02}", year, month, day);
}

}  // namespace

RawArticle anpa_article(const WireMessage& message) {
    RawArticle article;
    ItemFields fields(article);
    const std::string header = wire_text(message.header);
    const std::string footer = wire_text(message.footer);
    Head head(fields);
    TextBuilder text;
    bool in_head = true;
    std::uint32_t line = message.text_line;
    for (std::string_view rest = message.text; !rest.empty(); ++line) {
        std::string_view row = take_line(rest);
        in_head = in_head && head.take(wire_text(row));
        if (!in_head) add_row(text, row, line);
    }
    const std::string day = day_of(header, footer);
    fields.say_day(nullptr, day);
    if (footer.find('-') != footer.npos)
        fields.say_outlet(nullptr, service_name(ascii::trim(footer)));
    // The second line: priority, category, control characters, keyword.
    std::string_view second = header;
    take_line(second);
    take_part(second, ' ');
    fields.say("section", nullptr, wire_section(take_part(second, ' ')));
    std::string_view first = header;
    article.identity = fmt::format("{} {}", take_part(first, ' '), day);
    text.move_into(article);
    head.say(article.text.find("\n\n") == std::string::npos);
    return article;
}

}  // namespace dateline
