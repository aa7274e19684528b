// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/atom_feed.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

const std::string good = R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="https://example.org/ns" xml:lang="en-GB" xml:base="https://example.org/">
<id>tag:example.org,2026:search/dams</id><title>Dams &amp; rivers</title>
<subtitle type="html">What is &lt;b title="a dam"&gt;new&lt;/b&gt;&lt;br&gt; &amp;amp; old</subtitle>
<updated>2026-02-28T12:00:00.5+01:00</updated>
<author x:role="desk"><name>Ann Lee</name><email>ann@example.org</email><uri>https://example.org/ann</uri></author>
<link rel="self" href="https://example.org/feed"/>
<link href="https://example.org/%C3%A9t%C3%A9/été?q=1#top" type="text/html" hreflang="en"/>
<link href="https://example.org/de" type="text/html" hreflang="de-Latn-CH-1996-x-a"/>
<generator uri="https://example.org/dateline" version="1.0">Dateline</generator>
<icon>https://example.org/icon.png</icon><x:total>2</x:total><x:one><x:two three="4"/>text</x:one>
<entry><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title type="text">A &lt;b&gt; dam</title>
<updated>2026-02-28T11:00:00.50Z</updated><published>2024-02-29T23:59:59-00:00</published>
<link rel="alternate" href="https://example.org/1"/><link rel="related" href="https://example.org/1"/>
<category term="dams" scheme="https://example.org/terms" label="Dams"/><summary>Short.</summary>
<content type="html">&lt;p&gt;A &lt;a href="https://example.org/?a=1&amp;amp;b=2"&gt;dam&lt;/a&gt;.&lt;/p&gt;</content>
</entry>
<entry><id>https://example.org/2</id><updated>2026-02-27T00:00:00Z</updated><author><name>Bob</name></author>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>river</b></div></title>
<content type="xhtml"> <div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b</p>c</div> </content>
</entry>
<entry><id>https://example.org/3</id><title>Elsewhere</title><updated>2026-02-27T00:00:00Z</updated><summary/>
<source><id>https://example.com/</id><title>Example</title><updated>2026-02-27T00:00:00Z</updated>
<link href="https://example.com/"/></source><content type="application/pdf" src="https://example.com/3.pdf"/>
</entry>
</feed>
)";

std::string replaced(std::string text, const std::string& old, const std::string& by) {
    const std::size_t at = text.find(old);
    REQUIRE_MESSAGE(at != text.npos, old);
    return text.replace(at, old.size(), by);
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

struct BadFeed {
    std::string old, by;  ///< what is changed of the good feed
    std::string fault;    ///< a part of what is said
};

void check_refused(const std::vector<BadFeed>& table) {
    for (const BadFeed& bad : table) {
        CAPTURE(bad.old);
        CAPTURE(bad.by);
        const std::string found = joined(atom_faults(replaced(good, bad.old, bad.by)));
        CAPTURE(found);
        CHECK(found.find(bad.fault) != found.npos);
    }
}

/// The good feed with this as the content of its first entry, HTML that still is to be escaped.
std::string with_html(const std::string& html) {
    std::string escaped;
    for (const char c : html) {
        if (c == '<')
            escaped += "&lt;";
        else if (c == '&')
            escaped += "&amp;";
        else
            escaped += c;
    }
    return replaced(good, "&lt;p&gt;A ", escaped + "&lt;p&gt;A ");
}

}  // namespace

TEST_CASE("a good Atom feed has no faults") {
    CHECK(joined(atom_faults(good)) == "");
}

