// SPDX-License-Identifier: GPL-2.0-or-later
// Saved pages with their wrapping, word processors' files, rows of PDF, exports of news services.
#include <array>

#include "tests/linear/shapes.h"

namespace dateline {
namespace {

constexpr std::string_view saved =
    "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://a.org/x \n--><body>";
constexpr std::string_view archive =
    "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n";
constexpr std::string_view factiva = "<html><body>articleParagraph Headline";
constexpr std::string_view nexis = "<html><body><DOCFULL> DOCUMENTS";
constexpr std::string_view europresse = "<html><body><b class=DocPublicationName>P</b>DocHeader";
constexpr std::string_view page = "page 5950 8420\n";

// clang-format off
constexpr auto table = std::to_array<Shape>({
    {"html", "SingleFile: pictures", saved, "<img src='data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'>"},
    {"html", "SingleFile: a long picture", saved, "", "<img src='data:", "A", "'>"},
    {"html", "SingleFile: data without end", saved, "data:"},
    {"html", "SingleFile: notes", saved, "<single-file-note>a</single-file-note>"},
    {"html", "SingleFile: notes that do not end", saved, "<single-file-note>"},
    {"html", "Factiva: articles", factiva, "<div class='article enArticle'><div>1 May 2020</div><p class=articleParagraph>a</p></div>"},
    {"html", "Factiva: articles in articles", factiva, "<div class='article enArticle'>"},
    {"html", "Factiva: parts of a head", "<html><body>articleParagraph Headline<div class='article enArticle'>", "<div>a</div>"},
    {"html", "Factiva: rows", "<html><body>articleParagraph Headline<div class='article enArticle'><table>", "<tr><td>HD</td><td>a</td></tr>"},
    {"html", "Nexis: articles", nexis, "<p>1 of 2 DOCUMENTS</p><p>P</p><p>May 1, 2020</p><p>T</p><p>LENGTH: 1 words</p><p>a</p>"},
    {"html", "Nexis: labels", nexis, "<p>LENGTH: 1 words</p>", "<p>1 of 2 DOCUMENTS</p>"},
    {"html", "Nexis: line breaks", nexis, "a<br>", "<p>1 of 2 DOCUMENTS</p>"},
    {"html", "Europresse: articles", europresse, "<b class=DocPublicationName>P</b><br><b class=TitreArticleVisu>T</b><br>a.<br>"},
    {"txt", "Nexis: articles", "", "1 of 2 DOCUMENTS\n\nP\n\nMay 1, 2020\n\nT\n\nLENGTH: 1 words\n\na\n\n"},
    {"txt", "Nexis: lines of a paragraph", "1 of 2 DOCUMENTS\n\nP\n\nMay 1, 2020\n\n", "a\n"},
    {"mhtml", "parts", archive, "--b\nContent-Type: text/html\n\na\n"},
    {"mhtml", "a page", "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<html>", "<p>a</p>"},
    {"rtf", "groups", "{\\rtf1 ", "{", "a", "}"},
    {"rtf", "paragraphs", "{\\rtf1 ", "a\\par "},
    {"rtf", "characters", "{\\rtf1 ", "\\u233?"},
    {"rtf", "bytes", "{\\rtf1 ", "\\'e9"},
    {"rtf", "fonts", "{\\rtf1{\\fonttbl", "{\\f#\\fcharset204 a;}", "}", "\\f7 a"},
    {"rtf", "styles", "{\\rtf1{\\stylesheet", "{\\s# a;}", "}a"},
    {"rtf", "words", "{\\rtf1 ", "\\a1"},
    {"rtf", "binary data", "{\\rtf1 ", "\\bin1 a"},
    {"pdf rows", "words", page, "word 10 10 20 20 100 1 a\n"},
    {"pdf rows", "lines", page, "word 10 #0 20 #9 100 1 abc-\n"},
    {"pdf rows", "columns", page,
     "word 10 #0 900 #9 100 1 abc\nword 2000 #0 2900 #9 100 1 abc\n"},
    {"pdf rows", "gaps", page,
     "word 10 #00 900 #09 100 1 abc\nword 2000 #00 2900 #09 100 1 abc\n"},
    {"pdf rows", "pages", "", "page 5950 8420\nword 10 10 20 20 100 1 a\n"},
    {"pdf rows", "headings", page, "word 10 #000 20 #100 #00 1 abc\n"},
    {"xml", "Factiva: articles", "<PPSResponse>", "<ppsarticle><article><headline>a</headline><leadParagraph>b</leadParagraph></article></ppsarticle>", "</PPSResponse>"},
});
// clang-format on

}  // namespace

std::span<const Shape> document_shapes() {
    return table;
}

}  // namespace dateline
