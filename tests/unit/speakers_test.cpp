// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/speakers.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/code_points.h"

namespace dateline {
namespace {

struct Row {
    std::string_view body;
    std::vector<std::string> names;  ///< of each quotation; "he = Smith" for what is probable
};

void check(std::string_view language, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.body);
        std::vector<std::string> names;
        for (const auto& speaker : speakers(row.body, quotations(row.body), language)) {
            std::string name = speaker ? speaker->name : "";
            if (speaker && !speaker->probably.empty()) name += " = " + speaker->probably;
            names.push_back(name);
            if (speaker && speaker->certain) CHECK(speaker->probably.empty());
        }
        CHECK(names == row.names);
    }
}

}  // namespace

TEST_CASE("the speaker is the subject of the said-verb behind the quotation") {
    check("en",
          {
              {"“We will go,” Smith said.", {"Smith"}},
              {"Smith wrote in a statement that the city’s “threats do not change where we stand.”",
               {"Smith"}},
              {"“We will go,” said Barry Rabe, a professor of law.", {"Barry Rabe"}},
              {"“We will go,” Rep. Gwen Moore (D-Wis.) said Friday.", {"Gwen Moore"}},
              {"“We will go,” Mr. Obama told The Times.", {"Obama"}},
              {"“We will go,” French President François Hollande said.", {"François Hollande"}},
              {"“We will go,” said Bertrand Dutheil de la Rochère.",
               {"Bertrand Dutheil de la Rochère"}},
              {"“We will go,” Ben Ray, a lawyer from Austin, Texas, said.", {"Ben Ray"}},
              {"“We will go,” wrote Harvard's president, Drew Gilpin Faust, in a letter.",
               {"Drew Gilpin Faust"}},
              {"“We will go,” said a spokesman for Exxon on Monday.", {"a spokesman for Exxon"}},
              {"“We will go,” said an Iowa Republican.", {"an Iowa Republican"}},
              {"“We will go,” her family said in a statement.", {"her family"}},
              {"“We will go,” according to a press release.", {"a press release"}},
              {"“Will we go?” Smith asked.", {"Smith"}},
              {"“We will go,” an official who gave no name told NPR.", {"an official"}},
              {"“We will go,” the CEO wrote.", {"the CEO"}},
              {"“We will go,” the Republican National Committee said.",
               {"Republican National Committee"}},
              {"“We will go,” Secretary of State John Kerry said.", {"John Kerry"}},
              {"“We will go,” said White House chief of staff John Kelly.", {"John Kelly"}},
              {"“We will go,” the State Department said.", {"State Department"}},
              {"“We will go,” Commissioner Ray Kelly said.", {"Ray Kelly"}},
              {"“We will go!” she thundered.", {"she"}},
              {"Smith asked: “Will we go?” Jones said no.", {"Smith"}},
              {"It is “a plan to go” by Monday, said John Ray.", {"John Ray"}},
              {"“We will go.”\n— Ted Cruz", {""}},
              {"“We will go.” — Ted Cruz, Twitter", {"Ted Cruz"}},
          });
}

TEST_CASE("the speaker is the subject of the said-verb before the quotation") {
    check("en", {
                    {"Smith said: “We will go.”", {"Smith"}},
                    {"In a statement, the Republican senator Tim Scott said “we will go.”",
                     {"Tim Scott"}},
                    {"But Tom Smith, a lawyer, said, “We will go.”", {"Tom Smith"}},
                    {"Trump went to Ohio and said “we will go.”", {"Trump"}},
                    {"Clinton tore into Trump, calling him “a man who will go.”", {"Clinton"}},
                    {"Jane Roe, who told CNN “we will go,” left.", {"Jane Roe"}},
                    {"According to Paul Ryan, “we will go.”", {"Paul Ryan"}},
                    {"Said Ellis: “We will go.”", {"Ellis"}},
                    {"A theme emerged, says Mr. Watts: “We will go.”", {"Watts"}},
                    {"Gov. Jan Brewer: “We will go.”", {"Jan Brewer"}},
                    {"Clinton says she knows that “we will go.”", {"Clinton"}},
                    {"Caddell continued:\n\n“We will go.”", {"Caddell"}},
                    {"She described his remarks as “a plan to go.”", {"she"}},
                    {"“TRUMP: We will go, all of us.”", {"TRUMP"}},
                    {"The sign reads “we will go.”", {"The sign"}},
                });
}

