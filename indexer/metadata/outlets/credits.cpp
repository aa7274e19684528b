// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/credits.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "common/ascii.h"
#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/authors/person_names.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t head_bytes = 1600;  // opening paragraphs: "(CNN) -- ", "X reports via Y"
constexpr std::size_t tail_bytes = 1600;  // contributions and copyright
constexpr std::size_t dateline_bytes = 120;
constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_sentence = 500;

/// string_view::find, but fast where the first letter is frequent (memmem of glibc).
std::size_t find(std::string_view text, std::string_view what, std::size_t from = 0) {
    if (from >= text.size()) return npos;
    const void* found = memmem(text.data() + from, text.size() - from, what.data(), what.size());
    return found == nullptr
               ? npos
               : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// Collects what the forms of credit say; two that name different outlets cancel out.
class Findings {
public:
    explicit Findings(const AskedOutlets& outlets) : outlets_(outlets) {}

    /// The known outlet of exactly this name, as typed in print: "Hill" is a person, "The Hill" is
    /// not.
    const Outlet* named(std::string_view name) const {
        name = ascii::trim(name);
        if (name.size() < 2 || name.size() > longest_name) return nullptr;
        if (!ascii::is_upper(name.front()) && !ascii::is_digit(name.front())) return nullptr;
        const Outlet* outlet = outlets_.by_name(name);
        if (outlet == nullptr) return nullptr;
        const bool common_word = outlet->name.starts_with("The ") && name.find(' ') == npos &&
                                 !std::ranges::any_of(name.substr(1), ascii::is_upper);
        return common_word ? nullptr : outlet;
    }

    void credit(const Outlet& outlet, std::string_view form) {
        if (outlet.agency) {
            add_source(outlet.name, form);
        } else {
            add_outlet(outlet.name, form);
        }
    }

    void add_outlet(std::string_view name, std::string_view form) {
        if (result_.outlet.empty()) {
            result_.outlet = name;
            result_.outlet_from = form;
        } else if (result_.outlet != name) {
            disagree_ = true;
        }
    }

    void add_source(std::string_view name, std::string_view form) {
        if (!result_.source.empty()) return;
        result_.source = name;
        result_.source_from = form;
    }

    Credits take() {
        if (disagree_) result_.outlet = result_.outlet_from = "";
        return std::move(result_);
    }

private:
    const AskedOutlets& outlets_;
    Credits result_;
    bool disagree_ = false;
};

/// The sentence up to byte `end`: back to a line break or to a full stop before a blank and a
/// capital.
std::string_view sentence_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    const std::size_t limit = end > longest_sentence ? end - longest_sentence : 0;
    while (begin > limit && text[begin - 1] != '\n') {
        const bool stop = text[begin - 1] == '.' && begin >= 3 && begin < text.size() &&
                          ascii::is_blank(text[begin]) && ascii::is_lower(text[begin - 2]) &&
                          ascii::is_lower(text[begin - 3]);
        if (stop) break;
        --begin;
    }
    return ascii::trim(text.substr(begin, end - begin));
}

bool is_name_byte(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || c == '.' || c == '&' || c == '-' ||
           c == ' ';
}

/// Each "NAME's" and "NAMEs'" in a credit line: "CNN's Holly Yan", "Fox News' Alex Pappas".
void read_possessives(std::string_view line, Findings& findings) {
    constexpr std::string_view curly = "\xE2\x80\x99";
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool is_curly = line.substr(i, curly.size()) == curly;
        if (line[i] != '\'' && !is_curly) continue;
        std::size_t begin = i;
        while (begin > 0 && i - begin < longest_name && is_name_byte(line[begin - 1])) --begin;
        // The longest known name that ends here: of "and Fox News", "Fox News".
        for (std::string_view name = ascii::trim(line.substr(begin, i - begin)); !name.empty();) {
            if (const Outlet* outlet = findings.named(name)) {
                findings.credit(*outlet, "contribution credit");
                break;
            }
            const auto blank = name.find(' ');
            name = blank == npos ? "" : ascii::trim(name.substr(blank));
        }
    }
}

