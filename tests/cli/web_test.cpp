// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-web as a browser, and whoever else can reach its port, meets it.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <regex>
#include <thread>
#include <vector>

#include "tests/cli/web_server.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// The ids of the hits of a page, in their order.
std::vector<std::string> ids_of(const std::string& page) {
    static const std::regex hit("<li class=\"hit\" id=\"([^\"]*)\"");
    std::vector<std::string> ids;
    for (std::sregex_iterator at(page.begin(), page.end(), hit), end; at != end; ++at)
        ids.push_back((*at)[1]);
    return ids;
}

void is_safe(const Answer& answer) {
    for (const char* header :
         {"Content-Security-Policy: default-src 'none'", "Cache-Control: no-store",
          "Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff",
          "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin"}) {
        CAPTURE(header);
        CHECK(has(answer.head, header));
    }
}

struct Archive {
    Archive() {
        sandbox.copy_corpus("corpus");
        REQUIRE(sandbox.index({"corpus"}).status == 0);
    }
    Sandbox sandbox;
};

}  // namespace

TEST_CASE("the page has the hits of the shell, and an export is what it prints") {
    const Archive archive;
    const WebServer server(archive.sandbox);
    for (const char* query : {"pentagon", "threat*", "hegseth+w/8+(threaten+OR+blacklist)"}) {
        CAPTURE(query);
        std::string typed(query);
        std::ranges::replace(typed, '+', ' ');
        const Answer page = server.get(std::string("/search?q=") + query);
        CHECK(page.status == 200);
        is_safe(page);
        const auto json = nlohmann::json::parse(
            archive.sandbox.search({"--json", "--copies", "fold", typed}).out);
        std::vector<std::string> ids;
        for (const auto& hit : json["hits"]) ids.push_back(hit["id"]);
        CHECK(ids_of(page.body) == ids);
        const Answer csv = server.get(std::string("/export?format=csv&q=") + query);
        CHECK(csv.body == archive.sandbox.search({"--format", "csv", "-n0", typed}).out);
    }
}