TEST_CASE("who said one quotation said the next of its sentence or paragraph") {
    check("en", {
                    {"“We went,” Smith said. “They saw us.”", {"Smith", "Smith"}},
                    {"“We went,” Smith said, adding “they saw us.”", {"Smith", "Smith"}},
                    {"Smith said “we went.\n\n“They saw us.”", {"Smith", "Smith"}},
                    {"“We went.\n\n“They saw us,” said Smith.", {"Smith", "Smith"}},
                    {"“We went,” Smith said. Nobody knows. “They saw us.”", {"Smith", "Smith"}},
                    {"“We went,” Smith said. Nobody knows. It was “a day” for us.", {"Smith", ""}},
                    {"“We went,” Smith said.\n\n“They saw us.”", {"Smith", ""}},
                });
}

TEST_CASE("nobody is guessed where the sentence tells nothing") {
    check("en", {
                    {"The film “Gone with the Wind” is long.", {""}},
                    {"Smith left the room. “We will go.”", {""}},
                    {"“We will go.” Then she said no more.", {""}},
                    {"", {}},
                });
    check("xx", {{"“We will go,” Smith said.", {""}}});
    check("", {{"“We will go,” Smith said.", {""}}});
}

TEST_CASE("who quotes another's words, a chant or a phrase does not say it") {
    check("en",
          {
              {"Smith praised the president's “we will all go there now” speech.", {""}},
              {"CNN repeated the mangling of Ray's “fine people on both sides of it.”", {""}},
              {"He quotes Ray, referring to the “people who will go there” remark.", {""}},
              {"“It is wrong,” he said as the crowd burst into “Lock him up!” chants.", {"he", ""}},
              {"Smith asked the crowd to stop chanting “send them all back there now.”", {""}},
              {"Smith defended voters who used the phrase “we will all go there now.”", {""}},
              {"The story goes on to quote Ann Ray as saying “we will all go there now.”", {""}},
              {"A report called “The Truth About It” says so.", {""}},
              {"From Ann Ray’s “Take it all seriously” pieces to what Bob Fox has ever "
               "written, all is said.",
               {""}},
              {"Smith said his friends took the “keep your plan” promise for a lie.", {""}},
          });
}

TEST_CASE("few words within a clause have a speaker only with a said-verb at their mark") {
    check("en",
          {
              {"Smith said it was “a day to go.”", {"Smith"}},
              {"Smith called the vote “a day to go.”", {"Smith"}},
              {"The violence hurt Smith, who was blamed for praising “fine people” there.", {""}},
              {"Smith said the court had met in May and that nobody shared his “wish to go” home.",
               {""}},
              {"Smith said the court had met in May and that nobody had “any wish at all to go.”",
               {"Smith"}},
              {"Smith read a report that Ann Ray has a book, and wrote “it was a classic case of "
               "it.”",
               {""}},
          });
}

TEST_CASE("a speaker is a name or a noun, no word of another kind and no part of a clause") {
    check("en",
          {
              {"This is the case in which he gave up, declaring “we will all go there now.”", {""}},
              {"Whereas he used to say it was, he now recalls that he achieved “the best of all in "
               "the world.”",
               {"he"}},
              {"The vice chairman of the committee Sen. Saxby Cole, R-Ga., called Jones “very much "
               "for "
               "it, as all.”",
               {"Saxby Cole"}},
              {"“We will go,” said Rep. Ann Ray, D-R.I., on Monday.", {"Ann Ray"}},
              {"Ray, citing “three sources,” says Cole adopted “a plan for all of us to go.”",
               {"", ""}},
              {"Her voice breaking at times, Smith went on, adding “we will all go there now.”",
               {"Smith"}},
              {"Last month, Mr. Smith tried to end it, declaring, “we will all go there now.”",
               {"Smith"}},
              {"Nine minutes later, Smith spoke on the air, saying, “we will all go there now.”",
               {"Smith"}},
              {"A day later, Smith was more blunt, telling us that “we will all go there now.”",
               {"Smith"}},
              {"WASHINGTON — Ann Ray ended it on Monday, saying “we will all go there now.”",
               {"Ann Ray"}},
              {"“We will go,” says University of Texas professor Ann Ray.", {"Ann Ray"}},
              {"“We will go,” the Senate Minority Leader said.", {"the Senate Minority Leader"}},
              {"“We will go,” the United States said.", {"United States"}},
              {"“We will go,” this person said.", {"this person"}},
              {"“We will go,” you wrote.", {"you"}},
              {"“We will go,” said Smith this week.", {"Smith"}},
              {"Fellow MSNBC host Ed Fox laughed at it, adding “we will all go there now.”",
               {"Ed Fox"}},
              {"Those in need of help did not say: “We will all go there now.”", {""}},
              {"Trump, who last year accused it of “a ban” on Republicans, and vowed to “look into "
               "it all at once now.”",
               {"", ""}},
              {"The group made no mention of it but condemned “this act of them all there.”", {""}},
              {"As Ann Ray, director of the Center, put it, “we will all go there now.”",
               {"Ann Ray"}},
              {"Ann Ray said that if Smith thinks “we should all go there now” he errs.", {""}},
              {"Ann Ray, who wrote for Fox, said Smith wanted “to say what is bold for us.”", {""}},
          });
}

