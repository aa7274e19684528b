// SPDX-License-Identifier: GPL-2.0-or-later
// Lines of JSON, plain text, streams and queries.
#include <array>

#include "tests/linear/shapes.h"

namespace dateline {
namespace {

// clang-format off
constexpr auto table = std::to_array<Shape>({
    // JSON Lines.
    {"jsonl", "brackets", "{\"text\":", "["},
    {"jsonl", "objects in objects", "{\"text\":\"a\",\"x\":", "{\"a\":"},
    {"jsonl", "keys", "{", "\"k#\":\"v\",", "\"text\":\"a b c\"}"},
    {"jsonl", "keys of an inner object", "{\"a\":{", "\"k#\":\"v\",", "\"b\":1},\"text\":\"a b c\"}"},
    {"jsonl", "objects of a list", "{\"text\":\"a\",\"x\":[", "{\"a\":1},", "1]}"},
    {"jsonl", "one key again and again", "{", "\"title\":\"v\",", "\"text\":\"a b c\"}"},
    {"jsonl", "authors", "{\"text\":\"a\",\"authors\":[", "\"A B#\",", "\"c\"]}"},
    {"jsonl", "lines", "", "{\"title\":\"a\",\"text\":\"b c d\"}\n"},
    {"jsonl", "lines that are none", "", "x\n"},
    {"jsonl", "empty objects", "", "{}\n"},
    {"jsonl", "markup", "{\"title\":\"a\",\"html\":\"", "<div>", "\"}"},
    {"jsonl", "escapes", "{\"text\":\"", "\\u0041", "\"}"},
    {"jsonl", "exported: authors", "{\"dateline_export\":1,\"text\":\"a\",\"author\":[", "\"A B#\",", "\"c\"]}"},
    {"jsonl", "exported: outlet", "{\"dateline_export\":1,\"text\":\"a\",\"outlet\":\"", "A B# ", "\"}"},
    {"jsonl", "exported: line breaks", "{\"dateline_export\":1,\"text\":\"a", "\\n", "\"}"},
    {"jsonl", "exported: derived", "{\"dateline_export\":1,\"text\":\"a\",\"derived\":{", "\"k#\":\"v\",", "\"title\":\"b\"}}"},
    {"jsonl", "digits", "{\"text\":\"a\",\"date\":", "9", "}"},
    // Plain text.
    {"txt", "blank lines", "", "\n"},
    {"txt", "letters", "", "a"},
    {"txt", "blanks", "", " "},
    {"txt", "indented lines", "", "a\n  b\n"},
    {"txt", "wide blanks", "", "\u3000"},
    {"txt", "words", "", "word "},
    {"txt", "dates", "", "2026-02-27 "},
    {"txt", "bylines", "", "By John Smith\n"},
    {"txt", "lines with colons", "", "a: b\n"},
    {"txt", "headers", " date 2026-02-27 \n", " title a \n"},
    {"txt", "bytes of Windows-1252", "", "caf\xe9 "},
    {"txt", "zero bytes", "a", std::string_view("\0b", 2)},
    {"txt", "UTF-16", "\xff\xfe", "a."},
    // JSON that is one value.
    {"json", "brackets", "", "["},
    {"json", "objects", "", "{"},
    {"json", "objects of an array", "[", "{\"title\":\"a\",\"text\":\"b c\"},", "{}]"},
    {"json", "objects one behind the other", "", "{\"title\":\"a\",\"text\":\"b c\"}\n\n "},
    {"json", "lists in lists", "", "{\"items\":[", "1", "]}"},
    {"json", "items of a feed", "{\"version\":\"jsonfeed.org\",\"title\":\"a\",\"items\":[", "{\"title\":\"a\",\"text\":\"b\"},", "{}]}"},
    {"json", "a feed's own words", "{\"version\":\"jsonfeed.org\",\"x\":\"", "a", "\",\"items\":[{\"title\":\"a\",\"text\":\"b\"}]}"},
    {"json", "keys", "{", "\"k#\":1,", "\"text\":\"a\"}"},
    {"json", "strings", "[{\"text\":\"", "\\\"", "\"}]"},
    {"json", "entries by their ids", "{", "\"k#\":{\"title\":\"a\",\"text\":\"b\"},", "\"z\":1}"},
    {"json", "values of a list", "[{\"title\":\"a\",\"text\":\"b\",\"x\":[", "{},", "{}]}]"},
    {"json", "numbers that are none", "[{\"title\":\"a\",\"text\":\"b\",\"x\":[", "NaN,", "1]}]"},
    {"json", "halves of surrogate pairs", "[{\"title\":\"a\",\"text\":\"", "\\ud83d", "\"}]"},
    {"json", "line breaks in a text", "[{\"title\":\"a\",\"text\":\"", "\n", "\"}]"},
    {"json", "prose", "[{\"title\":\"a\",\"words\":\"", "It went on. ", "\"}]"},
    {"json", "closing brackets", "[{}", "]"},
    // Tables.
    {"csv", "rows", "title,text\n", "a,b c\n"},
    {"csv", "columns", "title,text", ",a#", "\nb,c\n"},
    {"csv", "cells", "title,text\na,b", ","},
    {"csv", "cells in quotation marks", "title,text\na,b", ",\"\""},
    {"csv", "blanks before a quotation mark", "title,text\na,", " ", "\"b\"\n"},
    {"csv", "rows held back", "title,words\n", "a,b c\n"},
    {"csv", "CR line ends", "title,text\ra,b\r", "a,b c\r"},
    {"csv", "quotation marks", "title,text\n", "\""},
    {"csv", "line breaks in a cell", "title,text\na,\"", "b\n", "\"\n"},
    // Mailboxes.
    {"mbox", "messages", "", "From a Fri Feb 27 23:30:00 2026\nFrom: a@b\nSubject: s\nDate: x\nMessage-ID: #\n\nb\n\n"},
    {"mbox", "envelopes alone", "From a Fri Feb 27 23:30:00 2026\nFrom: a@b\nSubject: s\nMessage-ID: 1\n\n", "From a Fri Feb 27 23:30:00 2026\n\n"},
    {"mbox", "envelopes within a length", "From a Fri Feb 27 23:30:00 2026\nFrom: a@b\nSubject: s\nMessage-ID: 1\nContent-Length: 99999999\n\n", "\nFrom a Fri Feb 27 23:30:00 2026\nX: y\n"},
    {"mbox", "words of an envelope", "From a Fri Feb 27 23:30:00 2026\nFrom: a@b\nSubject: s\n\n\nFrom ", "Fri ", "\n"},
    {"mbox", "CR line ends", "From a Fri Feb 27 23:30:00 2026\rFrom: a@b\rSubject: s\r\r", "b\r\r"},
    {"mbox", "quotes", "From a Fri Feb 27 23:30:00 2026\nFrom: a@b\nSubject: s\nMessage-ID: 1\n\n", ">"},
    // Web archives.
    {"warc", "records", "", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.org/#\r\nContent-Length: 0\r\n\r\n\r\n\r\n"},
    {"warc", "captures of a page", "", "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://e.org/\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p>a\r\n\r\n"},
    {"warc", "captures without a text", "", "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://e.org/\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>\r\n\r\n"},
    {"warc", "captures without a text, and one with", "", "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://e.org/#\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p>a\r\n\r\nWARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://e.org/#\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>\r\n\r\n"},
    {"warc", "pages", "", "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://e.org/#\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p>a\r\n\r\n"},
    {"warc", "beginnings", "", "WARC/1.0\r\n\r\n"},
    {"warc", "headers", "WARC/1.0\r\n", "a: b\r\n"},
    {"warc", "chunks", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.org/\r\nContent-Length: 9999999\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"},
    // Lines of an archive, before they are read.
    {"stream", "lines", "", "abc\n"},
    {"stream", "a line", "", "abc"},
    {"stream", "blank lines", "", "\n"},
    {"stream.gz", "lines", "", "abc#\n"},
    {"stream.gz", "a line", "", "abc#"},
    {"stream.zst", "lines", "", "abc#\n"},
    {"stream.zst", "a line", "", "abc#"},
    // Queries.
    {"query", "words", "", "word "},
    {"query", "letters", "", "a"},
    {"query", "operators", "", "AND "},
    {"query", "words and operators", "a", " OR b"},
    {"query", "negations", "", "NOT "},
    {"query", "minus signs", "", "-"},
    {"query", "open parentheses", "", "("},
    {"query", "parentheses", "", "(", "a", ")"},
    {"query", "parentheses with words", "", "(a ", "b", ") "},
    {"query", "closing parentheses", "", ")"},
    {"query", "quotation marks", "", "\""},
    {"query", "a phrase", "\"", "a ", "\""},
    {"query", "phrases", "", "\"a b\" "},
    {"query", "fields", "", "title:a "},
    {"query", "fields alone", "", "title:"},
    {"query", "fields of parentheses", "", "title:(", "a", ")"},
    {"query", "names that are nearly fields", "", "titel:a "},
    {"query", "values", "", "outlet:\"a#\" "},
    {"query", "ranges", "", "date:2026-01..2026-02 "},
    {"query", "points", "", "."},
    {"query", "wildcards", "", "a* "},
    {"query", "asterisks", "", "*"},
    {"query", "question marks", "", "?"},
    {"query", "tildes", "", "a~2 "},
    {"query", "nearness", "a", " NEAR/3 b"},
    {"query", "functions", "", "near(", "a", ", b)"},
    {"query", "weights", "", "a^2 "},
    {"query", "accents on a letter", "a", "\u0301"},
    {"query", "ideographs", "", "\u4e2d"},
    {"query", "commas", "", ","},
    {"query", "colons", "", ":"},
    {"query", "slashes", "", "/"},
});
// clang-format on

}  // namespace

std::span<const Shape> line_shapes() {
    return table;
}

}  // namespace dateline
