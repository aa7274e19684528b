// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/html_elements.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "indexer/readers/bytes/charset.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/html/html_text.h"

namespace dateline {

namespace {

using enum HtmlElement;

struct Kind {
    std::string_view name;
    HtmlElement kind;
};

// Sorted by name.
constexpr auto kinds = std::to_array<Kind>({
    {"address", block},    {"article", block},    {"aside", block},      {"audio", dropped},
    {"blockquote", block}, {"body", block},       {"br", line_break},    {"canvas", dropped},
    {"caption", block},    {"center", block},     {"dd", block},         {"details", block},
    {"div", block},        {"dl", block},         {"dt", block},         {"en-crypt", dropped},
    {"fieldset", block},   {"figcaption", block}, {"figure", block},     {"footer", block},
    {"form", block},       {"h1", heading},       {"h2", heading},       {"h3", heading},
    {"h4", heading},       {"h5", heading},       {"h6", heading},       {"header", block},
    {"hr", block},         {"html", block},       {"iframe", dropped},   {"li", block},
    {"main", block},       {"nav", block},        {"noscript", dropped}, {"ol", block},
    {"option", block},     {"p", block},          {"pre", block},        {"script", dropped},
    {"section", block},    {"select", dropped},   {"style", dropped},    {"summary", block},
    {"svg", dropped},      {"table", block},      {"tbody", row},        {"td", cell},
    {"template", dropped}, {"textarea", dropped}, {"tfoot", row},        {"th", cell},
    {"thead", row},        {"title", dropped},    {"tr", row},           {"ul", block},
    {"video", dropped},
});

constexpr bool by_name(const Kind& a, const Kind& b) {
    return a.name < b.name;
}
static_assert(std::is_sorted(kinds.begin(), kinds.end(), by_name));

// Of HTML past and present, and of the drawings and formulas within it; sorted.
constexpr auto element_names = std::to_array<std::string_view>(
    {"a",        "abbr",     "acronym",  "address",  "applet",     "area",
     "article",  "aside",    "audio",    "b",        "base",       "basefont",
     "bdi",      "bdo",      "bgsound",  "big",      "blink",      "blockquote",
     "body",     "br",       "button",   "canvas",   "caption",    "center",
     "circle",   "cite",     "clippath", "code",     "col",        "colgroup",
     "data",     "datalist", "dd",       "defs",     "del",        "details",
     "dfn",      "dialog",   "dir",      "div",      "dl",         "dt",
     "ellipse",  "em",       "embed",    "fieldset", "figcaption", "figure",
     "font",     "footer",   "form",     "frame",    "frameset",   "g",
     "h1",       "h2",       "h3",       "h4",       "h5",         "h6",
     "head",     "header",   "hgroup",   "hr",       "html",       "i",
     "iframe",   "image",    "img",      "input",    "ins",        "kbd",
     "keygen",   "label",    "legend",   "li",       "line",       "lineargradient",
     "link",     "main",     "map",      "mark",     "marquee",    "math",
     "menu",     "meta",     "meter",    "mfrac",    "mi",         "mn",
     "mo",       "mrow",     "mspace",   "msqrt",    "mstyle",     "msub",
     "msubsup",  "msup",     "mtable",   "mtd",      "mtext",      "mtr",
     "nav",      "nobr",     "noframes", "noscript", "object",     "ol",
     "optgroup", "option",   "output",   "p",        "param",      "path",
     "picture",  "polygon",  "polyline", "portal",   "pre",        "progress",
     "q",        "rect",     "rp",       "rt",       "ruby",       "s",
     "samp",     "script",   "search",   "section",  "select",     "slot",
     "small",    "source",   "span",     "stop",     "strike",     "strong",
     "style",    "sub",      "summary",  "sup",      "svg",        "symbol",
     "table",    "tbody",    "td",       "template", "text",       "textarea",
     "tfoot",    "th",       "thead",    "time",     "title",      "tr",
     "track",    "tspan",    "tt",       "u",        "ul",         "use",
     "var",      "video",    "wbr",      "xml",      "xmp"});
static_assert(std::ranges::is_sorted(element_names));

// Old pages number Windows-1252's punctuation where Unicode has control characters.
std::string from_number(unsigned number) {
    std::string out;
    if (number >= 0x80 && number < 0xA0) {
        const char byte = static_cast<char>(number);
        return convert_charset({&byte, 1}, "windows-1252");
    }
    if (number == 0xA0 || number < 0x20) return " ";
    append_utf8(out, number);
    return out;
}

struct Effect {
    HtmlElement element;
    void (TextBuilder::*begin)();
    void (TextBuilder::*end)();
};

constexpr auto effects = std::to_array<Effect>({
    {in_line, nullptr, nullptr},
    {line_break, &TextBuilder::break_line, nullptr},
    {cell, &TextBuilder::end_cell, &TextBuilder::end_cell},
    {row, &TextBuilder::end_line, &TextBuilder::end_line},
    {block, &TextBuilder::end_paragraph, &TextBuilder::end_paragraph},
    {heading, &TextBuilder::begin_heading, &TextBuilder::end_heading},
    {dropped, nullptr, nullptr},
});
static_assert(std::ranges::is_sorted(effects, {}, &Effect::element) &&
              effects.back().element == HtmlElement::dropped);

}  // namespace

HtmlElement html_element_kind(std::string_view name) {
    const auto* found = std::lower_bound(kinds.begin(), kinds.end(), Kind{name, in_line}, by_name);
    return found != kinds.end() && found->name == name ? found->kind : in_line;
}

bool is_html_element(std::string_view name) {
    // Custom elements have a hyphen, those of other languages within the page a colon.
    return name.find_first_of("-:") != name.npos || std::ranges::binary_search(element_names, name);
}

std::string decode_entity(std::string_view name) {
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        const bool hex = name.starts_with('x') || name.starts_with('X');
        if (hex) name.remove_prefix(1);
        unsigned number = 0;
        const auto result =
            std::from_chars(name.data(), name.data() + name.size(), number, hex ? 16 : 10);
        const bool whole = result.ec == std::errc() && result.ptr == name.data() + name.size();
        return whole ? from_number(number) : "";
    }
    if (name.empty() || name.size() > 16) return "";
    if (name == "nbsp") return " ";
    if (name == "apos") return "'";
    const std::string typed(name);
    const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(typed.c_str()));
    return entity == nullptr ? "" : from_number(entity->value);
}

std::string decode_entities(std::string_view text) {
    constexpr std::size_t longest_name = 16;
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find('&'), text.size());
        out += text.substr(0, begin);
        text.remove_prefix(begin);
        if (text.empty()) break;
        const std::size_t end = text.substr(0, longest_name).find(';');
        const std::string character =
            end == text.npos ? "" : decode_entity(text.substr(1, end - 1));
        out += character.empty() ? "&" : character;
        text.remove_prefix(character.empty() ? 1 : end + 1);
    }
    return out;
}

void begin_element(TextBuilder& text, HtmlElement element) {
    if (const auto begin = effects[static_cast<std::size_t>(element)].begin) (text.*begin)();
}

void end_element(TextBuilder& text, HtmlElement element) {
    if (const auto end = effects[static_cast<std::size_t>(element)].end) (text.*end)();
}

}  // namespace dateline
