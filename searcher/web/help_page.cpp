// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/help_page.h"

#include <fmt/format.h>

#include <array>

#include "common/ascii.h"
#include "searcher/cli/query_manual.h"
#include "searcher/render/html_parts.h"
#include "searcher/web/frame.h"
#include "searcher/web/keys.h"

namespace dateline::web {
namespace {

constexpr std::array<std::array<const char*, 2>, 10> keys{{
    {"Ctrl+K or /", "to the box"},
    {"j, k", "the next hit, the one before"},
    {"Enter or o", "open the hit"},
    {"n, p", "the next match in an article, the one before"},
    {"u", "from an article back to the list"},
    {"[, ]", "the hit before this article, the next one"},
    {"t", "to the timeline"},
    {"e", "the exports"},
    {"?", "this page"},
    {"Esc", "out of the box"},
}};

/// "WORDS" -> "Words"
std::string heading(std::string_view text) {
    std::string made(text);
    for (std::size_t i = 1; i < made.size(); ++i) made[i] = ascii::lower(made[i]);
    return escape_html(made);
}

std::string section(const Section& one) {
    std::string html = "<section><h2>" + heading(one.heading) + "</h2>\n";
    for (const std::string_view paragraph : one.paragraphs)
        html += "<p>" + escape_html(paragraph) + "</p>\n";
    html += "<dl class=\"asked\">\n";
    for (const Entry& entry : one.entries) {
        const std::string name = "<code>" + escape_html(entry.name) + "</code>";
        html += fmt::format(
            "<dt>{}</dt><dd>{}</dd>\n",
            one.has_queries ? anchor(address_of("/search", {{"q", entry.name}}), name) : name,
            escape_html(entry.text));
    }
    return html + "</dl></section>\n";
}

std::string keys_section(const Site& site, const Frame& frame) {
    std::string html = "<section id=\"keys\"><h2>Keys</h2>\n<dl class=\"asked\">\n";
    for (const auto& [key, text] : keys)
        html += fmt::format("<dt><kbd>{}</kbd></dt><dd>{}</dd>\n", key, text);
    html += fmt::format(
        "</dl>\n<form method=\"post\" action=\"/keys\"><p>Single keys are {}; they need the page's "
        "script. <input type=\"hidden\" name=\"token\" value=\"{}\"><button name=\"keys\" "
        "value=\"{}\">Switch them {}</button></p></form>\n",
        frame.keys ? "on" : "off", escape_html(site.secrets.token), frame.keys ? "off" : "on",
        frame.keys ? "off" : "on");
    return html + "</section>\n";
}

/// Parameters of an address: what the options of the command line are.
std::string parameters_section() {
    std::string html =
        "<section><h2>Addresses</h2>\n<p>A page's address is its search: q is the query, and the "
        "other parameters are options of dateline-search. It can be edited, kept as a bookmark "
        "and opened again.</p>\n<dl class=\"asked\">\n";
    constexpr std::array examples{"q=grain+deal", "q=pentagon&outlet=npr&since=2026-02",
                                  "since=2026-02-26&sort=oldest", "q=grain&passages=3&limit=50"};
    for (const char* example : examples)
        html += fmt::format("<dt>{}</dt><dd></dd>\n",
                            anchor(fmt::format("/search?{}", example),
                                   "<code>?" + escape_html(example) + "</code>"));
    return html + "</dl></section>\n";
}

}  // namespace

Response help_page(const Site& site, const Request& request) {
    Frame frame;
    frame.title = "What can be asked";
    tell_keys(site, request, frame);
    const Program manual = query_manual();
    std::string sections;
    for (const Section& one : manual.sections) sections += section(one);
    frame.main = "<main id=\"content\" class=\"help\">\n<h1>What can be asked</h1>\n" + sections +
                 parameters_section() + keys_section(site, frame) + "</main>\n";
    Response response;
    response.body = page(frame);
    return response;
}

}  // namespace dateline::web
