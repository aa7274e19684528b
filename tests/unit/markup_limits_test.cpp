// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/markup_limits.h"

#include <doctest/doctest.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

std::string attributes(std::size_t count, std::string_view value = "='b'") {
    std::string all;
    for (std::size_t number = 0; number < count; ++number)
        all.append(" a").append(std::to_string(number)).append(value);
    return all;
}

XmlDocument parse_xml(std::string_view xml) {
    constexpr int options =
        XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
    return XmlDocument(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", options));
}

std::size_t most_attributes_of(const XmlDocument& document) {
    xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) return 0;
    std::size_t most = 0;
    walk_tree(
        root,
        [&](xmlNode* node) {
            std::size_t count = 0;
            if (node->type == XML_ELEMENT_NODE)
                for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) ++count;
            most = std::max(most, count);
            return true;
        },
        [](xmlNode*) {});
    return most;
}

std::size_t rounds_wanted() {
    const char* typed = std::getenv("DATELINE_TAG_SOUPS");
    return typed == nullptr ? 3000 : std::stoul(typed);
}

}  // namespace

TEST_CASE("markup within the limits is left as it is") {
    const std::string rows[] = {
        "<p" + attributes(256) + ">text</p>",
        "<!-- <p" + attributes(300) + "> --><p>text",
        "<script>if (a <b) { x" + attributes(300) + " }</script>",
        "<title>no tag: < a" + attributes(300) + "</title>",
    };
    for (const std::string& html : rows) {
        CAPTURE(html);
        std::string storage;
        std::vector<Problem> problems;
        CHECK(within_limits(html, Markup::html, storage, problems).data() == html.data());
        CHECK(problems.empty());
    }
    const std::string section = "<r><![CDATA[<p" + attributes(300, "") + ">]]></r>";
    std::string storage;
    std::vector<Problem> problems;
    CHECK(within_limits(section, Markup::xml, storage, problems).data() == section.data());
    CHECK(problems.empty());
}

TEST_CASE("attributes behind the 256th are left out, and the rest of the page stays") {
    const std::string page = "<html><body><p>One.</p>\n<p title=x\n" + attributes(300, "='>\n'") +
                             ">Two.</p><p>Three.</p></body></html>";
    const Reading reading = read_web_page(page);
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].text == "One.\n\nTwo.\n\nThree.");
    CHECK(
        reading.problems ==
        std::vector<Problem>{
            {"", 258, "an element with more than 256 attributes; the others are left out", false}});
    const Reading feed = read_feed("<rss version='2.0'><channel><item" + attributes(300) +
                                   "><title>a</title></item></channel></rss>");
    REQUIRE(feed.articles.size() == 1);
    CHECK(feed.articles[0].fields == std::vector<RawField>{{"title", {"a"}, 1}});
    CHECK(feed.problems.size() == 1);
}

TEST_CASE("in no soup of tags does an element keep more attributes than the limit") {
    constexpr auto pieces = std::to_array<std::string_view>({"<p",
                                                             "<b ",
                                                             "<script",
                                                             "<style>",
                                                             "</script>",
                                                             "</scriptx>",
                                                             "<!--",
                                                             "-->",
                                                             "--!>",
                                                             "<!-->",
                                                             "<!--->",
                                                             "<!",
                                                             "<!DOCTYPE html SYSTEM ",
                                                             "<?",
                                                             "?>",
                                                             "</q",
                                                             "<![CDATA[",
                                                             "]]>",
                                                             ">",
                                                             "/>",
                                                             "/",
                                                             "\"",
                                                             "'",
                                                             "='",
                                                             "=\"",
                                                             "=",
                                                             " ",
                                                             "\n",
                                                             "a",
                                                             "<",
                                                             "&lt;",
                                                             "<_a",
                                                             "<:a",
                                                             "=>",
                                                             "a\"b=",
                                                             ".x",
                                                             "\xC3\xA9",
                                                             "<textarea>",
                                                             "-",
                                                             "--"});
    std::mt19937 random(20260226);
    const auto below = [&](std::size_t end) { return random() % end; };
    const auto add_pieces = [&](std::string& markup, std::size_t count) {
        for (; count > 0; --count) markup += pieces[below(pieces.size())];
    };
    for (std::size_t rounds = rounds_wanted(); rounds > 0; --rounds) {
        std::string markup;
        add_pieces(markup, below(12) + 1);
        const std::string before = markup;
        markup += "<p" + attributes(300, below(2) == 0 ? "" : "='c'") + ">";
        add_pieces(markup, below(4));
        markup += "\">'>-->";
        CAPTURE(before);
        CAPTURE(markup.substr(markup.size() - 40));
        std::string storage;
        std::vector<Problem> problems;
        const std::string html = "<html><body>" + markup;
        CHECK(most_attributes_of(parse_html(
                  within_limits(html, Markup::html, storage, problems))) <= most_attributes);
        const std::string xml = "<rss>" + markup;
        CHECK(most_attributes_of(parse_xml(within_limits(xml, Markup::xml, storage, problems))) <=
              most_attributes);
    }
}

}  // namespace dateline
