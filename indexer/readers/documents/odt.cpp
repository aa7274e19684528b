// SPDX-License-Identifier: GPL-2.0-or-later
// OpenDocument texts.
#include "indexer/readers/documents/odt.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/bytes/zip_parts.h"
#include "indexer/readers/documents/export_document.h"
#include "indexer/readers/documents/styles.h"
#include "indexer/readers/documents/xml_part.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

int number_of(std::string_view text, int otherwise) {
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Paragraphs have styles of their own that are made from named ones.
ParagraphStyles read_styles(const XmlDocument& content) {
    ParagraphStyles styles;
    for_each_element(content, "style", [&](xmlNode* node) {
        styles.emplace(attribute(node, "name"),
                       ParagraphStyle{"", attribute(node, "parent-style-name"), -1});
    });
    return styles;
}

class OpenBody {
public:
    OpenBody(const ParagraphStyles& styles, TextDocument& document)
        : styles_(styles), document_(document) {}

    void read(xmlNode* root) {
        walk_tree(
            root, [&](xmlNode* node) { return enter(node); }, [&](xmlNode* node) { leave(node); });
    }

private:
    struct Open {
        xmlNode* node;
        DocumentParagraph paragraph;
    };

    bool enter(xmlNode* node) {
        const std::string_view name = element_name(node);
        if (name == "p" || name == "h") {
            const int level = name == "h" ? number_of(attribute(node, "outline-level"), 1) - 1 : -1;
            const auto kind = kind_of_style(styles_, attribute(node, "style-name"), level);
            open_.push_back({node, {"", ++number_, kind}});
            return true;
        }
        if (name == "note" || name == "annotation" || name == "tracked-changes" ||
            name == "automatic-styles" || name == "scripts" || name == "ruby-text" ||
            name == "table-of-content")
            return false;
        if (open_.empty()) return true;
        std::string& text = open_.back().paragraph.text;
        if (name.empty()) add_characters(text, characters(node));
        if (name == "s" || name == "tab") text += ' ';
        if (name == "line-break") text += '\n';
        return true;
    }

    /// Line ends in the file are blanks.
    static void add_characters(std::string& text, std::string_view piece) {
        const std::size_t from = text.size();
        text += piece;
        std::replace(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), '\n', ' ');
    }

    void leave(xmlNode* node) {
        if (open_.empty() || open_.back().node != node) return;
        document_.paragraphs.push_back(std::move(open_.back().paragraph));
        open_.pop_back();
    }

    const ParagraphStyles& styles_;
    TextDocument& document_;
    std::vector<Open> open_;
    std::uint32_t number_ = 0;
};

void read_meta(std::string_view xml, TextDocument& document) {
    constexpr auto keys = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"title", "document title"},
        {"initial-creator", "document author"},
        {"creation-date", "document created"},
        {"description", "description"},
        {"keyword", "keywords"},
        {"language", "language"},
    });
    const XmlDocument meta = parse_xml(xml);
    for (const auto& [element, key] : keys)
        for_each_element(meta, element,
                         [&](xmlNode* node) { add_property(document, key, text_within(node)); });
    // What the author says under a name of his own.
    for_each_element(meta, "user-defined", [&](xmlNode* node) {
        const std::string name = ascii::lowered(attribute(node, "name"));
        if (name == "date" || name == "url" || name == "author" || name == "source")
            add_property(document, name, text_within(node));
    });
}

}  // namespace

bool begins_odt(std::string_view bytes) {
    constexpr std::size_t name_at = 30;  // of the first entry
    return bytes.starts_with("PK\x03\x04") &&
           bytes.substr(std::min(name_at, bytes.size()))
               .starts_with("mimetypeapplication/vnd.oasis.opendocument.text");
}

Reading read_odt(std::string_view bytes) {
    ZipParts archive(bytes);
    const std::string body = archive.read("content.xml");
    const XmlDocument content = parse_xml(body);
    if (!content)
        return {{},
                {{"", 0, archive.problem().empty() ? "no text in it" : archive.problem(), true}}};
    TextDocument document;
    read_meta(archive.read("meta.xml"), document);
    const ParagraphStyles styles = read_styles(content);
    OpenBody(styles, document).read(xmlDocGetRootElement(content.get()));
    return read_export_or_document(std::move(document));
}

}  // namespace dateline
