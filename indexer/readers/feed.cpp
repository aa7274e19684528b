// SPDX-License-Identifier: GPL-2.0-or-later
// RSS (0.9x, 1.0, 2.0) and Atom: one article an item. Read item by item, so that a feed of any
// length takes the memory of one item.
#include <fmt/format.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <array>
#include <limits>

#include "common/ascii.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/html/markup_limits.h"
#include "indexer/readers/mail/transfer_encoding.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

struct FreeReader {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
using XmlReader = std::unique_ptr<xmlTextReader, FreeReader>;

XmlReader open_reader(std::string_view xml) {
    constexpr int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                            XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES;
    return XmlReader(
        xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", options));
}

// Where an item's text may stand, in order of trust; what does not become the text is a field.
constexpr auto text_elements =
    std::to_array<std::string_view>({"encoded", "content", "description", "summary"});

std::size_t text_rank(std::string_view name) {
    for (std::size_t rank = 0; rank < text_elements.size(); ++rank) {
        if (text_elements[rank] == name) return rank;
    }
    return text_elements.size();
}

// Names mean what RSS and Atom mean by them only in their own languages, and in those that say the
// same; of others' elements (media:content, itunes:title, excerpt:encoded) nothing is taken.
bool is_foreign(const xmlNode* node) {
    constexpr auto own = std::to_array<std::string_view>(
        {"www.w3.org/2005/atom", "purl.org/atom/", "purl.org/rss/1.0", "my.netscape.com/rdf/",
         "channel.netscape.com/rdf/", "backend.userland.com/", "purl.org/dc/",
         "www.w3.org/1999/xhtml", "prismstandard.org/", "wordpress.org/export/"});
    const auto* space = node->ns == nullptr ? nullptr : node->ns->href;
    if (space == nullptr) return false;
    std::string name = ascii::lowered(reinterpret_cast<const char*>(space));
    name.erase(0, name.find("://") == name.npos ? 0 : name.find("://") + 3);
    // WordPress has an excerpt under the name of the text.
    return name.find("/excerpt") != name.npos ||
           std::ranges::none_of(own, [&](auto known) { return name.starts_with(known); });
}

// Atom can carry a text as base64: by `mode` in its first version, by a media type that is none of
// text's in the later one.
bool is_base64(const xmlNode* element) {
    if (attribute(element, "mode") == "base64" || attribute(element, "encoding") == "base64")
        return true;
    const std::string type = attribute(element, "type");
    return type.find('/') != type.npos && !type.starts_with("text/") && !type.ends_with("xml");
}

// The markup of an element's content: escaped in RSS and Atom's type html, real elements in xhtml.
std::string markup_within(const xmlNode* element) {
    std::string markup;
    if (is_base64(element)) {
        std::vector<Problem> ignored;
        const std::string bytes = decode_base64(text_within(element));
        return std::string(decode_text(bytes, "", markup, ignored));
    }
    walk_tree(
        const_cast<xmlNode*>(element),
        [&](const xmlNode* node) {
            if (node != element && node->type == XML_ELEMENT_NODE) {
                markup += '<';
                markup += element_name(node);
                markup += '>';
            }
            const bool escape =
                node->parent != nullptr && node->parent != element && node->type == XML_TEXT_NODE;
            for (const char c : characters(node)) {
                if (escape && c == '<') {
                    markup += "&lt;";
                } else {
                    markup += c;
                }
            }
            return true;
        },
        [&](const xmlNode* node) {
            if (node == element || node->type != XML_ELEMENT_NODE) return;
            markup += "</";
            markup += element_name(node);
            markup += '>';
        });
    return markup;
}

std::string link_of(const xmlNode* node) {
    const std::string rel = attribute(node, "rel");
    const std::string href = attribute(node, "href");
    if (!href.empty()) return rel.empty() || rel == "alternate" ? href : "";
    return text_within(node);
}

class Item {
public:
    void read(xmlNode* item) {
        article_.line = line_of_node(item);
        for (xmlNode* node = item->children; node != nullptr; node = node->next) {
            if (node->type == XML_ELEMENT_NODE && !is_foreign(node)) read_element(node);
        }
    }

    RawArticle finish(const std::vector<RawField>& channel) {
        if (text_ != nullptr) {
            TextBuilder builder;
            HtmlText(builder).add_markup(markup_within(text_), line_of_node(text_));
            builder.move_into(article_);
        }
        article_.fields.insert(article_.fields.end(), channel.begin(), channel.end());
        for (const std::string_view key : {"guid", "id", "link"}) {
            for (const RawField& field : article_.fields) {
                if (article_.identity.empty() && field.key == key)
                    article_.identity = field.values[0];
            }
        }
        return std::move(article_);
    }

private:
    void read_element(xmlNode* node) {
        const std::string name = ascii::lowered(element_name(node));
        if (const std::size_t rank = text_rank(name); rank < text_elements.size()) {
            read_text(node, rank);
        } else if (name == "post_date") {
            put_first("published", node, text_within(node));
        } else if (name == "link") {
            add(name, node, link_of(node));
        } else if (name == "category") {
            const std::string term = attribute(node, "term");
            add(name, node, term.empty() ? text_within(node) : term);
        } else if (name == "author" || name == "contributor") {
            add("author", node, person(node));
        } else if (name == "title") {
            add(name, node, html_to_text(markup_within(node)));
        } else if (name != "comments" && name != "commentrss" && name != "enclosure" &&
                   name != "image") {
            add(name, node, text_within(node));
        }
    }

    // Atom has <name> within; RSS has "ann@example.org (Ann Lee)".
    static std::string person(xmlNode* node) {
        for (xmlNode* inner = node->children; inner != nullptr; inner = inner->next) {
            if (element_name(inner) == "name") return text_within(inner);
        }
        const std::string text = text_within(node);
        const std::size_t open = text.find('(');
        const std::size_t close = text.rfind(')');
        const bool mail = text.find('@') < open && close != text.npos && open < close;
        return mail ? text.substr(open + 1, close - open - 1) : text;
    }

    // The better of two texts becomes the text; a summary next to it stays one.
    void read_text(xmlNode* node, std::size_t rank) {
        xmlNode* other = node;
        if (text_ == nullptr || rank < rank_) {
            other = text_;
            text_ = node;
            rank_ = rank;
        }
        if (other == nullptr) return;
        const std::string summary = html_to_text(markup_within(other));
        add("summary", other, summary);
    }

    // The day as the blog prints it goes before pubDate, which is in UTC.
    void put_first(std::string_view key, const xmlNode* node, const std::string& value) {
        const std::string_view text = ascii::trim(value);
        if (text.empty() || text.starts_with("0000") || text.starts_with('-')) return;
        article_.fields.insert(article_.fields.begin(),
                               {std::string(key), {std::string(text)}, line_of_node(node)});
    }

    void add(std::string_view key, const xmlNode* node, const std::string& value) {
        add_field_value(article_.fields, key, line_of_node(node), value);
    }

    RawArticle article_;
    xmlNode* text_ = nullptr;
    std::size_t rank_ = 0;
};

// WordPress exports what is no article as items, too: pages, attachments, drafts.
bool is_unpublished(xmlNode* item) {
    for (xmlNode* inner = item->children; inner != nullptr; inner = inner->next) {
        const std::string_view name = element_name(inner);
        const auto* space = inner->ns == nullptr ? nullptr : inner->ns->href;
        const bool wordpress =
            space != nullptr &&
            std::string_view(reinterpret_cast<const char*>(space)).find("wordpress.org/export") !=
                std::string_view::npos;
        if (!wordpress) continue;
        if (name == "post_type" && text_within(inner) != "post") return true;
        if (name == "status" && text_within(inner) != "publish") return true;
    }
    return false;
}

std::string local_name(xmlTextReader* reader) {
    const xmlChar* name = xmlTextReaderConstLocalName(reader);
    return name == nullptr ? "" : ascii::lowered(reinterpret_cast<const char*>(name));
}

// What the feed says of itself, which holds for its items: its title is the outlet. Said again, it
// is not heeded: every item keeps a copy.
void read_channel(xmlTextReader* reader, const std::string& name, std::vector<RawField>& channel,
                  std::vector<Problem>& problems) {
    constexpr std::size_t longest = 500;
    const bool title = name == "title";
    if ((!title && name != "language") || xmlTextReaderDepth(reader) > 2) return;
    const std::string_view key = title ? "feed" : "language";
    const auto said = [&](const RawField& field) { return field.key == key; };
    if (std::any_of(channel.begin(), channel.end(), said)) return;
    const xmlNode* node = xmlTextReaderExpand(reader);
    if (node == nullptr) return;
    const std::string value = text_within(node);
    if (value.size() > longest) {
        problems.push_back(
            {"", line_of_node(node),
             fmt::format("the feed's {} is longer than {} bytes, so not heeded", name, longest),
             false});
        return;
    }
    add_field_value(channel, key, line_of_node(node), value);
}

}  // namespace

Reading read_feed(std::string_view whole) {
    Reading reading;
    std::string storage;
    const std::string_view xml = within_limits(whole, Markup::xml, storage, reading.problems);
    if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return {{}, {{"", 0, "feed too large", true}}};
    }
    const XmlReader reader = open_reader(xml);
    std::vector<RawField> channel;
    int more = reader ? xmlTextReaderRead(reader.get()) : -1;
    while (more == 1) {
        const bool begins = xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT;
        const std::string name = begins ? local_name(reader.get()) : "";
        if (name == "item" || name == "entry") {
            if (xmlNode* node = xmlTextReaderExpand(reader.get()); node && !is_unpublished(node)) {
                Item item;
                item.read(node);
                reading.articles.push_back(item.finish(channel));
            }
            more = xmlTextReaderNext(reader.get());
            continue;
        }
        if (begins) read_channel(reader.get(), name, channel, reading.problems);
        more = xmlTextReaderRead(reader.get());
    }
    if (more < 0) {
        const int line = reader ? xmlTextReaderGetParserLineNumber(reader.get()) : 0;
        reading.problems.push_back({"", line > 0 ? static_cast<std::uint32_t>(line) : 0,
                                    "feed is not valid XML from here on",
                                    reading.articles.empty()});
    } else if (reading.articles.empty()) {
        reading.problems.push_back({"", 0, "feed without items", true});
    }
    return reading;
}

}  // namespace dateline