TEST_CASE("bytes that are no request get an answer, as safe as any") {
    const Archive archive;
    const WebServer server(archive.sandbox);
    const std::string host = "Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n";
    struct {
        std::string bytes;
        int status;
    } const rows[] = {
        {"nonsense\r\n\r\n", 400},
        {"GET / HTTP/9.9\r\n" + host + "\r\n", 400},
        {"GET http://127.0.0.1/ HTTP/1.1\r\n" + host + "\r\n", 400},
        {"GET /%zz HTTP/1.1\r\n" + host + "\r\n", 400},
        {"GET / HTTP/1.1\r\n" + host + host + "\r\n", 400},
        {"GET / HTTP/1.1\r\n" + host + "X: " + std::string(9000, 'a') + "\r\n\r\n", 431},
        {"GET /?q=" + std::string(9000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 431},
        {server.head("/keys", "POST") + "Content-Length: 10000\r\n\r\n", 413},
        {server.head("/keys", "POST") + "Content-Length: 10\r\n\r\ntoken=abcd", 403},
        {server.head("/", "PUT") + "Content-Length: 0\r\n\r\n", 405},
        {"GET / HTTP/1.1\r\n" + host + "\r\n", 403},
        {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403},
        {"GET / HTTP/1.1\r\n\r\n", 403},
    };
    for (const auto& row : rows) {
        CAPTURE(row.bytes.substr(0, 80));
        const Connection connection(server.port());
        connection.send(row.bytes);
        connection.send_no_more();
        const Answer answer = parse_answer(connection.read_to_end());
        CHECK(answer.status == row.status);
        is_safe(answer);
    }
    CHECK(server.get("/").status == 200);
}

TEST_CASE("requests in one go are answered in their order, and heads without bodies") {
    const Archive archive;
    const WebServer server(archive.sandbox);
    const Connection connection(server.port());
    connection.send(server.head("/help", "HEAD") + "\r\n" + server.head("/search?q=pentagon") +
                    "\r\n" + server.head("/nothing") + "Connection: close\r\n\r\n");
    const std::string bytes = connection.read_to_end();
    const std::size_t second = bytes.find("HTTP/1.1 ", 5);
    const std::size_t third = bytes.find("HTTP/1.1 ", second + 5);
    CHECK(parse_answer(bytes).status == 200);
    CHECK_FALSE(has(bytes.substr(0, second), "<html"));
    CHECK(has(parse_answer(bytes.substr(second)).body, "pentagon"));
    CHECK(parse_answer(bytes.substr(third)).status == 404);
}

TEST_CASE("clients that stop half-way or go keep nobody from an answer") {
    const Archive archive;
    const WebServer server(archive.sandbox);
    std::vector<std::unique_ptr<Connection>> waiting;
    for (int i = 0; i < 40; ++i) {
        waiting.push_back(std::make_unique<Connection>(server.port()));
        waiting.back()->send(i % 2 == 0 ? "" : server.head("/search?q=pentagon").substr(0, 30));
    }
    CHECK(server.get("/search?q=pentagon").status == 200);
    waiting.clear();
    for (int i = 0; i < 100; ++i) {
        const Connection connection(server.port());
        if (i % 2 == 0) connection.reset_at_end();
        connection.send(server.head("/search?q=pentagon") + "\r\n");
    }
    CHECK(server.get("/search?q=pentagon").status == 200);
}

TEST_CASE("while the index changes, each page is of one state of it") {
    const Archive archive;
    archive.sandbox.write("more/a.txt", "Storks\n\nStorks were seen at the harbour.\n");
    REQUIRE(archive.sandbox.index({"more"}).status == 0);
    const WebServer server(archive.sandbox);
    std::thread changes([&] {
        for (int i = 0; i < 6; ++i) {
            archive.sandbox.write("more/" + std::to_string(i) + ".txt",
                                  "Storks\n\nStorks number " + std::to_string(i) + " flew off.\n");
            archive.sandbox.index(i % 2 == 0 ? std::vector<std::string>{}
                                             : std::vector<std::string>{"--rebuild"});
        }
    });
    int last = 1;
    static const std::regex number("<strong>([0-9]+) article");
    for (int i = 0; i < 60; ++i) {
        const Answer page = server.get("/search?q=storks&copies=show");
        REQUIRE(page.status == 200);
        std::smatch found;
        REQUIRE(std::regex_search(page.body, found, number));
        const int now = std::stoi(found[1]);
        CHECK(now >= last);
        CHECK(ids_of(page.body).size() == static_cast<std::size_t>(now));
        last = now;
    }
    changes.join();
    CHECK(has(server.get("/search?q=storks&copies=show").body, "<strong>7 articles</strong>"));
}

TEST_CASE("a damaged index is one answer less, and the server goes on") {
    const Archive archive;
    const WebServer server(archive.sandbox);
    CHECK(server.get("/search?q=pentagon").status == 200);
    const fs::path good = archive.sandbox.path() / "index";
    const fs::path kept = archive.sandbox.path() / "kept";
    fs::copy(good, kept, fs::copy_options::recursive);
    for (const auto& entry : fs::recursive_directory_iterator(good))
        if (entry.path().extension() == ".glass") fs::resize_file(entry.path(), 3000);
    const Answer damaged = server.get("/search?q=pentagon");
    CHECK(damaged.status >= 500);
    CHECK(has(damaged.body, "dateline-index"));
    is_safe(damaged);
    fs::remove_all(good);
    const Answer missing = server.get("/search?q=pentagon");
    CHECK(missing.status == 503);
    fs::rename(kept, good);
    CHECK(server.get("/search?q=pentagon").status == 200);
}

TEST_CASE("the key is asked for, stays for the next run, and is nobody else's to read") {
    const Archive archive;
    std::string key;
    {
        WebServer server(archive.sandbox);
        key = server.key();
        const Connection connection(server.port());
        connection.send("GET /?key=" + key + " HTTP/1.1\r\nHost: localhost:" +
                        std::to_string(server.port()) + "\r\nConnection: close\r\n\r\n");
        const Answer answer = parse_answer(connection.read_to_end());
        CHECK(answer.status == 303);
        CHECK(has(answer.head, "Location: /\r\n"));
        CHECK(has(answer.head, "HttpOnly; SameSite=Strict"));
        CHECK(server.end(SIGTERM) == 0);
    }
    WebServer again(archive.sandbox);
    CHECK(again.key() == key);
    struct stat facts {};
    CHECK(stat((archive.sandbox.path() / "state/dateline/web-key").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    CHECK(again.end(SIGINT) == 0);
}

TEST_CASE("the browser is opened by a page of a file, and outlives the server without its port") {
    const Archive archive;
    archive.sandbox.write(
        "browser", "#!/bin/sh\ncp \"$1\" opened.part\nmv opened.part opened\nexec sleep 20\n");
    const fs::path browser = archive.sandbox.path() / "browser";
    fs::permissions(browser, fs::perms::owner_all);
    WebServer server(archive.sandbox, browser.string());
    for (int i = 0; i < 1000 && !fs::exists(archive.sandbox.path() / "opened"); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const std::string opened = archive.sandbox.read("opened");
    CHECK(
        has(opened, "http://127.0.0.1:" + std::to_string(server.port()) + "/?key=" + server.key()));
    struct stat facts {};
    const fs::path page =
        archive.sandbox.path() / ("state/dateline/open-" + std::to_string(server.port()) + ".html");
    CHECK(stat(page.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    const std::uint16_t port = server.port();
    CHECK(server.end(SIGINT) == 0);
    CHECK_THROWS(Connection(port));
}

TEST_CASE("what keeps it from starting is said, with what to do") {
    const Archive archive;
    const WebServer server(archive.sandbox);
    const Output taken =
        archive.sandbox.run(DATELINE_WEB_PROGRAM, {"--port", std::to_string(server.port())});
    CHECK(taken.status == 2);
    CHECK(has(taken.err, "is taken"));
    CHECK(has(taken.err, "--port 0"));
    const Output missing =
        archive.sandbox.run(DATELINE_WEB_PROGRAM, {"--port", "0", "--index", "nowhere"});
    CHECK(missing.status == 2);
    CHECK(has(missing.err, "dateline-index"));
    CHECK(archive.sandbox.run(DATELINE_WEB_PROGRAM, {"pentagon"}).status == 2);
    CHECK(archive.sandbox.run(DATELINE_WEB_PROGRAM, {"--port", "99999"}).status == 2);
    CHECK(archive.sandbox.run(DATELINE_WEB_PROGRAM, {"--prot", "1"}).status == 2);
    CHECK(archive.sandbox.run(DATELINE_WEB_PROGRAM, {"--help"}).status == 0);
}

}  // namespace dateline::cli
