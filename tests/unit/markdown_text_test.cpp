// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown/markdown_text.h"

#include <doctest/doctest.h>

#include "indexer/readers/html/html_text.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

std::string text_of(std::string_view markdown) {
    return read_markdown(markdown).articles[0].text;
}

struct Row {
    std::string markup;
    std::string text;
};

}  // namespace

TEST_CASE("Markdown becomes what its reader reads") {
    const Row rows[] = {
        {"A *b* **c** _d_ ~~e~~ `f`.", "A b c d e f."},
        {"See [the report](https://example.org/x \"y\") and [more][1].\n\n[1]: http://e.org",
         "See the report and more."},
        {"![a picture](x.png) caption", "caption"},
        {"[![logo](//e.org/l.png)](//e.org) text", "text"},
        {"# Head\n\ntext\nline two", "Head\n\ntext\nline two"},
        {"##Head without blank", "Head without blank"},
        {"- one\n- two\n  more\n\n1. three", "one\n\ntwo\nmore\n\n1. three"},
        {"3) c\n4) d\n   - e\n5) # f", "3) c\n\n4) d\n\ne\n\n5) f"},
        {"Chinglish****版 and 斐****师傅", "Chinglish版 and 斐师傅"},
        {"f***, a motherf**ker and **简单性：**投资", "f***, a motherf**ker and 简单性：投资"},
        {"He said sh*tty, \"sh*tty\", f**king and f**king.",
         "He said sh*tty, \"sh*tty\", f**king and f**king."},
        {"Ma**k**e **dir**ectory, 24mm*26mm、28mm*30mm", "Make directory, 24mm*26mm、28mm*30mm"},
        {"**Note**that *one* and 強**調**する", "Notethat one and 強調する"},
        {"I didn`t know. That`s it, and`a_b` aside.", "I didn`t know. That`s it, anda_b aside."},
        {"> quoted\n> on", "quoted\non"},
        {"| a | b |\n|---|---|\n| c | d |", "a  b\nc  d"},
        {"```go\nx := 1\n\ny := 2\n```\nafter", "x := 1\n\ny := 2\n\nafter"},
        {"    four blanks *are* text", "four blanks are text"},
        {"AT&amp;T &ldquo;x&rdquo;&nbsp;y &unknown;", "AT&T “x” y &unknown;"},
        {"a<br>b<!--more--> c", "a\nb c"},
        {"<div class=\"x\">\n<p>One</p>\n<p>Two *three*</p></div>", "One\n\nTwo three"},
        {"<script>\nvar a = '<p>';\n\nmore();\n</script>\ntext", "text"},
        {"<style>p { x: y }</style>text", "text"},
        {"<table><tr><td>[a](//e.org)</td>\n<td>b</td></tr></table>", "a\nb"},
        {"**简单性：**投资", "简单性：投资"},
        {"`[code](https://e.org/x)` is none", "code is none"},
        {"<https://e.org/path>", "https://e.org/path"},
        {"- [ ] open\n- [x] done", "open\n\ndone"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markup);
        CHECK(text_of(row.markup) == row.text);
    }
}

