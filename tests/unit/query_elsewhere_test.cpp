// SPDX-License-Identifier: GPL-2.0-or-later
// The table "Coming from elsewhere" of docs/query-language.md, row by row: what is typed as another
// service has it means what the last column says, or an error or a note names our form.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/query/describe.h"
#include "searcher/query/spellings.h"
#include "searcher/query/tree.h"

namespace dateline {
namespace {

constexpr std::string_view heading = "## Coming from elsewhere";

const Day today = *make_day(2026, 3, 1);

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

/// What stands between backticks in a cell.
std::vector<std::string> forms_in(const std::string& cell) {
    std::vector<std::string> forms;
    for (std::size_t at = cell.find('`'); at != cell.npos; at = cell.find('`', at)) {
        const std::size_t end = cell.find('`', at + 1);
        REQUIRE(end != cell.npos);
        forms.push_back(replaced(cell.substr(at + 1, end - at - 1), "…", "2021"));
        at = end + 1;
    }
    return forms;
}

using Row = std::vector<std::string>;  // cells; the last one is ours

std::vector<Row> table() {
    std::ifstream file(DATELINE_SOURCE "/docs/query-language.md");
    std::vector<Row> rows;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        inside |= line == heading;
        if (!inside || !line.starts_with("| ")) continue;
        line = replaced(line, "\\|", "\x01");
        Row row;
        std::size_t at = 1;
        for (std::size_t end = line.find('|', at); end != line.npos; end = line.find('|', at)) {
            row.push_back(replaced(line.substr(at, end - at), "\x01", "|"));
            at = end + 1;
        }
        rows.push_back(row);
    }
    if (!rows.empty()) rows.erase(rows.begin());  // the names of the services
    return rows;
}

std::string tree_of(const std::string& typed) {
    try {
        return to_string(parse_query(typed, today));
    } catch (const Error&) {
        return "";
    }
}

/// What the program says about the query: hint of an error, or notes.
std::string said(const std::string& typed) {
    std::string text;
    try {
        for (const std::string& note : parse_query(typed, today).notes) text += note + "\n";
    } catch (const Error& error) {
        CHECK(std::string_view(error.what()).ends_with("^"));  // points at the place
        text = error.hint();
    }
    return text;
}

std::string capitals(std::string text) {
    for (char& c : text) c = static_cast<char>(c - ('a' - 'A'));
    return text;
}

/// The part of a form of ours that is not what it is asked for: "w/5", "title:", "first50(".
std::string sign_of(const std::string& form) {
    for (const char end : {':', '('})
        if (form.find(end) != form.npos) return form.substr(0, form.find(end) + 1);
    if (!form.starts_with("a ")) return form;
    const std::string rest = form.substr(2);
    return rest.substr(0, rest.rfind(' '));
}

/// Other trees with the meaning of ours: all words are wanted either way.
const std::map<std::string, std::string> same_meaning{{"a and b", "(sequence a and b)"},
                                                      {"+a +b", "(sequence +a +b)"}};

}  // namespace

TEST_CASE("what comes from elsewhere is understood, or our form is named") {
    std::size_t forms = 0;
    const std::vector<Row> rows = table();
    CHECK(rows.size() > 20);
    for (const Row& row : rows) {
        REQUIRE(row.size() == 6);
        std::vector<std::string> ours;
        for (const std::string& form : forms_in(row.back()))
            if (!form.starts_with("--")) ours.push_back(form);
        for (const std::string& form : ours) {
            CAPTURE(form);
            CHECK_FALSE(tree_of(form).empty());
        }
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            if (row[i].find("(phrase)") != std::string::npos) continue;  // words are words here
            for (const std::string& form : forms_in(row[i])) {
                ++forms;
                CAPTURE(form);
                const std::string tree = tree_of(form);
                CAPTURE(tree);
                const auto known = same_meaning.find(form);
                const bool understood = (known != same_meaning.end() && known->second == tree) ||
                                        std::ranges::any_of(ours, [&](const std::string& each) {
                                            return tree_of(each) == tree;
                                        });
                const std::string text = said(form);
                CAPTURE(text);
                const bool named = std::ranges::any_of(ours, [&](const std::string& each) {
                    return text.find(sign_of(each)) != std::string::npos;
                });
                CHECK((understood || named));
            }
        }
    }
    CHECK(forms > 60);
}

TEST_CASE("no name of elsewhere is silently a word, whatever sign stands behind it") {
    for (const std::string name :
         {"site",   "inurl",     "intitle", "allintitle", "hd",          "ti",      "by",
          "au",     "from",      "sn",      "rst",        "publication", "pub",     "publisher",
          "se",     "newspaper", "journal", "category",   "su",          "ns",      "subject",
          "in",     "keyword",   "domain",  "topic",      "la",          "pd",      "year",
          "before", "after",     "since",   "until",      "wc",          "words",   "filetype",
          "hlp",    "lp",        "caps",    "headline",   "filename",    "keywords"}) {
        for (const char sign : {':', '=', '(', '>'}) {
            const std::string ours = foreign_name(name, sign);
            if (ours.empty()) continue;
            for (const std::string& typed : {name, capitals(name)}) {
                const std::string value = ours.starts_with("date") ? "2021" : "800";
                const std::string query =
                    "strike " + typed + sign + value + (sign == '(' ? ")" : "");
                CAPTURE(query);
                const std::string tree = tree_of(query);
                CAPTURE(tree);
                const std::string sought = ours.substr(0, ours.find_first_of(":("));
                const bool is_field = tree.find(sought) != tree.npos;
                CHECK((is_field || said(query).find(sought) != std::string::npos));
            }
        }
    }
}

}  // namespace dateline