TEST_CASE("what an Atom feed may leave out is no fault") {
    const std::vector<std::pair<std::string, std::string>> table{
        {R"(<link rel="self" href="https://example.org/feed"/>)", ""},
        {"<generator uri=\"https://example.org/dateline\" version=\"1.0\">", "<generator>"},
        {"<published>2024-02-29T23:59:59-00:00</published>", ""},
        {R"( xml:lang="en-GB" xml:base="https://example.org/")", ""}};
    for (const auto& [old, by] : table) {
        CAPTURE(old);
        CHECK(joined(atom_faults(replaced(good, old, by))) == "");
    }
    CHECK(joined(atom_faults(R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>None yet</title>
<id>urn:example:none</id>)"
                             "<updated>2026-02-28T12:00:00Z</updated></feed>")) == "");
}

TEST_CASE("an Atom feed that is no XML or not of the schema is refused") {
    check_refused({
        {"</feed>", "", "not well-formed"},
        {"A &lt;b&gt; dam", "A &b; dam", "not well-formed"},
        {"<summary>Short.", "<summary>Short\x01.", "not well-formed"},
        {"<summary>Short.", "<summary>Short\xFF.", "not well-formed"},
        {"<summary>Short.", "<summary>Short&#xFFFE;.", "not well-formed"},
        {"<x:total>2</x:total>", "<y:total>2</y:total>", "not well-formed"},
        {"<feed ", "<!DOCTYPE feed [<!ENTITY a 'b'>]><feed ", "has a document type"},
        {"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "not valid"},
        {"<id>tag:example.org,2026:search/dams</id>", "", "not valid"},
        {"<updated>2026-02-28T12:00:00.5+01:00</updated>", "", "not valid"},
        {"<title>Dams &amp; rivers</title>", "<title>A</title><title>B</title>", "not valid"},
        {"<title type=\"text\">A &lt;b&gt; dam</title>", "", "not valid"},
        {"<summary>Short.</summary>", "<summary>A</summary><summary>B</summary>", "not valid"},
        {"<summary>Short.</summary>", "<description>Short.</description>", "not valid"},
        {"<summary>Short.</summary>", "Short.", "not valid"},
        {"<title type=\"text\">", "<title type=\"text/plain\">", "not valid"},
        {"<title type=\"text\">", "<title typ=\"text\">", "not valid"},
        {"ann@example.org", "ann", "not valid"},
        {"<name>Ann Lee</name>", "", "not valid"},
        {"term=\"dams\"", "", "not valid"},
        {"<link rel=\"self\" href=\"https://example.org/feed\"/>", "<link rel=\"self\"/>",
         "not valid"},
        {"type=\"text/html\" hreflang=\"en\"", "type=\"html\" hreflang=\"en\"", "not valid"},
        {"<generator ", "</feed><generator ", "not well-formed"},
    });
    const std::string entry =
        good.substr(good.find("<entry>"), good.find("</entry>") - good.find("<entry>") + 8);
    const std::string found = joined(
        atom_faults(replaced(entry, "<entry>", "<entry xmlns=\"http://www.w3.org/2005/Atom\">")));
    CHECK(found.find("<entry> is no feed") != found.npos);
    CHECK(found.find("not valid") == found.npos);
    CHECK_FALSE(atom_faults("").empty());
    CHECK_FALSE(atom_faults(good + std::string(1, '\0')).empty());
}

TEST_CASE("an Atom feed is refused for its ids, addresses and languages") {
    const std::string tag = "tag:example.org,2026:search/dams";
    const std::string self = "https://example.org/feed";
    check_refused({
        {tag, "search/dams", "is not absolute"},
        {tag, "", "is not absolute"},
        {tag, "urn:", "nothing but a scheme"},
        {tag, " " + tag, "has a space"},
        {tag, "tag:example.org:dams", "no tag:"},
        {tag, "urn:x", "no urn:"},
        {tag, "https://example.org/2", "was there before"},
        {"<id>https://example.org/3<", "<id>https://example.org/2<", "was there before"},
        {"60a76c80-d399", "60a76c80-d39", "no UUID"},
        {self, "/feed", "is not absolute"},
        {self, "https:///feed", "names no host"},
        {self, "https://example.org/a b", "has a space"},
        {self, "https://example.org/a&#10;b", "has a space"},
        {self, "https://example.org/a\xC2\x85", "has a space or control"},
        {self, "https://example.org/%zz", "is no IRI"},
        {self, "https://example.org/a|b", "is no IRI"},
        {self, "javascript:alert(1)", "is a script"},
        {"https://example.org/icon.png", "icon.png", "is not absolute"},
        {"https://example.org/ann", "ann", "is not absolute"},
        {"https://example.org/terms", "terms", "is not absolute"},
        {"https://example.org/dateline", "dateline", "is not absolute"},
        {"https://example.com/3.pdf", "3.pdf", "is not absolute"},
        {"xml:base=\"https://example.org/\"", "xml:base=\"/\"", "is not absolute"},
        {"rel=\"related\"", "rel=\"see also\"", "no relation"},
        {"hreflang=\"en\"", "hreflang=\"a-b\"", "in hreflang"},
        {"xml:lang=\"en-GB\"", "xml:lang=\"en_GB\"", "in xml:lang"},
        {"xml:lang=\"en-GB\"", "xml:lang=\"e\"", "in xml:lang"},
        {"<p>a &lt;", "<p xml:lang=\"english!\">a &lt;", "in xml:lang"},
    });
}

TEST_CASE("an Atom feed is refused for its times") {
    const std::string updated = "2026-02-28T12:00:00.5+01:00";
    const std::string published = "2024-02-29T23:59:59-00:00";
    for (const std::string time :
         {"2026-02-28", "2026-02-28T12:00:00", "2026-02-28t12:00:00Z", "2026-02-28T12:00:00z",
          "2026-02-28 12:00:00Z", " 2026-02-28T12:00:00Z", "2026-02-28T12:00Z",
          "2026-02-28T12:00:00+0100", "2026-02-29T12:00:00Z", "2026-04-31T12:00:00Z",
          "2026-13-01T12:00:00Z", "2026-02-28T24:00:00Z", "2026-02-28T12:60:00Z",
          "2026-02-28T12:00:61Z", "2026-02-28T12:00:00.Z", "2026-02-28T12:00:00+24:00",
          "02026-02-28T12:00:00Z", "Sat, 28 Feb 2026 12:00:00 GMT", ""}) {
        check_refused(
            {{updated, time, "no time of RFC 3339"}, {published, time, "no time of RFC 3339"}});
    }
    check_refused({{updated, "2026-02-28T12:00:00.4+01:00", "newer than its feed"},
                   {updated, "2026-02-28T11:00:00Z", "newer than its feed"},
                   {updated, "2026-02-28T11:00:00.5+00:01", "newer than its feed"}});
}

TEST_CASE("an Atom feed is refused for what it lacks or has twice") {
    const std::string author =
        good.substr(good.find("<author"), good.find("<link") - good.find("<author"));
    const std::string xhtml = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a &lt; b</p>c</div>";
    check_refused({
        {author, "", "has no author"},
        {"Dams &amp; rivers", " ", "has no title"},
        {"<content type=\"xhtml\"> " + xhtml + " </content>", "", "neither content nor"},
        {"<summary/>", "", "no summary"},
        {"de-Latn-CH-1996-x-a", "EN", "second alternate"},
        {"rel=\"related\"", "rel=\"alternate\"", "second alternate"},
        {"<link href=\"https://example.com/\"/>",
         "<link href=\"https://example.com/\"/><link href=\"https://example.com/b\"/>",
         "second alternate"},
        {"<summary>Short.", "<summary>Short&#13;.", "control character in its text"},
        {"label=\"Dams\"", "label=\"Dams&#13;\"", "control character in label"},
    });
    std::string all_named = replaced(good, author, "");
    for (const std::string entry : {"<entry><id>urn:uuid", "<entry><id>https://example.org/3"})
        all_named =
            replaced(all_named, entry, "<entry><author><name>Cy</name></author>" + entry.substr(7));
    CHECK(joined(atom_faults(all_named)) == "");
    all_named =
        replaced(all_named, "<entry><author><name>Cy</name></author><id>https", "<entry><id>https");
    CHECK(joined(atom_faults(all_named)).find("has no author") != std::string::npos);
    all_named = replaced(all_named, "<source>", "<source><author><name>Cy</name></author>");
    CHECK(joined(atom_faults(all_named)) == "");
}

TEST_CASE("an Atom feed is refused for elements where its type says text") {
    const std::string xhtml = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a &lt; b</p>c</div>";
    check_refused({
        {"<summary>Short.", "<summary><b>Short.</b>", "has elements"},
        {"<content type=\"html\">&lt;p&gt;A ", "<content type=\"html\"><b>bold</b>&lt;p&gt;A ",
         "has elements"},
        {"<content type=\"xhtml\">", "<content>", "has elements"},
        {xhtml, "<div>c</div>", "not one xhtml:div"},
        {xhtml, "<p xmlns=\"http://www.w3.org/1999/xhtml\">c</p>", "not one xhtml:div"},
        {xhtml, xhtml + xhtml, "not one xhtml:div"},
        {xhtml, "", "not one xhtml:div"},
        {xhtml, xhtml + "c", "text beside"},
        {"<p>a &lt; b</p>", "<script>a()</script>", "is unsafe: <script>"},
        {"<p>a &lt; b</p>", "<p onclick=\"a()\">b</p>", "is unsafe: onclick"},
        {"<p>a &lt; b</p>", "<p><a href=\" java&#10;script:a()\">b</a></p>", "is unsafe: href"},
    });
}

TEST_CASE("an Atom feed is refused for HTML that is broken or could do something") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"<p>", "not closed: p"},
        {"</p>", "closed out of order"},
        {"<b><i></b></i>", "closed out of order"},
        {"<b/>", "no tag"},
        {"a < b", "no tag"},
        {"<b", "no tag"},
        {"<!-- b", "no tag"},
        {"<!-- b -->", "no tag"},
        {"<!doctype html>", "no tag"},
        {"<b class=a>c</b>", "without quotes"},
        {"<b class=\"a>c</b>", "no tag"},
        {"<b class=\"a\"id=\"b\">c</b>", "no tag"},
        {"<b =\"a\">c</b>", "without a name"},
        {"AT&T", "a bare &"},
        {"&nosuch;", "a bare &"},
        {"&eacute;&nbsp;&#8212;", "a bare &"},
        {"&#1;", "a bare &"},
        {"&#xD800;", "a bare &"},
        {"<b title=\"&\">c</b>", "a bare &"},
        {"a > b", "a bare >"},
        {"<img src=\"https://example.org/a.png\" alt=\"\">", "not closed: img"},
        {"<BR>", "not closed: BR"},
        {"<input disabled value=\"1\">", "unsafe: <input>"},
        {"<script>a()</script>", "unsafe: <script>"},
        {"<SCRIPT>a()</SCRIPT>", "unsafe: <SCRIPT>"},
        {"<style>b{}</style>", "unsafe: <style>"},
        {"<div><iframe src=\"https://example.org/\"></iframe></div>", "unsafe: <iframe>"},
        {"<object></object>", "unsafe: <object>"},
        {"<form></form>", "unsafe: <form>"},
        {"<meta http-equiv=\"refresh\" content=\"0\">", "unsafe: <meta>"},
        {"<b onclick=\"a()\">c</b>", "unsafe: onclick"},
        {"<b OnClick='a()'>c</b>", "without quotes"},
        {"<a href=\"javascript:a()\">c</a>", "unsafe: href"},
        {"<a href=\" Java&#115;cript:a()\">c</a>", "a bare &"},
        {"<a href=\"java&#10;script:a()\">c</a>", "a bare &"},
    };
    for (const auto& [html, fault] : table) {
        CAPTURE(html);
        const std::string found = joined(atom_faults(with_html(html)));
        CAPTURE(found);
        CHECK(found.find(fault) != found.npos);
    }
    for (const std::string html :
         {"<ul><li>a</li></ul>", "&lt;script&gt; \u00E9 \"", "<br>x",
          "<article><time datetime=\"2026\">a</time></article>", "<a href=\"#javascript:\">b</a>"})
        CHECK(joined(atom_faults(with_html(html))) == "");
    std::string deep;
    for (int i = 0; i < 300; ++i) deep = "<b>" + deep + "</b>";
    CHECK_FALSE(atom_faults(with_html(deep)).empty());
}

TEST_CASE("an Atom feed is read in the order of the document") {
    const AtomFeed feed = read_atom(good);
    CHECK(feed.id == "tag:example.org,2026:search/dams");
    CHECK(feed.title == "Dams & rivers");
    CHECK(feed.updated == "2026-02-28T12:00:00.5+01:00");
    REQUIRE(feed.entries.size() == 3);
    CHECK(feed.entries[0].id == "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6");
    CHECK(feed.entries[0].title == "A <b> dam");
    CHECK(feed.entries[0].updated == "2026-02-28T11:00:00.50Z");
    CHECK(feed.entries[0].link == "https://example.org/1");
    CHECK(feed.entries[0].content ==
          "<p>A <a href=\"https://example.org/?a=1&amp;b=2\">dam</a>.</p>");
    CHECK(feed.entries[1].title == "A river");
    CHECK(feed.entries[1].link == "");
    CHECK(feed.entries[1].content == "<p>a &lt; b</p>c");
    CHECK(feed.entries[2].content == "");
    CHECK(read_atom("<feed").entries.empty());
}

}  // namespace dateline