TEST_CASE("shortcodes and generators' marks are left out") {
    const Row rows[] = {
        {"{{< img src=\"x\" caption=\"no\" >}}\n\ntext", "text"},
        {"a {{% b %}}c{{% /b %}} d", "a c d"},
        {"[report]({{< ref \"x.md\" >}}) and [other]({{ site.url }}/a/b) read",
         "report and other read"},
        {"[x]({{< ref \"y\" >}} \"Title\").", "x."},
        {"see [this][1]\n\n[1]: {{ site.url }}/x", "see this"},
        {"{% image \"a.jpg\" %}text{: .wide}", "text"},
        {"{% highlight ruby %}\nx = *y*\n{% endhighlight %}\nafter", "x = *y*\n\nafter"},
        {"a {% comment %}not this{% endcomment %} b", "a b"},
        {"[caption id=\"1\" width=\"2\"]<img src=\"x\"/> Who is who[/caption]", "Who is who"},
        {"[gallery ids=\"1,2\"]text", "text"},
        {"hash {:b=>1} stays", "hash {:b=>1} stays"},
        {"see [[Page|the page]] and [[Other]] ![[image.png]]", "see the page and Other"},
        {"[[1]](http://e.org) is a link", "[1] is a link"},
        {"```\n{{ kept }}\n```", "{{ kept }}"},
        {"an open {{ stays", "an open {{ stays"},
        {"[\n\n![](a.png)\n\n](https://e.org/x) text", "text"},
        {"[\n\n![](a.png)\n\n(click)](https://e.org/x)\n\ntext", "(click)\n\ntext"},
        {"<iframe\n width=\"5\"\n allowfullscreen\n title=\"T\"\n></iframe>\n\ntext", "text"},
        {"## Heading {#an-id .wide}\n\ntext {.red}", "Heading\n\ntext"},
        {"a set {.5, .7} stays and {#this} too", "a set {.5, .7} stays and {#this} too"},
        {"link{:\ntarget=\"_blank\"}.", "link\n."},
        {"{% raw %}{{ kept }}{% endraw %} and {{ not }}this", "{{ kept }} and this"},
        {"Braces `{% raw %}{{{% endraw %} }}` here", "Braces {{ }} here"},
        {"```\n{% raw %}\nx = {{ y }}\n{% endraw %}\n```", "x = {{ y }}"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markup);
        CHECK(text_of(row.markup) == row.text);
    }
}

TEST_CASE("a footnote's mark goes and its text stays") {
    const Row rows[] = {
        {"the cost[^1] and this[^long-note].\n\n[^1]: A note on it.\n[^long-note]: Word",
         "the cost and this.\n\nA note on it.\nWord"},
        {"[^1](http://e.org) is a link", "^1 is a link"},
        {"`[^1]` and [^no label] stay", "[^1] and [^no label] stay"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markup);
        CHECK(text_of(row.markup) == row.text);
    }
}

TEST_CASE("faults of converters and of people leave no markup in the text") {
    const Row rows[] = {
        {"mail [us](mailto:us@e.org?Subject=Two words) or [see](//e.org/a b \"T\")",
         "mail us or [see](//e.org/a b \"T\")"},
        {"[titled](https://e.org \"two words\") links stay", "titled links stay"},
        {"f(a[1](b c)) stays", "f(a[1](b c)) stays"},
        {R"(see \*\*strong\*\*, a\_b and 2\*3)", "see strong, a_b and 2*3"},
        {"one\n\n\\\n\ntwo\\\nthree", "one\n\ntwo\nthree"},
        {"SIZE\n: 8819324 bytes\n\n* MD5\n  : 5295", "SIZE\n8819324 bytes\n\nMD5\n5295"},
        {"ends\\\n\\\nso does this\\\n\nand C:\\\\", "ends\n\nso does this\n\nand C:\\"},
        {"a <a href= http://e.org/?a=b>link</a> and <a href=\"http://e.org>another</a>.",
         "a link and another."},
        {"a <a href=\"{{< ref \"x.md\" >}}\" target=\"_blank\">link</a>", "a link"},
        {"see ([bug\n#655912](https://e.org)) and\n#tag", "see (bug\n#655912) and\n#tag"},
        {"#1: a number\n\n####Deep\n\ntext", "#1: a number\n\nDeep\n\ntext"},
        {"`<[a@e.org](mailto:a@e.org)>` in code", "<a@e.org> in code"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markup);
        CHECK(text_of(row.markup) == row.text);
    }
}

