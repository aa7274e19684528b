// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/atom_feed.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/unit/strict_html.h"

namespace dateline {
namespace {

struct Free {
    void operator()(xmlChar* text) const { xmlFree(text); }
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlURI* address) const { xmlFreeURI(address); }
    void operator()(xmlRelaxNG* schema) const { xmlRelaxNGFree(schema); }
    void operator()(xmlRelaxNGParserCtxt* parser) const { xmlRelaxNGFreeParserCtxt(parser); }
    void operator()(xmlRelaxNGValidCtxt* check) const { xmlRelaxNGFreeValidCtxt(check); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

/// While it lives, what libxml2 complains of is collected instead of printed.
class Complaints {
public:
    Complaints() : handler_(xmlStructuredError), context_(xmlStructuredErrorContext) {
        xmlSetStructuredErrorFunc(&texts_, [](void* texts, auto* error) {
            std::string text = error->message == nullptr ? "no reason given" : error->message;
            while (text.ends_with('\n')) text.pop_back();
            static_cast<std::vector<std::string>*>(texts)->push_back(
                "line " + std::to_string(error->line) + ": " + text);
        });
    }
    ~Complaints() { xmlSetStructuredErrorFunc(context_, handler_); }
    Complaints(const Complaints&) = delete;
    Complaints& operator=(const Complaints&) = delete;

    const std::vector<std::string>& texts() const { return texts_; }

private:
    xmlStructuredErrorFunc handler_;
    void* context_;
    std::vector<std::string> texts_;
};

// ---- The tree

const xmlChar* to_xml(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

std::string to_string(const xmlChar* text) {
    return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

std::string name_of(const xmlNode* node) {
    return to_string(node->name);
}

bool in_atom(const xmlNode* node) {
    return node->ns != nullptr && to_string(node->ns->href) == "http://www.w3.org/2005/Atom";
}

bool is_xhtml_div(const xmlNode* node) {
    return node->ns != nullptr && to_string(node->ns->href) == "http://www.w3.org/1999/xhtml" &&
           name_of(node) == "div";
}

std::string text_of(const xmlNode* node) {
    return to_string(Owned<xmlChar>(xmlNodeGetContent(node)).get());
}

std::vector<xmlNode*> elements_of(const xmlNode* node) {
    std::vector<xmlNode*> found;
    for (xmlNode* child = node->children; child != nullptr; child = child->next)
        if (child->type == XML_ELEMENT_NODE) found.push_back(child);
    return found;
}

/// The children of Atom's namespace that have this name.
std::vector<xmlNode*> children_of(const xmlNode* node, const std::string& name) {
    std::vector<xmlNode*> found = elements_of(node);
    std::erase_if(found,
                  [&](const xmlNode* child) { return !in_atom(child) || name_of(child) != name; });
    return found;
}

std::string child_text(const xmlNode* node, const std::string& name) {
    const std::vector<xmlNode*> found = children_of(node, name);
    return found.empty() ? "" : text_of(found.front());
}

std::optional<std::string> attribute_of(const xmlNode* node, const char* name) {
    const Owned<xmlChar> value(xmlGetNoNsProp(node, to_xml(name)));
    return value ? std::optional(to_string(value.get())) : std::nullopt;
}

std::optional<std::string> xml_attribute_of(const xmlNode* node, const char* name) {
    const Owned<xmlChar> value(
        xmlGetNsProp(node, to_xml(name), to_xml("http://www.w3.org/XML/1998/namespace")));
    return value ? std::optional(to_string(value.get())) : std::nullopt;
}

/// Each attribute as {name without prefix, value}.
std::vector<std::pair<std::string, std::string>> attributes_of(const xmlNode* node) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const xmlAttr* each = node->properties; each != nullptr; each = each->next)
        found.emplace_back(to_string(each->name), text_of(reinterpret_cast<const xmlNode*>(each)));
    return found;
}

Owned<xmlDoc> read_xml(const std::string& xml) {
    return Owned<xmlDoc>(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "feed.xml",
                                       nullptr, XML_PARSE_NONET | XML_PARSE_NOCDATA));
}

// ---- Values

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

/// Of ASCII and of Latin-1 (U+0080-9F).
bool has_space_or_control(std::string_view text) {
    char before = '\0';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0x7F || (before == '\xC2' && byte < 0xA0)) return true;
        before = c;
    }
    return false;
}

