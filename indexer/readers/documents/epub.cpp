// SPDX-License-Identifier: GPL-2.0-or-later
// E-books, as read-later programs and Calibre make them of articles.
#include "indexer/readers/documents/epub.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/zip_parts.h"
#include "indexer/readers/documents/text_document.h"
#include "indexer/readers/documents/xml_part.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr std::size_t most_chapters = 5000;

int hex_digit(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    const std::size_t at = digits.find(ascii::lower(c));
    return at == digits.npos ? -1 : static_cast<int>(at);
}

/// "a%20b" -> "a b".
std::string decode_percent(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool coded = text[at] == '%' && at + 2 < text.size() &&
                           hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0;
        out += coded ? static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]))
                     : text[at];
        if (coded) at += 2;
    }
    return out;
}

/// The entry that `reference`, written in the entry `from`, means.
std::string entry_name(std::string_view from, std::string_view reference) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view path) {
        while (!path.empty()) {
            const std::size_t end = std::min(path.find('/'), path.size());
            const std::string_view part = path.substr(0, end);
            path.remove_prefix(std::min(end + 1, path.size()));
            if (part == ".." && !parts.empty()) parts.pop_back();
            if (!part.empty() && part != "." && part != "..") parts.emplace_back(part);
        }
    };
    add(from.substr(0, from.rfind('/') == from.npos ? 0 : from.rfind('/')));
    reference = reference.substr(0, reference.find('#'));
    const std::string decoded = decode_percent(reference);
    add(decoded);
    std::string name;
    for (const std::string& part : parts) name += (name.empty() ? "" : "/") + part;
    return name;
}

struct Package {
    std::vector<std::string> chapters;  ///< names of their entries, in order
};

Package read_package(const XmlDocument& opf, std::string_view opf_name) {
    std::map<std::string, std::string> names;
    for_each_element(opf, "item", [&](xmlNode* node) {
        const std::string properties = attribute(node, "properties");
        const bool text = attribute(node, "media-type").find("html") != std::string::npos;
        if (text && properties.find("nav") == std::string::npos)
            names.emplace(attribute(node, "id"), entry_name(opf_name, attribute(node, "href")));
    });
    Package package;
    for_each_element(opf, "itemref", [&](xmlNode* node) {
        const auto found = names.find(attribute(node, "idref"));
        if (found == names.end()) return;
        if (package.chapters.size() < most_chapters) package.chapters.push_back(found->second);
        names.erase(found);  // a chapter is read once, whatever the spine says
    });
    return package;
}

void read_properties(const XmlDocument& opf, TextDocument& document) {
    constexpr auto keys = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"title", "title"},
        {"creator", "author"},
        {"publisher", "publisher"},
        {"date", "date"},
        {"language", "language"},
        {"subject", "keywords"},
        {"description", "description"},
    });
    for (const auto& [element, key] : keys)
        for_each_element(opf, element, [&](xmlNode* node) {
            if (name_space(node).find("purl.org/dc/") == std::string_view::npos) return;
            const std::string event = attribute(node, "event");  // of dates in EPUB 2
            if (event == "modification" || event == "creation") return;
            add_property(document, key, text_within(node));
        });
    for_each_element(opf, "source", [&](xmlNode* node) {
        const std::string source = text_within(node);
        if (ascii::starts_ignoring_case(ascii::trim(source), "http"))
            add_property(document, "url", source);
    });
}

/// Covers, tables of contents and the like say in their first bytes what they are.
bool is_front_matter(std::string_view chapter) {
    constexpr std::size_t head_bytes = 4096;
    const std::string_view head = chapter.substr(0, head_bytes);
    return std::ranges::any_of(
        std::to_array<std::string_view>({"\"titlepage\"", "\"cover\"", "\"toc\"",
                                         "\"copyright-page\"", "\"toc landmarks\"",
                                         "epub:type=\"frontmatter\""}),
        [&](std::string_view type) {
            const std::size_t at = head.find(type);
            return at != head.npos &&
                   head.substr(0, at + type.size()).rfind("epub:type=") != head.npos;
        });
}

void add_chapter(std::string_view bytes, TextDocument& document) {
    std::string storage;
    const std::string_view chapter =
        decode_text(bytes, stated_charset(bytes), storage, document.problems);
    if (is_front_matter(chapter)) return;
    TextBuilder builder;
    HtmlText(builder).add_markup(chapter.substr(std::min(chapter.find("<body"), chapter.size())),
                                 0);
    RawArticle article;
    builder.move_into(article);
    std::string_view text = article.text;
    bool first = !article.heading.empty();
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        document.paragraphs.push_back(
            {std::string(text.substr(0, end)), 0,
             first ? DocumentParagraph::Kind::heading : DocumentParagraph::Kind::body});
        first = false;
        text.remove_prefix(std::min(end + 2, text.size()));
    }
}

}  // namespace

bool begins_epub(std::string_view bytes) {
    constexpr std::size_t name_at = 30;  // of the first entry
    if (!bytes.starts_with("PK\x03\x04")) return false;
    if (bytes.substr(std::min(name_at, bytes.size())).starts_with("mimetypeapplication/epub+zip"))
        return true;
    // Packed again by a common program, which puts other entries first.
    constexpr std::string_view container = "META-INF/container.xml";
    return bytes.find(container) != bytes.npos && ZipParts(bytes).has(std::string(container));
}

Reading read_epub(std::string_view bytes) {
    ZipParts archive(bytes);
    std::string opf_name;
    for_each_element(parse_xml(archive.read("META-INF/container.xml")), "rootfile",
                     [&](xmlNode* node) {
                         if (opf_name.empty()) opf_name = attribute(node, "full-path");
                     });
    const XmlDocument opf = parse_xml(archive.read(opf_name));
    if (!opf)
        return {
            {},
            {{"", 0, archive.problem().empty() ? "an e-book without contents" : archive.problem(),
              true}}};
    TextDocument document;
    read_properties(opf, document);
    for (const std::string& chapter : read_package(opf, opf_name).chapters) {
        if (archive.has("META-INF/encryption.xml") &&
            archive.read(chapter).find('<') == std::string::npos)
            return {{}, {{"", 0, "encrypted: a protected e-book cannot be read", true}}};
        add_chapter(archive.read(chapter), document);
        if (!archive.problem().empty())
            document.problems.push_back({"", 0, archive.problem(), false, ProblemKind::cut});
    }
    return read_document(std::move(document));
}

}  // namespace dateline
