// SPDX-License-Identifier: GPL-2.0-or-later
// Saved searches on the page, of the small archive.
#include "searcher/web/saved_pages.h"

#include "tests/unit/temporary_folder.h"
#include "tests/unit/web_pages.h"

namespace dateline::web {
namespace {

/// The site with a home of its own.
class SavedSite {
public:
    SavedSite() : site(site_of(index().path())) {
        site.places = {(home_ / "searches.toml").string(), (home_ / "seen").string()};
    }

    Response get(const std::string& target) const { return respond(site, asked_for(target)); }

    std::string page(const std::string& target, int status = 200) const {
        return read_page(get(target), target, status);
    }

    Response post(const Parameters& sent, const std::string& token = known_secrets.token) const {
        Parameters all{{"token", token}};
        all.insert(all.end(), sent.begin(), sent.end());
        return respond(site, asked_for("/saved",
                                       {{"origin", "http://127.0.0.1:7857"},
                                        {"content-type", "application/x-www-form-urlencoded"}},
                                       "POST", encode_parameters(all)));
    }

    Site site;

private:
    TemporaryFolder home_;
};

/// What a form of the page holds.
Parameters hidden_in(const std::string& html, const std::string& name) {
    Parameters found;
    const std::string begin = "name=\"" + name + "\" value=\"";
    for (std::size_t at = html.find(begin); at != html.npos; at = html.find(begin, at + 1)) {
        const std::size_t from = at + begin.size();
        found.push_back({name, html.substr(from, html.find('"', from) - from)});
    }
    return found;
}

}  // namespace

TEST_CASE("a search is saved by its page, listed, opened and fed") {
    const SavedSite saved;
    CHECK(has(saved.page("/saved"), "None is saved"));
    CHECK(has(saved.page("/search?q=strike&outlet=NPR"), "action=\"/saved\""));
    CHECK_FALSE(has(saved.page("/"), "action=\"/saved\""));
    const Response done = saved.post(
        {{"do", "save"}, {"name", "strikes"}, {"q", "harbour strike"}, {"outlet", "NPR"}});
    CHECK(done.status == 303);
    const std::string list = saved.page("/saved");
    CHECK(has(list, "href=\"/saved/strikes\""));
    CHECK(has(list, "href=\"/saved/strikes.atom\""));
    CHECK(has(list, "/search?q=harbour+strike&amp;outlet=NPR"));
    CHECK(has(saved.page("/saved/strikes"), "strikes: 0 new articles of 10"));
    const Response feed = saved.get("/saved/strikes.atom");
    CHECK(feed.type == "application/atom+xml");
    CHECK(has(feed.body, "<id>urn:dateline:saved:strikes</id>"));
    saved.page("/saved/others", 404);
    CHECK(saved.get("/saved/others.atom").status == 404);
}

TEST_CASE("a form marks what the page showed, and nothing else") {
    const SavedSite saved;
    saved.post({{"do", "save"}, {"name", "all"}, {"q", "harbour"}});
    std::filesystem::remove(saved.site.places.seen + "/all");  // so that all is new
    const std::string first = saved.page("/saved/all");
    CHECK(has(first, "all: 31 new articles of 31"));
    const Parameters ids = hidden_in(first, "id");
    REQUIRE(ids.size() == 31);
    CHECK(has(saved.page("/saved/all"), "31 new"));  // looking marks nothing
    Parameters some{{"do", "seen"}, {"name", "all"}, ids[0], {"id", "not-there"}};
    CHECK(saved.post(some).status == 303);
    CHECK(has(saved.page("/saved/all"), "30 new"));
    // An article that is another by now has not been shown.
    const std::string place = ids[1].value.substr(0, ids[1].value.find('/'));
    saved.post(
        {{"do", "seen"}, {"name", "all"}, {"id", place}, {"id", place + "/0123456789abcdef"}});
    CHECK(has(saved.page("/saved/all"), "30 new"));
    Parameters all{{"do", "seen"}, {"name", "all"}};
    all.insert(all.end(), ids.begin(), ids.begin() + 20);
    saved.post(all);
    CHECK(hidden_in(saved.page("/saved/all"), "id").size() == 11);
}

TEST_CASE("what cannot be saved is refused with what is wrong") {
    const SavedSite saved;
    const auto refused = [&](const Parameters& sent, std::string_view why) {
        const Response response = saved.post(sent);
        CHECK(response.status == 400);
        CHECK_MESSAGE(has(response.body, why), response.body);
        const StrictHtml read(response.body);
        CHECK(read.fault() == "");
    };
    refused({{"do", "save"}, {"name", "../x"}, {"q", "strike"}}, "cannot be called");
    refused({{"do", "save"}, {"name", ""}, {"q", "strike"}}, "needs a value");
    refused({{"do", "save"}, {"name", "x"}, {"q", "(strike"}}, "(strike");
    refused({{"do", "save"}, {"name", "x"}, {"story", "id1"}}, "--story");
    refused({{"do", "save"}, {"name", "x"}}, "nothing to search for");
    refused({{"do", "save"}, {"name", "x.atom"}, {"q", "strike"}}, "cannot be called");
    refused({{"do", "burn"}, {"name", "x"}}, "a form");
    CHECK(saved.post({{"do", "save"}, {"name", "x"}, {"q", "strike"}}).status == 303);
    refused({{"do", "save"}, {"name", "x"}, {"q", "port"}}, "already");
    CHECK(saved.post({{"do", "seen"}, {"name", "y"}}).status == 400);
}

TEST_CASE("nothing is saved or marked without the page's own token") {
    const SavedSite saved;
    CHECK(saved.post({{"do", "save"}, {"name", "x"}, {"q", "strike"}}, "wrong").status == 403);
    CHECK(has(saved.page("/saved"), "None is saved"));
    CHECK(respond(saved.site, asked_for("/saved?do=save&name=x&q=strike")).status == 200);
    CHECK(has(saved.page("/saved"), "None is saved"));
}

}  // namespace dateline::web