/// Agencies anywhere in a credit line: "The Associated Press and Jane Doe contributed to this
/// report".
void read_agencies(std::string_view line, Findings& findings) {
    constexpr std::array<std::string_view, 7> agencies{
        "Associated Press",           "Reuters",
        "Agence France-Presse",       "AFP",
        "United Press International", "Tribune News Service",
        "States News Service"};
    for (const std::string_view agency : agencies) {
        if (line.find(agency) == npos) continue;
        if (const Outlet* outlet = findings.named(agency)) {
            findings.add_source(outlet->name, "contribution credit");
        }
    }
}

void read_contributions(std::string_view tail, Findings& findings) {
    constexpr std::string_view word = " contributed ";
    constexpr std::array<std::string_view, 9> what{
        "to this report", "to this story",  "to this article",      "to this piece", "to this post",
        "to the report",  "to this analys", "additional reporting", "reporting"};
    for (auto at = find(tail, word); at != npos; at = find(tail, word, at + 1)) {
        const std::string_view rest = tail.substr(at + word.size());
        if (std::ranges::none_of(what, [&](auto start) { return rest.starts_with(start); }))
            continue;
        const std::string_view line = sentence_before(tail, at);
        read_possessives(line, findings);
        read_agencies(line, findings);
    }
}

/// The name after "© 2019 " or "Copyright 2019 ": up to punctuation or a line's end.
void read_copyright(std::string_view tail, Findings& findings) {
    constexpr std::array<std::string_view, 3> marks{"©", "Copyright", "(c)"};
    for (const std::string_view mark : marks) {
        for (auto at = find(tail, mark); at != npos; at = find(tail, mark, at + 1)) {
            std::string_view rest = tail.substr(at + mark.size());
            rest = rest.substr(0, std::min(rest.find('\n'), longest_name));
            const auto name = rest.find_first_not_of(" 0123456789-,");
            if (name == npos || !ascii::is_upper(rest[name])) continue;
            rest.remove_prefix(name);
            const auto end = std::min(rest.find_first_of(",.;|("), rest.size());
            if (const Outlet* outlet = findings.named(rest.substr(0, end))) {
                findings.credit(*outlet, "copyright line");
            }
        }
    }
}

/// "Washington", "Kansas City, Mo.", "": few words, each with its capital.
bool is_place(std::string_view text) {
    bool at_start = true;
    for (const char c : text) {
        if (at_start && ascii::is_lower(c)) return false;
        at_start = c == ' ' || c == '/';
    }
    return text.size() <= 30;
}

bool begins_sentence(std::string_view text) {
    return !text.empty() && (ascii::is_upper(text.front()) || text.front() == '"' ||
                             ascii::is_digit(text.front()) || ascii::is_wide(text.front()));
}

/// "(CNN) -- ", "WASHINGTON (Reuters) - ", "PARIS, Feb 26 (AP) — " at the beginning of the text.
/// The brackets of a picture's credit ("(Jonathan Ernst/Reuters)") hold more than a name.
void read_wire_dateline(std::string_view line, Findings& findings) {
    const std::string_view head = line.substr(0, dateline_bytes);
    const auto open = head.find('(');
    if (open == npos) return;
    const auto close = head.find(')', open);
    if (close == npos) return;
    const std::string_view before = head.substr(0, open);
    // A dateline's place is in capitals, but for the month and a few words: "ST. LOUIS, Mo., Feb.
    // 26".
    if (before.size() > 60 || before.find_first_of("\"?!:;") != npos) return;
    const std::string_view after = ascii::trim(head.substr(close + 1));
    const bool dash = after.starts_with("-") || after.starts_with("–") || after.starts_with("—");
    if (!dash && !(is_place(before) && begins_sentence(after))) return;
    if (const Outlet* outlet = findings.named(head.substr(open + 1, close - open - 1))) {
        findings.credit(*outlet, "wire dateline");
    }
}

