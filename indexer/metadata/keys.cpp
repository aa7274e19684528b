// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/keys.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/nearest_name.h"

namespace dateline {
namespace {

using enum Meaning;

/// A key whose value is the field's as it stands. A new field of one text needs no more than this.
constexpr Key says(std::string_view name, std::string_view field, std::uint8_t rank) {
    return {name, as_stated, rank, "", field};
}

// clang-format off
constexpr auto rows = std::to_array<Key>({
    // The page's own <title> often carries the site's name, see stated_title() in metadata.cpp.
    {"title", title, 0},         {"headline", title, 1},      {"ogtitle", title, 2},
    {"subject", title, 3},       {"dctitle", title, 4},       {"dctermstitle", title, 4},
    {"twittertitle", title, 5},  {"titel", title, 6},         {"titre", title, 6},
    {"webtitle", title, 1},      {"titlerendered", title, 1}, {"fieldsheadline", title, 2},
    {"titulo", title, 6},        {"título", title, 6},        {"titolo", title, 6},
    {"标题", title, 6},          {"題名", title, 6},           {"제목", title, 6},

    {"author", author, 0},       {"authors", author, 0},      {"by", author, 1},
    {"byline", author, 1},       {"bylines", author, 1},      {"writer", author, 2},
    {"reporter", author, 2},     {"journalist", author, 2},   {"creator", author, 3},
    {"dccreator", author, 3},    {"dctermscreator", author, 3}, {"sailthruauthor", author, 4},
    {"parselyauthor", author, 4}, {"articleauthor", author, 5}, {"autor", author, 6},
    {"fieldsbyline", author, 2}, {"publishedby", author, 3},
    {"auteur", author, 6},       {"作者", author, 6},          {"저자", author, 6},
    {"byl", author, 1},          {"twitterdata1", author, 7}, {"visiblebyline", author, 8, "shown on the page"},
    {"visibledate", visible_date, 0}, {"visibleline", visible_line, 0},

    {"outlet", outlet, 0},       {"publisher", outlet, 1},    {"publication", outlet, 2},
    {"publicationname", outlet, 2}, {"newspaper", outlet, 2}, {"magazine", outlet, 2},
    {"sitename", outlet, 3},     {"ogsitename", outlet, 3},   {"site", outlet, 4},
    {"website", outlet, 4},      {"dcpublisher", outlet, 5},  {"dctermspublisher", outlet, 5},
    {"applicationname", outlet, 6}, {"feed", outlet, 7},      {"feedname", outlet, 7},
    {"feedtitle", outlet, 7},    {"媒体", outlet, 8},

    {"source", source, 0},       {"sourcename", source, 0},   {"sources", source, 1},
    {"credit", source, 2},       {"来源", source, 3},
    {"from", sender, 0},
    {"outletdomain", host, 0},   {"domain", host, 1},         {"hostname", host, 2},
    {"sourcedomain", host, 3},   {"domainname", host, 2},

    {"url", url, 0},             {"link", url, 1},            {"canonical", url, 2},
    {"canonicalurl", url, 2},    {"sourceurl", url, 3},       {"originurl", url, 4},
    {"originalurl", url, 4},     {"originallink", url, 4},    {"permalink", url, 5},
    {"ogurl", url, 6},           {"externalurl", url, 6},     {"articleurl", url, 6},
    {"weburl", url, 6},          {"shorturl", url, 9},        {"warctargeturi", url, 9},
    {"clippedfrom", url, 7},     {"tumblrurl", url, 7},
    {"guid", url, 8},

    {"published", date, 0},      {"publishedat", date, 0},    {"pubdate", date, 0},
    {"datepublished", date, 1},  {"publisheddate", date, 0},  {"publisheddatetime", date, 0},
    {"publishedon", date, 0},    {"publishdate", date, 0},    {"publicationdate", date, 0},
    {"datepublish", date, 0},
    {"webpublicationdate", date, 0}, {"fieldsfirstpublicationdate", date, 1},
    {"articlepublishedtime", date, 0}, {"publishedtime", date, 0}, {"firstpublished", date, 0},
    {"ogpublishedtime", date, 1}, {"ogarticlepublishedtime", date, 1}, {"issued", date, 1},
    {"dcdateissued", date, 1},   {"dctermsissued", date, 1},  {"dctermsdate", date, 2},
    {"parselypubdate", date, 1}, {"sailthrudate", date, 1},   {"date", date, 2},
    {"datetime", date, 3},       {"dcdate", date, 3},         {"timestamp", date, 4},
    {"time", date, 4},           {"posted", date, 4},         {"postedon", date, 4},
    {"datum", date, 5},          {"fecha", date, 5},          {"日期", date, 5},
    {"发布时间", date, 5},       {"날짜", date, 5},
    {"created", date, 6, "created"},        {"createdat", date, 6, "created"},
    {"datecreated", date, 6, "created"},    {"creationdate", date, 6, "created"},
    {"dccreated", date, 6, "created"},      {"dctermscreated", date, 6, "created"},
    {"updated", date, 7, "last updated"},   {"updatedat", date, 7, "last updated"},
    {"modified", date, 7, "last updated"},  {"datemodified", date, 7, "last updated"},
    {"datemodify", date, 7, "last updated"},
    {"modifiedat", date, 7, "last updated"}, {"lastmod", date, 7, "last updated"},
    {"lastmodified", date, 7, "last updated"}, {"articlemodifiedtime", date, 7, "last updated"},
    {"ogupdatedtime", date, 8, "last updated"},

    says("summary", "summary", 0),     says("description", "summary", 1), says("descrition", "summary", 2),
    says("excerpt", "summary", 3),     says("abstract", "summary", 3),    says("standfirst", "summary", 3),
    says("excerptrendered", "summary", 4), says("fieldsstandfirst", "summary", 4), says("fieldstrailtext", "summary", 5),
    says("deck", "summary", 4),        says("dek", "summary", 4),         says("subtitle", "summary", 5),
    says("subheadline", "summary", 5), says("ogdescription", "summary", 6), says("dcdescription", "summary", 7),
    says("dctermsdescription", "summary", 7), says("twitterdescription", "summary", 8),

    {"section", section, 0},     {"sectionname", section, 0},
    {"articlesection", section, 0}, {"category", section, 1},
    {"categories", section, 2},  {"rubric", section, 2},      {"channel", section, 3},
    {"topic", section, 4},       {"topics", section, 5},
    {"tags", tags, 0},           {"tag", tags, 0},            {"keywords", tags, 1},
    {"labels", tags, 1},
    {"newskeywords", tags, 1},   {"articletag", tags, 1},     {"dcsubject", tags, 2},
    {"dctermssubject", tags, 2}, {"标签", tags, 2},

    {"language", language, 0},   {"lang", language, 1},       {"inlanguage", language, 1},
    {"locale", language, 2},     {"dclanguage", language, 2}, {"contentlanguage", language, 3},
    {"oglocale", language, 4},

    {"documentauthor", file_author, 0, "properties of the file"},
    {"documentcreated", file_date, 0, "created"},
    {"path", file_path, 0},      {"slug", file_path, 1},
});
// clang-format on

consteval auto sorted_rows() {
    auto sorted = rows;
    std::ranges::sort(sorted, {}, &Key::name);
    return sorted;
}

constexpr auto table = sorted_rows();
static_assert(std::ranges::adjacent_find(table, {}, &Key::name) == table.end(),
              "a key stands twice in the table");

bool is_of_name(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c);
}

constexpr std::size_t longest_name = 32;
static_assert(std::ranges::all_of(rows,
                                  [](const Key& k) { return k.name.size() <= longest_name; }));

}  // namespace

const Key* find_key(std::string_view typed) {
    std::array<char, longest_name> buffer{};
    std::size_t size = 0;
    for (const char c : typed) {
        if (!is_of_name(c)) continue;
        if (size == buffer.size()) return nullptr;
        buffer[size++] = ascii::lower(c);
    }
    const std::string_view name(buffer.data(), size);
    const auto found = std::ranges::lower_bound(table, name, {}, &Key::name);
    return found != table.end() && found->name == name ? &*found : nullptr;
}

bool may_be_default(Meaning meaning) {
    switch (meaning) {
        case author:
        case outlet:
        case date:
        case section:
        case tags:
        case language:
            return true;
        case title:
        case source:
        case sender:
        case host:
        case url:
        case as_stated:
        case visible_date:
        case visible_line:
        case file_author:
        case file_date:
        case file_path:
            break;
    }
    return false;
}

std::string_view nearest_default_key(std::string_view typed) {
    std::string name = ascii::lowered(typed);
    std::erase_if(name, [](char c) { return !is_of_name(c); });
    NearestName nearest(name);
    for (const Key& row : rows) {
        if (may_be_default(row.meaning)) nearest.offer(row.name);
    }
    return nearest.name();
}

}  // namespace dateline