TEST_CASE("names in angle brackets that are no tags stay") {
    const Row rows[] = {
        {"<Hughes Capital Corp> and <BSC>, said", "<Hughes Capital Corp> and <BSC>, said"},
        {"a unit of <Hutchison\nWhampoa Ltd>.", "a unit of <Hutchison\nWhampoa Ltd>."},
        {"Sears <S> and <B and R Ltd>, but <I>this</I>", "Sears <S> and <B and R Ltd>, but this"},
        {"<Saab-Scania AB>, <Video Mall Inc> and <span>that</span>",
         "<Saab-Scania AB>, <Video Mall Inc> and that"},
        {"a Vec<T> is a Vec<T>", "a Vec<T> is a Vec<T>"},
        {"<Tweet id=\"1\" /> and <usa-banner></usa-banner>text", "and text"},
        {"<<Obama at summit:>> he said", "<<Obama at summit:>> he said"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markup);
        CHECK(text_of(row.markup) == row.text);
    }
}

TEST_CASE(
    "a line indented by four blanks begins a paragraph, in lists and between tags it does not") {
    const Row rows[] = {
        {"SHARES RISE\n    The firm said so.\nMore of it.\n    And an end.",
         "SHARES RISE\n\nThe firm said so.\nMore of it.\n\nAnd an end."},
        {"    All of it\n    Is indented", "All of it\nIs indented"},
        {"A line hangs\n    Over the others\n    Like this.",
         "A line hangs\nOver the others\nLike this."},
        {"GOLD CLOSING - APRIL 7\n  (yen)\n  APR 1,985",
         "GOLD CLOSING - APRIL 7\n\n(yen)\nAPR 1,985"},
        {"Since the\n    Conference in May.\nMore.", "Since the\nConference in May.\nMore."},
        {"def f():\n    return 1\nf()", "def f():\nreturn 1\nf()"},
        {"- item\n      goes on", "item\ngoes on"},
        {"<p>Some <b>words</b>\n     go on</p>", "Some words\ngo on"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markup);
        CHECK(text_of(row.markup) == row.text);
    }
}

TEST_CASE("offsets of a Markdown text lead to the file's lines") {
    const RawArticle article =
        read_markdown("---\ntitle: x\n---\n\n# Head\n\n\n\nOne\ntwo\n- three\n- four\n")
            .articles[0];
    CHECK(article.text == "Head\n\nOne\ntwo\n\nthree\n\nfour");
    CHECK(article.heading == "Head");
    // Head 5, One 9 (two 10), three 11, four 12.
    CHECK(article.lines == std::vector<LineMark>{{0, 5}, {6, 9}, {15, 11}, {22, 12}});
}

TEST_CASE("only a heading that comes first is the text's heading") {
    CHECK(read_markdown("![](x.png)\n\n# First\ntext").articles[0].heading == "First");
    CHECK(read_markdown("text\n\n# Second").articles[0].heading.empty());
    CHECK(read_markdown("<h2>In <b>HTML</b></h2>text").articles[0].heading == "In HTML");
}

TEST_CASE("HTML fragments become text, whatever their tags are like") {
    const Row rows[] = {
        {"<p>One</p><p>Two</p>", "One\n\nTwo"},
        {"a\n<br/>b", "a\nb"},
        {"a  \t b <b>c</b>d", "a b cd"},
        {"<a href='x>y'>link</a>", "link"},
        {"<a href=\"open>link</a>\ntext", "text"},
        {"1 < 2 and 3 <4 & so &amp; on &#8217;&#x2019;&#146;", "1 < 2 and 3 <4 & so & on ’’’"},
        {"x<!-- y > -- z -->w", "xw"},
        {"<script>if (a<b) {}</script>text", "text"},
        {"<iframe src=x></iframe>text<svg><path/></svg>", "text"},
        {"<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"},
        {"<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", "a  b\nc"},
        {"<p", ""},
        {"<", ""},
        {"a &broken; &", "a &broken; &"},
        {"blank\n\nlines", "blank\n\nlines"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markup);
        CHECK(html_to_text(row.markup) == row.text);
    }
}

}  // namespace dateline