/// In the first line, or in the next under a headline.
void read_wire_datelines(std::string_view text, Findings& findings) {
    constexpr int lines = 2;
    for (int i = 0; i < lines; ++i) {
        const auto end = std::min(text.find('\n'), text.size());
        read_wire_dateline(text.substr(0, end), findings);
        text.remove_prefix(std::min(text.find_first_not_of('\n', end), text.size()));
    }
}

/// A line that is nothing but an outlet's name, under a line with the author's.
void read_name_line(std::string_view head, Findings& findings) {
    constexpr int lines = 6;
    std::string_view above;
    for (int i = 0; i < lines && !head.empty(); ++i) {
        const auto end = std::min(head.find('\n'), head.size());
        const std::string_view line = ascii::trim(head.substr(0, end));
        if (is_person_name(above)) {
            const Outlet* outlet = findings.named(line);
            if (outlet != nullptr) findings.credit(*outlet, "name under the byline");
        }
        if (!line.empty()) above = line;
        head.remove_prefix(std::min(end + 1, head.size()));
    }
}

/// "The opinions expressed by columnists are their own and do not represent the views of
/// Townhall.com."
void read_views_of(std::string_view text, Findings& findings) {
    constexpr std::string_view lead = "t the views of ";
    for (auto at = find(text, lead); at != npos; at = find(text, lead, at + 1)) {
        const std::string_view before = text.substr(0, at + 1);
        if (!before.ends_with("represent") && !before.ends_with("reflect")) continue;
        std::string_view name = text.substr(at + lead.size());
        name = name.substr(0, std::min(name.find_first_of(",;(\n"), name.size()));
        name = name.substr(0, name.find(". "));
        if (name.starts_with("the ")) name.remove_prefix(4);
        if (name.ends_with('.')) name.remove_suffix(1);
        if (const Outlet* outlet = findings.named(name)) findings.credit(*outlet, "disclaimer");
    }
}

/// "…, AzerNEWS reports via Politico." and "…, Trend reports, citing Reuters."
void read_reports_via(std::string_view head, Findings& findings) {
    for (const std::string_view form : {" reports via ", " reported via ", " reports, citing "}) {
        const auto at = find(head, form);
        if (at == npos) continue;
        const std::string_view before = head.substr(0, at);
        const auto begin = before.find_last_of(",\n\"");
        const std::string_view outlet = ascii::trim(before.substr(begin == npos ? 0 : begin + 1));
        std::string_view source = head.substr(at + form.size());
        source = source.substr(0, std::min(source.find_first_of(",.;\n("), source.size()));
        if (outlet.empty() || outlet.size() > longest_name || !ascii::is_upper(outlet[0])) continue;
        const Outlet* known = findings.named(outlet);
        if (known != nullptr && known->agency) continue;
        findings.add_outlet(known != nullptr ? std::string_view(known->name) : outlet,
                            "reports via");
        const Outlet* known_source = findings.named(source);
        const std::string_view named = known_source != nullptr ? known_source->name : source;
        if (!named.empty() && named.size() <= longest_name)
            findings.add_source(named, "reports via");
    }
}

}  // namespace

Credits read_credits(std::string_view text, const AskedOutlets& outlets) {
    Findings findings(outlets);
    const std::string_view head = text.substr(0, head_bytes);
    const std::string_view tail = text.substr(text.size() - std::min(text.size(), tail_bytes));
    read_reports_via(head, findings);
    read_wire_datelines(text, findings);
    read_name_line(head, findings);
    read_views_of(head, findings);
    read_views_of(tail, findings);
    read_contributions(tail, findings);
    read_copyright(tail, findings);
    return findings.take();
}

}  // namespace dateline
