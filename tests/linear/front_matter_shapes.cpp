// SPDX-License-Identifier: GPL-2.0-or-later
// The same in front matter, YAML and TOML.
#include <array>

#include "tests/linear/shapes.h"

namespace dateline {
namespace {

constexpr std::string_view text = "\n---\nText here.\n";
constexpr std::string_view toml_text = "\n+++\nText here.\n";

// clang-format off
constexpr auto table = std::to_array<Shape>({
    // YAML.
    {"md", "front matter again and again", "", "---\n"},
    {"md", "yaml: brackets", "---\na: ", "[", text},
    {"md", "yaml: braces", "---\na: ", "{", text},
    {"md", "yaml: lists in lists", "---\n", "- ", text},
    {"md", "yaml: keys", "---\n", "k#: v\n", text},
    {"md", "yaml: keys with quotes", "---\n", "\"k#\": v\n", text},
    {"md", "yaml: keys of two words", "---\n", "\"a b\": c\n", text},
    {"md", "yaml: one key again and again", "---\n", "title: a\n", text},
    {"md", "yaml: anchors", "---\n", "k#: &a# v\n", text},
    {"md", "yaml: aliases", "---\na: &a x\nb: [", "*a,", "]\n---\nText.\n"},
    {"md", "yaml: merges", "---\n", "<<: *a\n", text},
    {"md", "yaml: items", "---\ntags:\n", "- a\n", text},
    {"md", "yaml: distinct items", "---\ntags:\n", "- a#\n", text},
    {"md", "yaml: items in a line", "---\ntags: [", "a, ", "b]\n---\nText.\n"},
    {"md", "yaml: objects in a list", "---\nauthors:\n", "- name: A B#\n  id: 1\n", text},
    {"md", "yaml: a quote", "---\na: \"", "x", text},
    {"md", "yaml: quotes", "---\na: ", "\"x\" ", text},
    {"md", "yaml: escapes", "---\na: \"", "\\x41", "\"\n---\nText.\n"},
    {"md", "yaml: escaped line ends", "---\na: \"", "\\N", "\"\n---\nText.\n"},
    {"md", "yaml: lines of a block", "---\na: |\n", "  x\n", text},
    {"md", "yaml: folded lines", "---\na: >\n", "  x\n", text},
    {"md", "yaml: lines of a scalar", "---\na: b\n", "  x\n", text},
    {"md", "yaml: comments", "---\n", "# a\n", text},
    {"md", "yaml: question marks", "---\n", "? ", text},
    {"md", "yaml: complex keys", "---\n", "? a\n", text},
    {"md", "yaml: marks of a tag", "---\na: ", "!", text},
    {"md", "yaml: directives", "---\n", "%YAML 1.2\n", text},
    {"md", "yaml: wide colons", "---\n", "a\uff1ab\nc: d\n", text},
    {"md", "yaml: not valid, lines", "---\na: b: c\n", "x\n", text},
    {"md", "yaml: not valid, list", "---\na: b: c\nd: [", "e, ", "]\n---\nText.\n"},
    {"md", "yaml: not valid, keys", "---\na: b: c\n", "k#: v\n", text},
    {"md", "yaml: dates", "---\ndate: ", "2026-02-27 ", text},
    {"md", "yaml: date keys", "---\n", "date: 2026-99-27\n", text},
    {"md", "yaml: digits of a date", "---\ndate: ", "1", text},
    {"md", "yaml: authors", "---\nauthor: ", "A B, ", text},
    {"md", "yaml: distinct authors", "---\nauthor: ", "A B#, ", text},
    {"md", "yaml: authors with and", "---\nauthor: ", "A and ", text},
    {"md", "yaml: suffixes of an author", "---\nauthor: A B", ", Jr.", text},
    {"md", "yaml: author items", "---\nauthors:\n", "- A B\n", text},
    {"md", "yaml: words of a title", "---\ntitle: ", "a ", text},
    {"md", "yaml: marks of a title", "---\ntitle: a", " *b_", text},
    {"md", "yaml: links of a title", "---\ntitle: \"a", "[b](c", "\"\n---\nText.\n"},
    {"md", "yaml: ends of links of a title", "---\ntitle: a", "](", text},
    {"md", "yaml: tags of a title", "---\ntitle: a", " <b>c", text},
    {"md", "yaml: entities of a title", "---\ntitle: a", "&amp;", text},
    {"md", "yaml: bars of a title", "---\ntitle: ", "a | ", text},
    {"md", "yaml: titles", "---\n", "title: a *b* <c>\n", text},
    {"md", "yaml: summaries", "---\n", "summary: summary\n", text},
    {"md", "yaml: sections", "---\n", "section: s#\n", text},
    {"md", "yaml: a host", "---\nurl: http://", "a.", text},
    {"md", "yaml: parts of an address", "---\nurl: http://a.b/", "2026/02/27/c-", text},
    {"md", "yaml: parts of a path", "---\npath: ", "2026-02-27/c/", text},
    {"md", "yaml: parts of a source", "---\nsource: ", "A B, ", text},
    {"md", "yaml: tags of a summary", "---\nsummary: a", " <b>c</b>", text},
    {"md", "yaml: addresses", "---\n", "url: http://a#.b/\n", text},
    {"md", "yaml: outlet", "---\noutlet: ", "a ", text},
    {"md", "yaml: outlets", "---\n", "outlet: a#\n", text},
    {"md", "yaml: sources", "---\n", "source: A B#\n", text},
    {"md", "yaml: language", "---\nlang: ", "a-", text},
    // TOML.
    {"md", "toml: again and again", "", "+++\n"},
    {"md", "toml: brackets", "+++\na = ", "[", toml_text},
    {"md", "toml: keys", "+++\n", "k# = 1\n", toml_text},
    {"md", "toml: tables", "+++\n", "[t#]\n", toml_text},
    {"md", "toml: tables of a list", "+++\n", "[[a]]\n", toml_text},
    {"md", "toml: parts of a key", "+++\n", "a.", "b = 1\n+++\nText.\n"},
    {"md", "toml: tables in a line", "+++\na = ", "{a=", toml_text},
    {"md", "toml: items", "+++\ntags = [", "\"a\", ", "]\n+++\nText.\n"},
    {"md", "toml: a text", "+++\na = \"\"\"", "x", toml_text},
    {"md", "toml: not valid", "+++\na = = b\n", "k# = v\n", toml_text},
});
// clang-format on

}  // namespace

std::span<const Shape> front_matter_shapes() {
    return table;
}

}  // namespace dateline
