// SPDX-License-Identifier: GPL-2.0-or-later
// Evernote's exports: every note with a text is an article. The day of its making is that of
// writing or clipping, none of publication.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "common/ascii.h"
#include "common/counted.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/unpacked_text.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/enex_cutter.h"
#include "indexer/readers/containers/tally.h"
#include "indexer/readers/documents/text_document.h"
#include "indexer/readers/documents/xml_part.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

/// Which of a note's elements say what of its article. The author is whose account it is, if he has
/// a name.
struct NoteElement {
    std::string_view name;
    std::string_view key;
};

constexpr auto elements = std::to_array<NoteElement>(
    {{"title", "title"}, {"tag", "tags"}, {"author", "document author"}, {"source-url", "url"}});

/// What Evernote calls a note that nobody named.
bool is_untitled(std::string_view title) {
    const std::string lower = ascii::lowered(title);
    return lower == "untitled" || lower == "untitled note";
}

/// Of a page that was clipped whole the article alone. False if there is none in it.
bool add_page(std::string_view markup, std::uint32_t line, RawArticle& article) {
    if (markup.find("--en-clipped-content:fullPage") == markup.npos) return false;
    Reading page = read_web_page(markup);
    if (page.articles.empty() || page.articles.front().text.empty()) return false;
    RawArticle& found = page.articles.front();
    article.text = std::move(found.text);
    article.lines = std::move(found.lines);
    article.headings = std::move(found.headings);
    for (LineMark& mark : article.lines) mark.line += line - 1;
    for (RawField& field : found.fields) field.line += field.line == 0 ? 0 : line - 1;
    std::ranges::move(found.fields, std::back_inserter(article.fields));
    return true;
}

/// The text of a note, which is XHTML but for elements of Evernote's own.
void add_content(xmlNode* content, std::string_view note, RawArticle& article) {
    constexpr std::string_view hard_blank = "\xC2\xA0";  // which its editor makes of empty lines
    std::string markup = text_within(content);
    for (auto at = markup.find(hard_blank); at != markup.npos; at = markup.find(hard_blank, at))
        markup.replace(at, hard_blank.size(), "  ");
    const std::string_view before = note.substr(0, note.find("<![CDATA["));
    const auto line = static_cast<std::uint32_t>(1 + std::ranges::count(before, '\n'));
    if (add_page(markup, line, article)) return;
    TextBuilder builder;
    HtmlText(builder).add_markup(markup, line);
    builder.move_into(article);
}

/// What the elements of a note say, but for its content.
struct Note {
    RawArticle article;
    std::string title;
    std::string created;
    bool encrypted = false;

    void add(xmlNode* node, std::string_view bytes) {
        const std::string_view name = element_name(node);
        if (name == "content") {
            encrypted = !attribute(node, "encoding").empty();
            if (!encrypted) add_content(node, bytes, article);
            return;
        }
        const auto* row = std::ranges::find(elements, name, &NoteElement::name);
        if (name == "created") created = text_within(node);
        if (row == elements.end()) return;
        const std::string value = one_line(text_within(node));
        if (name == "title") title = value;
        if (name == "title" && is_untitled(value)) return;
        TextDocument properties;
        if (name == "author")
            add_property(properties, row->key, value);
        else
            add_field_value(article.fields, row->key, 0, value);
        std::ranges::move(properties.properties, std::back_inserter(article.fields));
    }
};

Reading read_note(std::string_view bytes, Tally& tally) {
    Reading reading;
    std::string storage;
    const std::string_view text = decode_text(bytes, "", storage, reading.problems);
    Note note;
    for_each_element(parse_xml(text), "note", [&](xmlNode* root) {
        walk_tree(
            root,
            [&](xmlNode* node) {
                note.add(node, text);
                return element_name(node) != "content";
            },
            [](xmlNode*) {});
    });
    if (note.encrypted) {
        reading.problems.push_back({"", 1, "the note is encrypted", true});
        return reading;
    }
    note.article.identity = note.created + " " + note.title;
    const bool has_text = !note.article.text.empty();
    tally.add({.kind = has_text ? JsonKind::article : JsonKind::other,
               .article = std::move(note.article),
               .is_note = true},
              reading);
    return reading;
}

}  // namespace

bool begins_enex(const FileStart& start) {
    return start.head.substr(0, 1024).find("<en-export") != start.head.npos;
}

FileEnd read_enex(const FileBytes& file, const ItemSink& sink) {
    Tally tally;
    EnexCutter notes(
        [&](std::string_view note, std::uint32_t line) {
            return sink(
                {note, line, PlaceUnit::line, "", [&, note] { return read_note(note, tally); }});
        },
        longest_item);
    UnpackedText input(blocks_of(file));
    for (std::string_view block = input.next(); !block.empty(); block = input.next())
        if (!notes.add(block)) break;
    if (!input.damaged()) notes.finish();
    std::vector<Problem> problems = notes.take_problems();
    if (input.damaged()) problems.push_back(damaged_packing());
    if (tally.articles == 0 && problems.empty())
        problems.push_back({"", 0,
                            fmt::format("{} and no texts", counted(tally.others, "note", "notes")),
                            false, ProblemKind::empty});
    const bool faulty = !problems.empty();
    FileEnd end = end_of(tally, "notes", std::move(problems));
    end.holds_articles = end.holds_articles || faulty;
    return end;
}

}  // namespace dateline
