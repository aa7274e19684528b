// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/changes_text.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

#include "common/terminal.h"
#include "searcher/render/changes_json.h"
#include "tests/unit/golden.h"
#include "tests/unit/rendered_text.h"

namespace dateline {
namespace {

std::string shown(const ChangesShown& changes, const TextOptions& options = {}) {
    std::ostringstream out;
    render_changes(changes, options, out);
    return out.str();
}

ChangesShown compared(const std::string& first, const std::string& second) {
    return compare_articles({"Reuters", "Rain", "2026-02-26", "aaaa1111", first},
                            {"NPR", "Sun", "2026-02-27", "bbbb2222", second});
}

/// A wire text and what an outlet made of it.
ChangesShown sample_changes() {
    const std::string wire =
        "LONDON (Reuters) - A fire in a block of flats in the east of the city killed 40 people "
        "on Monday, the fire service said.\n\n"
        "The block of flats was built in 1974 and had no sprinklers, said Jane Doe, the head of "
        "the council, who had asked the government for money to put them in as early as 2019, "
        "but was told that there was none, while blocks of the same kind in other cities had "
        "been mended long ago, as all of them knew.\n\n"
        "\"We saw it coming,\" she said.\n\n"
        "Firefighters fought the flames for seven hours with hoses from all sides of the "
        "building.\n\n"
        "Shares of the builder, Acme Homes, fell by 3.5% in London.\n\n"
        "The prime minister will visit the place on Tuesday.";
    const std::string copy =
        "The prime minister will visit the place on Tuesday.\n\n"
        "LONDON (Reuters) \xE2\x80\x94 A fire in a block of flats in the east of the city killed "
        "42 people on Monday, the fire service said.\n\n"
        "The block of flats was built in 1974 and had no sprinklers, said Jane Roe, the head of "
        "the council, who had asked the government for money to put them in as early as 2019, "
        "but was told that there was none, while blocks of the same kind in other cities had "
        "been mended long ago.\n\n"
        "\xE2\x80\x9CWe saw it coming,\xE2\x80\x9D she said.\n\n"
        "Firefighters fought the flames for seven hours with hoses from all sides of the "
        "building.\n\n"
        "Our correspondent saw families with all that they had left in bags of the supermarket "
        "at the corner.";
    return compare_articles(
        {"Reuters", "Fire in London kills 40", "2026-02-26", "1f9cb2a7", wire},
        {"The Example Post", "Fire in London block kills 42", "2026-02-27", "77aa01c3", copy});
}

ChangesShown hostile_changes() {
    return compare_articles({"Out\x1b[31mlet", "A \x1b]0;title\x07 of\nlines", "",
                             "id\x9b"
                             "1",
                             "Red \x1b[2J green.\n\nOne two."},
                            {"", "\xE2\x80\xAE", "2026\x1b", "",
                             "Red \x1b[2J [-blue-] \xC2\x9B"
                             "31m\xFF.\n\nThree\tfour\r\n7\x07."});
}

TEST_CASE("changes look as agreed, at any width, with colour and without") {
    check_golden("changes-80.txt", shown(sample_changes()));
    check_golden("changes-80-color.txt", shown(sample_changes(), {.color = true}));
    check_golden("changes-40.txt", shown(sample_changes(), {.width = 40}));
    check_golden("changes-20.txt", shown(sample_changes(), {.width = 20}));
    check_golden("changes-hostile.txt", shown(hostile_changes()));
}

TEST_CASE("one line tells how much differs") {
    struct Row {
        const char* first;
        const char* second;
        const char* line;
    };
    const Row rows[] = {
        {"", "", "neither has any words"},
        {"A b.", "", "1 paragraph dropped"},
        {"", "A b.", "1 paragraph added; all of the words are new"},
        {"A b c d.", "A b c d.", "1 paragraph the same; no word is new"},
        {"A b c d.\n\nE.", "A b c d.",
         "1 paragraph the same, 1 dropped; no word is new, 20% of "
         "the first's are gone"},
        {"A b c d.", "A b x d.",
         "1 paragraph changed; 25% of the words are new, 25% of the "
         "first's are gone"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const std::vector<std::string> lines =
            lines_of(shown(compared(row.first, row.second), {.width = 120}));
        REQUIRE(lines.size() > 2);
        CHECK(lines[2] == row.line);
    }
}

TEST_CASE("a headline is compared only if it is a version of the other") {
    const auto has_title = [](const std::string& first, const std::string& second) {
        const ChangesShown changes =
            compare_articles({"", first, "", "", "A."}, {"", second, "", "", "A."});
        return shown(changes).find("\ntitle ") != std::string::npos;
    };
    CHECK(has_title("Fire kills 40", "Fire kills 42"));
    CHECK_FALSE(has_title("Fire kills 40", "Fire kills 40"));
    CHECK_FALSE(has_title("Fire kills 40", "Mayor steps down"));
}

TEST_CASE("with colours the marks are left out") {
    const ChangesShown changes = compared("He saw it.", "He heard it.");
    CHECK(shown(changes).find("~ He [-saw-] {+heard+} it.\n") != std::string::npos);
    CHECK(shown(changes, {.color = true})
              .find("~ He \x1b[31msaw\x1b[0m \x1b[32mheard\x1b[0m it.\n") != std::string::npos);
}

TEST_CASE("long lists of names and numbers are cut, and say so") {
    std::string first;
    for (int i = 100; i < 130; ++i) first += "x " + std::to_string(i) + " ";
    CHECK(shown(compared(first, "It fell."), {.width = 200}).find("110; 111; and 18 more\n") !=
          std::string::npos);
}

TEST_CASE("no control character of an article reaches the terminal from its changes") {
    for (const bool color : {false, true}) {
        const std::string text = without_colors(shown(hostile_changes(), {.color = color}));
        for (const unsigned char c : text) CHECK((c == '\n' || (c >= 0x20 && c != 0x7F)));
        CHECK(make_safe(text, LineBreaks::stay) == text);
    }
}

TEST_CASE("random bytes are compared and shown without harm, within the width") {
    std::mt19937 random(17);
    const auto bytes = [&] {
        std::string text;
        for (auto i = random() % 200; i > 0; --i) {
            const auto kind = random() % 8;
            text += kind == 0   ? std::string(1, static_cast<char>(random() % 256))
                    : kind == 1 ? std::string("\n\n")
                    : kind == 2 ? std::string("\xE6\x97\xA5\xE6\x9C\xAC")
                                : std::string(1, static_cast<char>('a' + random() % 4)) + " ";
        }
        return text;
    };
    for (int round = 0; round < 300; ++round) {
        std::string first = bytes();
        std::string second = round % 2 == 0 ? bytes() : first;
        if (round % 2 == 1) second.insert(random() % (second.size() + 1), bytes());
        ChangesShown changes = compare_articles({bytes(), bytes(), bytes(), bytes(), first},
                                                {bytes(), bytes(), bytes(), bytes(), second});
        const std::size_t width = narrowest + random() % 100;
        for (const bool color : {false, true}) {
            const std::string text =
                without_colors(shown(changes, {.color = color, .width = width}));
            CHECK(make_safe(text, LineBreaks::stay) == text);
            for (const std::string& line : lines_of(text)) {
                CAPTURE(line);
                CHECK(display_width(line) <= width);
            }
        }
        CHECK_NOTHROW(json_changes(changes).dump());
    }
}

TEST_CASE("the JSON of changes has each part with its words and where they stand") {
    const std::string first = "He saw it.\n\nShe left 5 days ago.";
    const std::string second = "He heard it.\n\nJane Doe came.";
    const Json json = json_changes(compared(first, second));
    CHECK(json["first"].dump() ==
          R"({"id":"aaaa1111","title":"Rain","outlet":"Reuters","date":"2026-02-26"})");
    CHECK(json["counts"].dump() ==
          R"({"paragraphs":{"same":0,"changed":1,"moved":0,"added":1,"dropped":1},)"
          R"("words":{"first":8,"second":6,"kept":2,"added":4,"dropped":6}})");
    CHECK(json["numbers"].dump() == R"([{"first":"5","second":null}])");
    CHECK(json["names"].dump() == R"([{"first":null,"second":"Jane Doe"}])");
    CHECK(json["title"][0].dump() == R"({"kind":"dropped","text":"Rain","first":[0,4]})");
    CHECK(json["paragraphs"][0].dump() ==
          R"({"kind":"changed","first":[0,10],"second":[0,12],"parts":[)"
          R"({"kind":"kept","text":"He ","first":[0,3],"second":[0,3]},)"
          R"({"kind":"dropped","text":"saw ","first":[3,7]},)"
          R"({"kind":"added","text":"heard ","second":[3,9]},)"
          R"({"kind":"kept","text":"it.","first":[7,10],"second":[9,12]}]})");
    CHECK(json["paragraphs"][1]["kind"] == "dropped");
    CHECK_FALSE(json["paragraphs"][1].contains("second"));
    CHECK(json_changes(hostile_changes()).dump().find("\\ufffd") == std::string::npos);
}

}  // namespace
}  // namespace dateline
