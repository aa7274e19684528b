// SPDX-License-Identifier: GPL-2.0-or-later
// Word documents (Office Open XML).
#include "indexer/readers/documents/docx.h"

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

constexpr std::string_view usual_part = "word/document.xml";

/// The part with the text as the package names it, since some programs write "word/document2.xml".
std::string body_part(ZipParts& archive) {
    std::string name(usual_part);
    for_each_element(parse_xml(archive.read("_rels/.rels")), "Relationship", [&](xmlNode* node) {
        std::string target = attribute(node, "Target");
        if (target.starts_with('/')) target.erase(0, 1);
        if (attribute(node, "Type").ends_with("/officeDocument") && archive.has(target))
            name = std::move(target);
    });
    return name;
}

bool is_word(const xmlNode* node) {
    return name_space(node).find("wordprocessingml") != std::string_view::npos;
}

int level_of(std::string_view text) {
    int level = -1;
    std::from_chars(text.data(), text.data() + text.size(), level);
    return level;
}

ParagraphStyles read_styles(std::string_view xml) {
    ParagraphStyles styles;
    for_each_element(parse_xml(xml), "style", [&](xmlNode* node) {
        ParagraphStyle style;
        for (xmlNode* inner = node->children; inner != nullptr; inner = inner->next) {
            const std::string_view name = element_name(inner);
            if (name == "name") style.name = ascii::lowered(attribute(inner, "val"));
            if (name == "basedOn") style.based_on = attribute(inner, "val");
            for (xmlNode* property = name == "pPr" ? inner->children : nullptr; property != nullptr;
                 property = property->next)
                if (element_name(property) == "outlineLvl")
                    style.level = level_of(attribute(property, "val"));
        }
        styles.emplace(attribute(node, "styleId"), std::move(style));
    });
    return styles;
}

/// Walks the body and gathers its paragraphs; those of text boxes stand within others.
class WordBody {
public:
    WordBody(const ParagraphStyles& styles, TextDocument& document)
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
        // The same text once more, for older programs.
        if (!is_word(node)) return name != "Fallback";
        if (name == "p") {
            open_.push_back({node, {"", ++number_, DocumentParagraph::Kind::body}});
            return true;
        }
        if (name == "del" || name == "moveFrom" || name == "sectPr" || name == "rPr") return false;
        if (open_.empty()) return true;
        std::string& text = open_.back().paragraph.text;
        if (name == "pPr") {
            read_properties(node);
            return false;
        }
        if (name == "t") text += text_within(node);
        if (name == "tab") text += '\t';
        if (name == "br" || name == "cr") text += '\n';
        if (name == "noBreakHyphen") text += '-';
        return name != "t" && name != "instrText" && name != "delText";
    }

    void read_properties(xmlNode* node) {
        std::string style;
        int level = -1;
        for (xmlNode* inner = node->children; inner != nullptr; inner = inner->next) {
            if (element_name(inner) == "pStyle") style = attribute(inner, "val");
            if (element_name(inner) == "outlineLvl") level = level_of(attribute(inner, "val"));
        }
        open_.back().paragraph.kind = kind_of_style(styles_, style, level);
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

void read_core_properties(std::string_view xml, TextDocument& document) {
    constexpr auto keys = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"title", "document title"},
        {"creator", "document author"},
        {"created", "document created"},
        {"description", "description"},
        {"keywords", "keywords"},
        {"language", "language"},
    });
    for (const auto& [element, key] : keys)
        for_each_element(parse_xml(xml), element,
                         [&](xmlNode* node) { add_property(document, key, text_within(node)); });
}

}  // namespace

bool begins_docx(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") && bytes.find("word/document") != bytes.npos;
}

Reading read_docx(std::string_view bytes) {
    ZipParts archive(bytes);
    const std::string body = archive.read(body_part(archive));
    if (body.empty())
        return {{},
                {{"", 0, archive.problem().empty() ? "no text in it" : archive.problem(), true}}};
    TextDocument document;
    const ParagraphStyles styles = read_styles(archive.read("word/styles.xml"));
    read_core_properties(archive.read("docProps/core.xml"), document);
    if (const XmlDocument tree = parse_xml(body))
        WordBody(styles, document).read(xmlDocGetRootElement(tree.get()));
    return read_export_or_document(std::move(document));
}

}  // namespace dateline