/// What is wrong with an absolute IRI (RFC 3987); "" if nothing is.
std::string iri_fault(const std::string& iri) {
    static const std::regex tag(R"(tag:[a-z0-9.@_-]+,\d{4}(-\d\d(-\d\d)?)?:.*)", std::regex::icase);
    static const std::regex urn("urn:[a-z0-9][a-z0-9-]{1,31}:.+", std::regex::icase);
    static const std::regex uuid("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                                 std::regex::icase);
    if (iri.size() > 8192) return "too long";  // which would be too deep for std::regex
    if (has_space_or_control(iri)) return "has a space or control";
    std::string ascii;
    for (const char c : iri) ascii += static_cast<signed char>(c) < 0 ? "%80" : std::string(1, c);
    const Owned<xmlURI> parts(xmlParseURI(ascii.c_str()));
    if (!parts) return "is no IRI";
    if (parts->scheme == nullptr) return "is not absolute";
    const std::string scheme = lower(parts->scheme);
    if (scheme == "javascript" || scheme == "vbscript") return "is a script";
    if (scheme.size() + 1 == iri.size()) return "is nothing but a scheme";
    if ((scheme == "http" || scheme == "https") &&
        (parts->server == nullptr || *parts->server == '\0'))
        return "names no host";
    if (scheme == "tag" && !std::regex_match(iri, tag)) return "is no tag: of RFC 4151";
    if (scheme == "urn" && !std::regex_match(iri, urn)) return "is no urn: of RFC 8141";
    if (lower(iri).starts_with("urn:uuid:") && !std::regex_match(iri, uuid)) return "is no UUID";
    return "";
}

/// A tag of RFC 5646, without those that are grandfathered.
bool is_language(const std::string& tag) {
    static const std::regex well_formed(
        "([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
        "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[0-9a-wyz](-[a-z0-9]{2,8})+)*"
        "(-x(-[a-z0-9]{1,8})+)?|x(-[a-z0-9]{1,8})+",
        std::regex::icase);
    return tag.size() < 200 && std::regex_match(tag, well_formed);
}

/// Seconds since 1970 in UTC, and the digits of a fraction. Ordered by time.
using Instant = std::pair<std::int64_t, std::string>;

/// Empty if it is not a time of RFC 3339 with a capital T and Z, or if there is no such time.
std::optional<Instant> read_time(const std::string& text) {
    static const std::regex form(R"((\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.(\d{1,30}))?)"
                                 R"((Z|([+-])(\d\d):(\d\d)))");
    std::smatch parts;
    if (text.size() > 100 || !std::regex_match(text, parts, form)) return std::nullopt;
    const auto number = [&](std::size_t i) {
        return parts[i].matched ? std::stoi(parts[i].str()) : 0;
    };
    const std::chrono::year_month_day date{std::chrono::year(number(1)),
                                           std::chrono::month(static_cast<unsigned>(number(2))),
                                           std::chrono::day(static_cast<unsigned>(number(3)))};
    if (!date.ok() || number(4) > 23 || number(5) > 59 || number(6) > 59 || number(11) > 23 ||
        number(12) > 59)
        return std::nullopt;
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    const std::int64_t ahead = (number(11) * 60 + number(12)) * 60 * (parts[10] == "-" ? -1 : 1);
    std::string fraction = parts[8].str();
    while (fraction.ends_with('0')) fraction.pop_back();
    return Instant(((days * 24 + number(4)) * 60 + number(5)) * 60 + number(6) - ahead, fraction);
}

/// Neither a control (but tab and line feed) nor U+FFFE or U+FFFF.
bool is_clean(std::string_view text) {
    return std::ranges::none_of(
               text, [](unsigned char c) { return c < ' ' && c != '\t' && c != '\n'; }) &&
           text.find("\xEF\xBF\xBE") == text.npos && text.find("\xEF\xBF\xBF") == text.npos;
}

/// What a reader of feeds could be made to do by this element; "" if nothing.
std::string unsafe(const xmlNode* node) {
    static constexpr std::array<std::string_view, 11> elements{"script", "style", "iframe", "frame",
                                                               "object", "embed", "applet", "form",
                                                               "base",   "link",  "meta"};
    static constexpr std::array<std::string_view, 7> addresses{
        "href", "src", "action", "formaction", "xlink:href", "poster", "cite"};
    const std::string element = lower(name_of(node));
    if (!in_atom(node) && std::ranges::find(elements, element) != elements.end())
        return "<" + element + ">";
    for (const auto& [name, value] : attributes_of(node)) {
        if (lower(name).starts_with("on")) return name + "=" + value;
        std::string address = lower(value);
        std::erase_if(address, [](unsigned char c) { return c <= ' '; });
        const bool leads = std::ranges::find(addresses, lower(name)) != addresses.end();
        if (leads && (address.starts_with("javascript:") || address.starts_with("vbscript:") ||
                      address.starts_with("data:text/html")))
            return name + "=" + value;
    }
    return "";
}

/// The first of the elements below the node that is unsafe; "" if there is none.
std::string unsafe_below(const xmlNode* node) {
    for (const xmlNode* child : elements_of(node)) {
        std::string found = unsafe(child);
        if (found.empty()) found = unsafe_below(child);
        if (!found.empty()) return found;
    }
    return "";
}

// ---- HTML

/// What is wrong with a fragment of HTML; "" if nothing is. It is read as our pages are, and has
/// nothing that is filled in, loaded or run.
std::string html_fault(const std::string& html) {
    static constexpr std::array<std::string_view, 6> elements{"script", "link",  "meta",
                                                              "form",   "input", "button"};
    const StrictHtml read("<!doctype html>" + html);
    constexpr std::size_t deepest = 200;
    if (!read.fault().empty()) return read.fault();
    if (read.depth() > deepest) return "too deep for some readers";
    for (const HtmlTag& tag : read.tags())
        if (std::ranges::find(elements, tag.name) != elements.end())
            return "unsafe: <" + tag.name + ">";
    return read.unsafe().empty() ? "" : "unsafe: " + read.unsafe();
}

// ---- The feed

/// Of a link: an alternate, which is also what a link without rel is.
bool is_alternate(const xmlNode* link) {
    const std::string rel = attribute_of(link, "rel").value_or("alternate");
    return rel == "alternate" || rel == "http://www.iana.org/assignments/relation/alternate";
}

class FeedCheck {
public:
    explicit FeedCheck(const std::string& xml) {
        const Complaints heard;
        const Owned<xmlDoc> document = read_xml(xml);
        for (const std::string& text : heard.texts()) faults_.push_back("not well-formed: " + text);
        if ((!document && faults_.empty()) || xml.find('\0') != xml.npos)
            faults_.emplace_back("not well-formed");
        if (!faults_.empty()) return;
        if (document->intSubset != nullptr) faults_.emplace_back("has a document type");
        check_schema(document.get());
        const xmlNode* root = xmlDocGetRootElement(document.get());
        check_element(root);
        if (in_atom(root) && name_of(root) == "feed")
            check_feed(root);
        else
            fault(root, "is no feed");
    }

    const std::vector<std::string>& faults() const { return faults_; }

private:
    void fault(const xmlNode* node, const std::string& text) {
        faults_.push_back("line " + std::to_string(xmlGetLineNo(node)) + ": <" + name_of(node) +
                          "> " + text);
    }

    void check_schema(xmlDoc* document) {
        const Complaints heard;
        const Owned<xmlRelaxNGParserCtxt> parser(
            xmlRelaxNGNewParserCtxt(DATELINE_SOURCE "/tests/unit/atom.rng"));
        const Owned<xmlRelaxNG> schema(parser ? xmlRelaxNGParse(parser.get()) : nullptr);
        const Owned<xmlRelaxNGValidCtxt> check(schema ? xmlRelaxNGNewValidCtxt(schema.get())
                                                      : nullptr);
        if (check && xmlRelaxNGValidateDoc(check.get(), document) == 0 && heard.texts().empty())
            return;
        for (const std::string& text : heard.texts()) faults_.push_back("not valid: " + text);
        if (heard.texts().empty()) faults_.emplace_back("not valid by the schema");
    }

    // What holds of an element wherever it stands.

    void check_element(const xmlNode* node) {
        check_characters(node);
        if (const auto language = xml_attribute_of(node, "lang");
            language && !is_language(*language))
            fault(node, "has no language tag in xml:lang: " + *language);
        check_iri(node, xml_attribute_of(node, "base"));
        if (in_atom(node)) {
            check_iris(node);
            check_link(node);
            check_time(node);
            check_markup(node);
        }
        for (const xmlNode* child : elements_of(node)) check_element(child);
    }

    void check_characters(const xmlNode* node) {
        for (const auto& [name, value] : attributes_of(node))
            if (!is_clean(value)) fault(node, "has a control character in " + name);
        for (const xmlNode* child = node->children; child != nullptr; child = child->next)
            if (child->type == XML_TEXT_NODE && !is_clean(to_string(child->content)))
                fault(node, "has a control character in its text");
    }

    void check_iri(const xmlNode* node, const std::optional<std::string>& iri) {
        const std::string found = iri ? iri_fault(*iri) : "";
        if (!found.empty()) fault(node, "has an address that " + found + ": " + *iri);
    }

    void check_iris(const xmlNode* node) {
        static constexpr std::array<std::pair<std::string_view, const char*>, 4> attributes{
            {{"link", "href"}, {"category", "scheme"}, {"generator", "uri"}, {"content", "src"}}};
        static constexpr std::array<std::string_view, 4> texts{"id", "uri", "icon", "logo"};
        for (const auto& [element, name] : attributes)
            if (name_of(node) == element) check_iri(node, attribute_of(node, name));
        if (std::ranges::find(texts, name_of(node)) != texts.end()) check_iri(node, text_of(node));
    }

    void check_link(const xmlNode* node) {
        if (name_of(node) != "link") return;
        const std::string rel = attribute_of(node, "rel").value_or("alternate");
        if (rel.find(':') != rel.npos) check_iri(node, rel);
        if (rel.find(':') == rel.npos &&
            !std::regex_match(rel, std::regex("[a-z][a-z0-9.-]{0,40}")))
            fault(node, "has no relation in rel: " + rel);
        if (const auto language = attribute_of(node, "hreflang");
            language && !is_language(*language))
            fault(node, "has no language tag in hreflang: " + *language);
    }

    void check_time(const xmlNode* node) {
        if (name_of(node) != "updated" && name_of(node) != "published") return;
        if (!read_time(text_of(node))) fault(node, "has no time of RFC 3339: " + text_of(node));
    }

    void check_markup(const xmlNode* node) {
        static constexpr std::array<std::string_view, 5> names{"title", "subtitle", "summary",
                                                               "rights", "content"};
        if (std::ranges::find(names, name_of(node)) == names.end()) return;
        const std::string type = attribute_of(node, "type").value_or("text");
        if ((type == "text" || type == "html") && !elements_of(node).empty())
            fault(node, "has elements, and type=" + type);
        if (type == "xhtml") check_div(node);
        if (type == "html" || type == "text/html")
            if (const std::string found = html_fault(text_of(node)); !found.empty())
                fault(node, "has HTML with a fault: " + found);
        if (const std::string found = unsafe_below(node); !found.empty())
            fault(node, "is unsafe: " + found);
    }

    void check_div(const xmlNode* node) {
        const std::vector<xmlNode*> found = elements_of(node);
        if (found.size() != 1 || !is_xhtml_div(found.front())) fault(node, "is not one xhtml:div");
        for (const xmlNode* child = node->children; child != nullptr; child = child->next)
            if (child->type == XML_TEXT_NODE && !is_blank(to_string(child->content)))
                fault(node, "has text beside its xhtml:div");
    }

    // What holds of the feed and its entries.

    void check_feed(const xmlNode* feed) {
        const std::vector<xmlNode*> entries = children_of(feed, "entry");
        if (is_blank(child_text(feed, "title"))) fault(feed, "has no title");
        check_alternates(feed);
        std::set<std::string> ids{child_text(feed, "id")};
        const std::optional<Instant> newest = read_time(child_text(feed, "updated"));
        const bool has_author = !children_of(feed, "author").empty();
        for (const xmlNode* entry : entries) {
            check_entry(entry, has_author);
            const std::string id = child_text(entry, "id");
            if (!ids.insert(id).second) fault(entry, "has an id that was there before: " + id);
            const std::optional<Instant> updated = read_time(child_text(entry, "updated"));
            if (newest && updated && *newest < *updated) fault(entry, "is newer than its feed");
        }
    }

    void check_entry(const xmlNode* entry, bool feed_has_author) {
        check_alternates(entry);
        bool has_author = feed_has_author || !children_of(entry, "author").empty();
        for (const xmlNode* source : children_of(entry, "source")) {
            check_alternates(source);
            has_author = has_author || !children_of(source, "author").empty();
        }
        if (!has_author) fault(entry, "has no author, and neither has the feed");
        const std::vector<xmlNode*> contents = children_of(entry, "content");
        if (contents.empty() && std::ranges::none_of(children_of(entry, "link"), is_alternate))
            fault(entry, "has neither content nor an alternate link");
        if (!contents.empty() && attribute_of(contents.front(), "src") &&
            children_of(entry, "summary").empty())
            fault(entry, "has its content elsewhere and no summary");
    }

    void check_alternates(const xmlNode* node) {
        std::set<std::pair<std::string, std::string>> seen;
        for (const xmlNode* link : children_of(node, "link"))
            if (is_alternate(link) &&
                !seen.emplace(lower(attribute_of(link, "type").value_or("")),
                              lower(attribute_of(link, "hreflang").value_or("")))
                     .second)
                fault(link, "is a second alternate of one type and language");
    }

    std::vector<std::string> faults_;
};

/// The text of a text construct or content, or the markup within its div.
std::string content_of(const xmlNode* node) {
    const std::vector<xmlNode*> found = elements_of(node);
    if (attribute_of(node, "type") != "xhtml" || found.empty()) return text_of(node);
    std::string markup;
    const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(),
                                                                      &xmlBufferFree);
    for (xmlNode* child = found.front()->children; child != nullptr; child = child->next) {
        xmlBufferEmpty(buffer.get());
        xmlNodeDump(buffer.get(), child->doc, child, 0, 0);
        markup += to_string(xmlBufferContent(buffer.get()));
    }
    return markup;
}

AtomEntry read_entry(const xmlNode* node) {
    AtomEntry entry;
    entry.id = child_text(node, "id");
    entry.title = child_text(node, "title");
    entry.updated = child_text(node, "updated");
    for (const xmlNode* content : children_of(node, "content")) entry.content = content_of(content);
    for (const xmlNode* link : children_of(node, "link"))
        if (entry.link.empty() && is_alternate(link))
            entry.link = attribute_of(link, "href").value_or("");
    return entry;
}

}  // namespace

/// Everything that is wrong with the feed, one line each; empty if nothing is.
std::vector<std::string> atom_faults(const std::string& xml) {
    return FeedCheck(xml).faults();
}

/// What is not well-formed is a feed without anything.
AtomFeed read_atom(const std::string& xml) {
    const Complaints unheard;
    const Owned<xmlDoc> document = read_xml(xml);
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) return {};
    AtomFeed feed{
        child_text(root, "id"), child_text(root, "title"), child_text(root, "updated"), {}};
    for (const xmlNode* entry : children_of(root, "entry"))
        feed.entries.push_back(read_entry(entry));
    return feed;
}

}  // namespace dateline
