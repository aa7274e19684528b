// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/outlets.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "common/error.h"
#include "indexer/metadata/outlets/hosts.h"

namespace {

using namespace dateline;

std::string name_of(const Outlets& outlets, std::string_view name) {
    const Outlet* outlet = outlets.by_name(name);
    return outlet == nullptr ? "" : outlet->name;
}

TEST_CASE("an outlet is one under its name, its other names and its hosts") {
    const Outlets outlets;
    struct Row {
        std::string_view typed;
        std::string_view name;
    };
    const Row rows[] = {
        {"The Verge", "The Verge"},
        {"the verge", "The Verge"},
        {"Verge", "The Verge"},
        {"theverge.com", "The Verge"},
        {"www.theverge.com", "The Verge"},
        {"amp.theverge.com", "The Verge"},
        {"m.theverge.com", "The Verge"},
        {"  NPR ", "NPR"},
        {"National Public Radio", "NPR"},
        {"N.P.R.", "NPR"},
        {"AP", "Associated Press"},
        {"The Associated Press", "Associated Press"},
        {"U.S. News & World Report", "U.S. News & World Report"},
        {"LA Times", "Los Angeles Times"},
        {"TheBlaze.com", "The Blaze"},
        {"Nobody's Gazette", ""},
        {"", ""},
        {"the", ""},
        {"...", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(name_of(outlets, row.typed) == row.name);
    }
}

TEST_CASE("a subdomain belongs to the outlet above it unless it is listed itself") {
    const Outlets outlets;
    struct Row {
        std::string_view host;
        std::string_view name;
        std::string_view listed_host;
    };
    const Row rows[] = {
        {"theverge.com", "The Verge", "theverge.com"},
        {"edition.cnn.com", "CNN", "cnn.com"},
        {"politicalticker.blogs.cnn.com", "CNN", "cnn.com"},
        {"news.bbc.co.uk", "BBC News", "bbc.co.uk"},
        {"bbc.com", "BBC News", "bbc.com"},
        {"finance.yahoo.com", "Yahoo Finance", "finance.yahoo.com"},
        {"sports.yahoo.com", "Yahoo", "yahoo.com"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.host);
        const HostedOutlet found = outlets.by_host(row.host);
        REQUIRE(found.outlet != nullptr);
        CHECK(found.outlet->name == row.name);
        CHECK(found.host == row.listed_host);
    }
    CHECK(outlets.by_host("example.org").outlet == nullptr);
    CHECK(outlets.by_host("com").outlet == nullptr);
    CHECK(outlets.by_host("").outlet == nullptr);
    CHECK(outlets.by_host(std::string(5000, '.')).outlet == nullptr);
}

TEST_CASE("the built-in list names no host and no name twice") {
    std::set<std::string> hosts;
    std::set<std::string> names;
    const Outlets outlets;
    CHECK(outlets.all().size() > 400);
    for (const Outlet& known : outlets.all()) {
        CAPTURE(known.name);
        CHECK(names.insert(known.name).second);
        CHECK(name_of(outlets, known.name) == known.name);
        for (const std::string& host : known.hosts) {
            CAPTURE(host);
            CHECK(is_host(host));
            CHECK(hosts.insert(host).second);
            CHECK(outlets.by_host(host).outlet == &known);
        }
        for (const std::string& alias : known.aliases) {
            CAPTURE(alias);
            CHECK(name_of(outlets, alias) == known.name);
        }
    }
}

TEST_CASE("outlets.toml adds outlets, and names and hosts to known ones") {
    Outlets outlets;
    outlets.extend(R"(
[[outlet]]
name = "The Village Voice"
hosts = ["https://www.VillageVoice.com/", "village.example"]
aliases = ["VV"]

[[outlet]]
name = "NPR"
hosts = ["text.npr.example"]

[[outlet]]
name = "Valley Wire"
agency = true
)");
    CHECK(name_of(outlets, "village voice") == "The Village Voice");
    CHECK(name_of(outlets, "VV") == "The Village Voice");
    CHECK(name_of(outlets, "blog.villagevoice.com") == "The Village Voice");
    CHECK(name_of(outlets, "text.npr.example") == "NPR");
    CHECK(name_of(outlets, "npr.org") == "NPR");
    REQUIRE(outlets.by_name("Valley Wire") != nullptr);
    CHECK(outlets.by_name("Valley Wire")->agency);
}

TEST_CASE("a user's entry may rename a listed outlet and take a host over") {
    Outlets outlets;
    outlets.extend("[[outlet]]\nname = \"AP News\"\nhosts = [\"theverge.com\"]\n");
    CHECK(name_of(outlets, "The Associated Press") == "AP News");
    CHECK(name_of(outlets, "theverge.com") == "AP News");
    CHECK(outlets.by_name("AP")->agency);
}

TEST_CASE("outlets.toml that is not of the form is an error that names the line") {
    struct Row {
        std::string_view toml;
        std::string_view place;
    };
    const Row rows[] = {
        {"[[outlet]]\nname = ", "line 2"},
        {"[[outlet]]\nhosts = [\"a.org\"]\n", "line 1"},
        {"[[outlet]]\nname = 7\n", "line 1"},
        {"[[outlet]]\nname = \"A\"\nhosts = \"a.org\"\n", "line 3"},
        {"[[outlet]]\nname = \"A\"\naliases = [1]\n", "line 3"},
        {"[outlet]\nname = \"A\"\n", "line 1"},
        {"[outlets]\nname = \"A\"\n", "[[outlet]]"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.toml);
        Outlets outlets;
        try {
            outlets.extend(row.toml);
            FAIL("no error");
        } catch (const Error& error) {
            CAPTURE(error.what());
            CHECK(std::string(error.what()).starts_with("outlets.toml: "));
            CHECK(std::string(error.what()).find(row.place) != std::string::npos);
            CHECK_FALSE(error.hint().empty());
        }
    }
    Outlets outlets;
    CHECK_NOTHROW(outlets.extend(""));
    CHECK_NOTHROW(outlets.extend("# nothing yet\n"));
}

TEST_CASE("the host of a URL is plain: no user, port, www, amp or m") {
    struct Row {
        std::string_view url;
        std::string_view host;
    };
    const Row rows[] = {
        {"https://www.theverge.com/news/1", "theverge.com"},
        {"HTTP://WWW1.CBN.COM", "cbn.com"},
        {"https://amp.theguardian.com/x?y", "theguardian.com"},
        {"https://www.m.example.org/", "example.org"},
        {"https://m.com/", "m.com"},
        {"https://user:pass@example.org:8080/", "example.org"},
        {"https://example.org.", "example.org"},
        {"https://web.archive.org/web/2015/http://www.nytimes.com/x", "nytimes.com"},
        {"https://the--sun-co-uk.translate.goog/a", "the-sun.co.uk"},
        {"/2015/06/name.html", ""},
        {"ftp://example.org/", ""},
        {"https://", ""},
        {"https://exa mple.org/", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.url);
        CHECK(host_of_url(row.url) == row.host);
    }
}

TEST_CASE("archives of archives of a URL end") {
    std::string url;
    for (int i = 0; i < 2000; ++i) url += "https://web.archive.org/web/";
    CHECK(host_of_url(url + "https://nytimes.com/") == "web.archive.org");
}

TEST_CASE("a host that nobody listed gets a readable name") {
    struct Row {
        std::string_view host;
        std::string_view name;
    };
    const Row rows[] = {
        {"thefooherald.com", "The Foo Herald"},
        {"smalltown-gazette.co.uk", "Smalltown Gazette"},
        {"coolshell.cn", "Coolshell"},
        {"butter-shower.tistory.com", "Butter Shower"},
        {"blog.example.org", "Example Blog"},
        {"digital.gov", "Digital.gov"},
        {"18f.gsa.gov", "18f.gsa.gov"},
        {"docs.pje.jus.br", "Pje"},
        {"192.0.2.1", "192.0.2.1"},
        {"localhost", "localhost"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.host);
        CHECK(name_from_host(row.host) == row.name);
    }
}

}  // namespace
