// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/rtf_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline {

namespace {

struct NamedDestination {
    std::string_view word;
    RtfDestination destination;
};

constexpr auto destinations = std::to_array<NamedDestination>({
    {"fonttbl", RtfDestination::fonts},
    {"stylesheet", RtfDestination::styles},
    {"info", RtfDestination::info},
    {"title", RtfDestination::title},
    {"author", RtfDestination::author},
    {"keywords", RtfDestination::keywords},
    {"creatim", RtfDestination::created},
    {"colortbl", RtfDestination::skipped},
    {"pict", RtfDestination::skipped},
    {"object", RtfDestination::skipped},
    {"objdata", RtfDestination::skipped},
    {"header", RtfDestination::skipped},
    {"headerl", RtfDestination::skipped},
    {"headerr", RtfDestination::skipped},
    {"headerf", RtfDestination::skipped},
    {"footer", RtfDestination::skipped},
    {"footerl", RtfDestination::skipped},
    {"footerr", RtfDestination::skipped},
    {"footerf", RtfDestination::skipped},
    {"footnote", RtfDestination::skipped},
    {"annotation", RtfDestination::skipped},
    {"fldinst", RtfDestination::skipped},
    {"nonshppict", RtfDestination::skipped},
    {"listtable", RtfDestination::skipped},
    {"listoverridetable", RtfDestination::skipped},
    {"revtbl", RtfDestination::skipped},
    {"xe", RtfDestination::skipped},
    {"tc", RtfDestination::skipped},
    {"private", RtfDestination::skipped},
    {"template", RtfDestination::skipped},
    {"operator", RtfDestination::skipped},
    {"company", RtfDestination::skipped},
    {"doccomm", RtfDestination::skipped},
    {"subject", RtfDestination::skipped},
    {"comment", RtfDestination::skipped},
    {"revtim", RtfDestination::skipped},
    {"printim", RtfDestination::skipped},
    {"buptim", RtfDestination::skipped},
    {"bkmkstart", RtfDestination::skipped},
    {"bkmkend", RtfDestination::skipped},
    {"generator", RtfDestination::skipped},
});

struct WordText {
    std::string_view word;
    std::string_view text;
};

constexpr auto word_texts = std::to_array<WordText>({
    {"line", "\n"},  {"tab", "\t"},      {"emdash", "—"},    {"endash", "–"},  {"lquote", "‘"},
    {"rquote", "’"}, {"ldblquote", "“"}, {"rdblquote", "”"}, {"bullet", "•"},  {"~", "\xC2\xA0"},
    {"_", "-"},      {"emspace", " "},   {"enspace", " "},   {"{", "{"},       {"}", "}"},
    {"\\", "\\"},    {"softline", "\n"}, {"lbr", "\n"},      {"qmspace", " "},
});

}  // namespace

std::optional<RtfDestination> rtf_destination(std::string_view word) {
    const auto* row = std::ranges::find(destinations, word, &NamedDestination::word);
    if (row == destinations.end()) return std::nullopt;
    return row->destination;
}

std::string_view rtf_text(std::string_view word) {
    const auto* row = std::ranges::find(word_texts, word, &WordText::word);
    return row == word_texts.end() ? std::string_view() : row->text;
}

bool ends_rtf_paragraph(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"par", "sect", "page", "row", "column", "cell", "nestcell", "nestrow"});
    return std::ranges::find(words, word) != words.end();
}

int rtf_document_page(std::string_view word) {
    constexpr auto pages = std::to_array<std::pair<std::string_view, int>>(
        {{"mac", 10000}, {"pc", 437}, {"pca", 850}});
    for (const auto& [known, page] : pages)
        if (known == word) return page;
    return 0;
}

int rtf_code_page(int charset) {
    constexpr auto pages = std::to_array<std::pair<int, int>>({{77, 10000},
                                                               {128, 932},
                                                               {129, 949},
                                                               {134, 936},
                                                               {136, 950},
                                                               {161, 1253},
                                                               {162, 1254},
                                                               {163, 1258},
                                                               {177, 1255},
                                                               {178, 1256},
                                                               {186, 1257},
                                                               {204, 1251},
                                                               {222, 874},
                                                               {238, 1250}});
    for (const auto& [known, page] : pages)
        if (known == charset) return page;
    return 0;
}

}  // namespace dateline
