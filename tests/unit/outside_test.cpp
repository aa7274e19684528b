// SPDX-License-Identifier: GPL-2.0-or-later
// What is read asks for nothing outside its own bytes: no file, no address.
#include <doctest/doctest.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/readers.h"
#include "tests/unit/made_zip.h"

namespace dateline {
namespace {

int asked = 0;  // times that libxml2 wanted to load something

xmlParserInputPtr count_and_refuse(const char*, const char*, xmlParserCtxtPtr) {
    ++asked;
    return nullptr;
}

class CountedLoads {
public:
    CountedLoads() : before_(xmlGetExternalEntityLoader()) {
        asked = 0;
        xmlSetExternalEntityLoader(count_and_refuse);
    }
    CountedLoads(const CountedLoads&) = delete;
    CountedLoads& operator=(const CountedLoads&) = delete;
    ~CountedLoads() { xmlSetExternalEntityLoader(before_); }

private:
    xmlExternalEntityLoader before_;
};

std::string hostile(const std::string& root, const std::string& inside) {
    return R"(<?xml version="1.0"?><?xml-stylesheet href="http://a.example/s.xsl" type="text/xsl"?>)"
           "<!DOCTYPE " +
           root +
           R"( PUBLIC "-//A//B" "http://a.example/x.dtd" [)"
           R"(<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY web SYSTEM "http://a.example/e">)"
           R"(<!ENTITY % more SYSTEM "http://a.example/p.dtd"> %more;]>)" +
           inside;
}

TEST_CASE("a file's entities, document types and includes are not loaded") {
    const std::string include =
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>";
    const std::string text = "The harbour was closed on Tuesday. &file; &web; " + include;
    struct Row {
        std::string name;
        std::string bytes;
    };
    const std::vector<Row> rows = {
        {"feed.xml", hostile("rss",
                             "<rss version=\"2.0\"><channel><item><title>One</title>"
                             "<description>" +
                                 text + "</description></item></channel></rss>")},
        {"atom.xml", hostile("feed",
                             "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>"
                             "One</title><content type=\"xhtml\"><div>" +
                                 text + "</div></content></entry></feed>")},
        {"page.html", hostile("html",
                              "<html><head><link rel=\"stylesheet\" href=\"http://"
                              "a.example/s.css\"></head><body><p>" +
                                  text +
                                  "</p><img src=\"http://a.example/i.png\">"
                                  "<iframe src=\"http://a.example/f\"></iframe>"
                                  "</body></html>")},
        {"a.docx", made_zip({{"word/document.xml",
                              hostile("w:document",
                                      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                                      "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>" +
                                          text + "</w:t></w:r></w:p></w:body></w:document>")}})},
        {"a.odt",
         made_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"content.xml",
                    hostile("d",
                            "<d xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                            "<text:p>" +
                                text + "</text:p></d>")}})},
        {"factiva.xml",
         hostile("PPSResponse",
                 "<PPSResponse><ppsArticleResponse><ppsarticleResultSet count=\"1\"><ppsarticle>"
                 "<article><headline><paragraph>One</paragraph></headline><tailParagraphs>"
                 "<paragraph>" +
                     text +
                     "</paragraph></tailParagraphs></article></ppsarticle></ppsarticleResultSet>"
                     "</ppsArticleResponse></PPSResponse>")},
    };
    const CountedLoads loads;
    const std::string feed = rows[0].bytes;
    xmlFreeDoc(xmlReadMemory(feed.data(), static_cast<int>(feed.size()), "", nullptr,
                             XML_PARSE_DTDLOAD | XML_PARSE_NOENT | XML_PARSE_NOERROR));
    REQUIRE(asked > 0);  // a careless reader is seen
    asked = 0;
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const Reading reading = read_file(row.name, row.bytes);
        CHECK(asked == 0);
        for (const Problem& problem : reading.problems) MESSAGE(problem.message);
        REQUIRE(reading.articles.size() == 1);
        CHECK(reading.articles[0].text.find("harbour") != std::string::npos);
    }
}

}  // namespace
}  // namespace dateline
