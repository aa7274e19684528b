// SPDX-License-Identifier: GPL-2.0-or-later
// What sites put around an article, or into its page later, changes nothing of the article.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/metadata/metadata.h"
#include "indexer/metadata/outlets/outlets.h"
#include "indexer/readers/readers.h"

namespace dateline {
namespace {

std::string page(const std::string& above, const std::string& below) {
    return "<!DOCTYPE html><html lang=\"en\"><head><title>Ferry stays for the winter</title></head>"
           "<body>" +
           above +
           "<main><h1>Ferry stays for the winter</h1><p class=\"byline\">By Mara Lind</p>"
           "<p class=\"published\">14 March 2025</p>"
           "<p>The council voted on Monday evening to keep the old ferry for another winter, after "
           "a debate of three hours about its engine, its paint and its price.</p>"
           "<p>The engine, which is older than most of the council, will be looked at by a "
           "specialist from the coast, who asked to be paid in advance and in oysters.</p>"
           "<p>Until then the ferry sails at half speed, and passengers are asked to bring "
           "something to read, or to talk to each other, as the mayor put it.</p>"
           "<p>Those who voted against it said that a bridge would have been cheaper; those in "
           "favour, that nobody has ever written a song about a bridge in this town.</p>"
           "<p>The ferry has one captain and one cat. Neither was present at the debate, since the "
           "boat was on the other bank, waiting for the fog to lift.</p></main>" +
           below + "</body></html>";
}

std::string repeated(std::string_view part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += part;
    return all;
}

constexpr std::string_view card =
    "<div class=\"c1\"><a href=\"/x\"><h3>Pier repairs take longer than was thought</h3></a>"
    "<p>Divers found a thirteenth pile that was on no plan, and it was the worst of them.</p>"
    "<span class=\"author\">Tom Birk</span><time datetime=\"2017-03-01\">1 March 2017</time></div>";

constexpr std::string_view remark =
    "<div class=\"vf\"><span>user1</span> <time datetime=\"2017-03-02\">2 years ago</time><p>I "
    "took "
    "this ferry as a child and remember the engine well, since it stopped each time.</p></div>";

constexpr std::string_view consent =
    "<div id=\"onetrust-consent-sdk\"><h2>We value your privacy</h2><p>We and our partners store "
    "and access information on a device, such as cookies, and process personal data, such as "
    "unique identifiers. You can change your mind at any time.</p></div>";

constexpr std::string_view gate =
    "<div hidden><p>Sign in to continue. You have read the last of your free articles this month, "
    "and we hope that you have enjoyed them. Published on March 3, 2017.</p></div>";

constexpr std::string_view footer =
    "<footer><p>The Harbour Post is an independent newspaper that has told the town what happens "
    "in it since 1921, in print and lately on glass, every day but Sunday.</p></footer>";

Article article_of(const std::string& html) {
    static const Outlets outlets;
    Place place;
    place.path = "page.html";
    return resolve(read_web_page(html).articles.at(0), place, outlets).article;
}

TEST_CASE("what stands around an article changes neither its text nor what is said of it") {
    const Article bare = article_of(page("", ""));
    CHECK(std::ranges::count(bare.body, '\n') == 8);
    CHECK(bare.authors == std::vector<std::string>{"Mara Lind"});
    const auto around = std::to_array<std::string>({
        std::string(consent),
        std::string(gate),
        std::string(footer),
        "<section class=\"more\"><h2>More stories</h2>" + repeated(card, 2) + "</section>",
        "<div id=\"talk\"><h3>12 Comments</h3>" + repeated(remark, 8) + "</div>",
        "<div class=\"comments-area\">" + repeated(remark, 8) + "</div>",
        std::string(consent) + std::string(gate) + std::string(footer),
    });
    for (const std::string& part : around) {
        CAPTURE(part);
        const bool above_too = part.find("12 Comments") == part.npos;
        const std::array<Article, 2> found{article_of(page("", part)),
                                           article_of(page(above_too ? part : "", ""))};
        for (const Article& article : found) {
            CHECK(article.title == bare.title);
            CHECK(article.authors == bare.authors);
            CHECK(article.published == bare.published);
            CHECK(article.body == bare.body);
        }
    }
}

}  // namespace
}  // namespace dateline