TEST_CASE("a pronoun means probably who was named last") {
    check("en",
          {
              {"“We went,” Ann Smith said.\n\n“They saw us,” she added.",
               {"Ann Smith", "she = Ann Smith"}},
              {"Bob Phillips of Ohio was glad. “We went,” he said.", {"he = Bob Phillips"}},
              {"The Senate met. “We went,” he said.", {"he"}},
              {"Ms. Ray met Mr. Fox.\n\nMr. Fox said no.\n\n“We went,” she said.", {"she = Ray"}},
              {"“We went,” they said after Smith said so.", {"they"}},
              {"Ann Ray met somebody, Bob Cole said. “We went,” he said.", {"he"}},
              {"Tens of people came. “We went,” she said.", {"she"}},
              {"MOSCOW was cold. “We went,” she said.", {"she"}},
          });
}

TEST_CASE("German, French, Spanish and Chinese tell speakers by their own words") {
    check("de", {
                    {"„Wir gehen“, sagte Außenministerin Annalena Baerbock am Montag. „Bald.“",
                     {"Annalena Baerbock", "Annalena Baerbock"}},
                    {"Der Sprecher der Regierung, Steffen Hebestreit, betonte: „Wir gehen.“",
                     {"Steffen Hebestreit"}},
                    {"„Wir gehen“, so Friedrich Merz. Er fügte hinzu: „Bald.“",
                     {"Friedrich Merz", "er = Friedrich Merz"}},
                    {"»Wir gehen«, schrieb sie.", {"sie"}},
                    {"Laut Scholz ist es „ein Gang“.", {"Scholz"}},
                    {"Am Montag sagte Scholz: „Wir gehen.“", {"Scholz"}},
                });
    check("fr", {
                    {"« Nous partons », a déclaré Emmanuel Macron. « Bientôt », a-t-il ajouté.",
                     {"Emmanuel Macron", "il = Emmanuel Macron"}},
                    {"Selon la ministre Élisabeth Borne, « nous partons ».", {"Élisabeth Borne"}},
                    {"Le président du Sénat, Gérard Larcher, a dit que « nous partons ».",
                     {"Gérard Larcher"}},
                    {"« Nous partons », dit-elle.", {"elle"}},
                });
    check("es",
          {
              {"«Nos vamos», dijo el presidente Pedro Sánchez el lunes.", {"Pedro Sánchez"}},
              {"Según la ministra Yolanda Díaz, «nos vamos».", {"Yolanda Díaz"}},
              {"El lunes dijo Sánchez: «Nos vamos». Él añadió: «Ya».", {"Sánchez", "él = Sánchez"}},
          });
    check("zh", {
                    {"外交部发言人毛宁在记者会上表示：“我们走了。”她还说：“很快。”",
                     {"外交部发言人毛宁", "她"}},
                    {"“我们走了，”王毅说，“很快。”", {"王毅", "王毅"}},
                    {"据新华社报道，习近平强调，“我们走了”。所谓“民主”没有解决。", {"习近平", ""}},
                });
}

TEST_CASE("a mention is a place of the text, whatever its bytes") {
    const std::vector<std::string> pieces{
        "“",   "”",    "\"",   " said ", " Smith", ",",    ".",    " he", " the ",
        " of", "\n",   ": ",   "(",      ")",      "—",    "说",   "，",  "。",
        "王",  "\xE2", "\xFF", "’s",     " told",  " who", " and", "é",   " According to"};
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string body;
        const std::size_t length = random() % 60;
        for (std::size_t i = 0; i < length; ++i) body += pieces[random() % pieces.size()];
        CAPTURE(body);
        const std::vector<Quotation> quoted = quotations(body);
        for (const std::string_view language : {"en", "de", "zh"}) {
            const auto told = speakers(body, quoted, language);
            REQUIRE(told.size() == quoted.size());
            for (const auto& speaker : told) {
                if (!speaker) continue;
                CHECK_FALSE(speaker->name.empty());
                CHECK(speaker->mention.begin < speaker->mention.end);
                CHECK(speaker->mention.end <= body.size());
                CHECK_FALSE(is_inner_byte(body[speaker->mention.begin]));
            }
        }
    }
}

}  // namespace dateline
