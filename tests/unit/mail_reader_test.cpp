// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/mail/mime.h"
#include "indexer/readers/mail/transfer_encoding.h"
#include "indexer/readers/readers.h"

namespace dateline {

TEST_CASE("a newsletter gives its headers and its text part") {
    const Reading reading = read_mail(
        "Received: from x\r\nFrom: =?utf-8?Q?Ann_L=C3=A9e?= <ann@example.org>\r\n"
        "Subject: =?UTF-8?B?RGFt?=\r\n =?UTF-8?B?IGZhaWxz?= again\r\n"
        "Date: Thu, 26 Feb 2026 23:22:44 +0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/alternative; boundary=\"b1\"\r\n\r\npreamble\r\n"
        "--b1\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
        "quoted-printable\r\n\r\n"
        "Caf=E9 text that goes =\r\non here.\r\n\r\nMore of it.\r\n"
        "--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>HTML text "
        "here.</p>\r\n--b1--\r\n");
    REQUIRE(reading.articles.size() == 1);
    const RawArticle& article = reading.articles[0];
    const std::vector<RawField> fields = {{"from", {"Ann Lée <ann@example.org>"}, 2},
                                          {"subject", {"Dam fails again"}, 3},
                                          {"date", {"Thu, 26 Feb 2026 23:22:44 +0000"}, 5}};
    CHECK(article.fields == fields);
    CHECK(article.text == "Café text that goes on here.\n\nMore of it.");
}

TEST_CASE("the HTML part is read where the text part says little") {
    const RawArticle article =
        read_mail(
            "From: a@b\nSubject: s\nContent-Type: multipart/mixed; boundary=x\n\n"
            "--x\nContent-Type: multipart/alternative; boundary=xy\n\n"
            "--xy\nContent-Type: text/plain\n\nSee online.\n"
            "--xy\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
            "PHA+VGhlIHdob2xlIGxldHRlciBpcyBoZXJlLCBpbiBIVE1MLjwvcD4=\n--xy--\n"
            "--x\nContent-Type: text/plain\nContent-Disposition: attachment\n\nnot this\n--x--\n")
            .articles[0];
    CHECK(article.text == "The whole letter is here, in HTML.");
}

TEST_CASE("a plain message keeps the file's lines") {
    const RawArticle article =
        read_mail("From x y\nFrom: a@b\nSubject: s\n\nOne.\n\nTwo.\n").articles[0];
    CHECK(article.text == "One.\n\nTwo.");
    CHECK(article.lines == std::vector<LineMark>{{0, 5}});
    CHECK(article.fields[0].line == 2);
}

TEST_CASE("broken mail gives what can be read of it") {
    CHECK(read_mail("").problems.size() == 1);
    CHECK(read_mail("no headers here").problems.size() == 1);
    CHECK(read_mail("Subject: =?utf-8?B?%%?= =?x?\n").articles.size() == 1);
    CHECK(read_mail("Subject: s\nContent-Type: multipart/mixed\n\n--\nx").articles[0].text.empty());
    CHECK(read_mail("Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ncut off")
              .articles[0]
              .text == "cut off");
}

TEST_CASE("transfer encodings are decoded, and wrong ones survived") {
    CHECK(decode_base64("SGVs\nbG8=") == "Hello");
    CHECK(decode_base64("!!") == "");
    CHECK(decode_quoted_printable("a=3Db=\nc=ZZ=") == "a=bc=ZZ");
    CHECK(decode_q("a_b=20c=") == "a b c=");
    CHECK(parameter("text/html; format=flowed; charset=\"utf-8\"", "charset") == "utf-8");
    CHECK(parameter("text/html", "charset").empty());
}

}  // namespace dateline
