// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/frame.h"

#include <fmt/format.h>

#include "searcher/render/html_parts.h"
#include "searcher/web/parameters.h"

namespace dateline::web {
namespace {

std::string document(const std::string& title, const std::string& more_head,
                     const std::string& body) {
    return fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
        "<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n"
        "<link rel=\"stylesheet\" href=\"/style.css\">\n{}</head>\n{}</html>\n",
        escape_html(title.empty() ? "Dateline" : title + " \u2014 Dateline"), more_head, body);
}

std::string box(const Frame& frame) {
    const Parameters others = without(frame.typed, {Role::query, Role::place, Role::explain});
    return fmt::format(
        "<form class=\"box\" role=\"search\" action=\"/search\">"
        "<input id=\"q\" name=\"q\" type=\"search\" value=\"{}\" aria-label=\"Search the archive\" "
        "placeholder=\"words, &quot;a phrase&quot;, rail w/5 (strike OR walkout)\" "
        "autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\">{}"
        "<button>Search</button></form>",
        escape_html(value_of(frame.typed, "q")), hidden_inputs(others));
}

}  // namespace

std::string anchor(const std::string& address, const std::string& html,
                   const std::string& attributes) {
    return fmt::format("<a href=\"{}\"{}{}>{}</a>", escape_html(address),
                       attributes.empty() ? "" : " ", attributes, html);
}

std::string hidden_inputs(const Parameters& parameters) {
    std::string html;
    for (const Parameter& parameter : parameters)
        html += fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                            escape_html(parameter.name), escape_html(parameter.value));
    return html;
}

std::string page(const Frame& frame) {
    const std::string body = fmt::format(
        "<body data-keys=\"{}\">\n<a class=\"skip\" href=\"#content\">To the content</a>\n"
        "<header>\n<a class=\"name\" href=\"/\">Dateline</a>\n{}\n{}</header>\n{}\n"
        "<footer>{}<span>{} \u00B7 {} \u00B7 {}</span></footer>\n</body>\n",
        frame.keys ? "on" : "off", box(frame), frame.head, frame.main, frame.foot,
        anchor("/saved", "saved searches"), anchor("/help", "what can be asked"),
        anchor("/help#keys", "keys"));
    return document(frame.title, "<script src=\"/page.js\" defer></script>\n", body);
}

std::string plain_page(const std::string& title, const std::string& what, const std::string& next) {
    return document(title, "",
                    fmt::format("<body class=\"plain\">\n<main id=\"content\">\n<h1>{}</h1>\n"
                                "<p>{}</p>\n<p>{}</p>\n<p>{}</p>\n</main>\n</body>\n",
                                escape_html(title), escape_html(what), escape_html(next),
                                anchor("/", "Dateline")));
}

std::string forwarding_page(const std::string& address) {
    const std::string refresh =
        fmt::format("<meta http-equiv=\"refresh\" content=\"0; url={}\">\n", escape_html(address));
    return document("", refresh,
                    fmt::format("<body class=\"plain\">\n<main id=\"content\"><p>{}</p></main>\n"
                                "</body>\n",
                                anchor(address, "Open the archive")));
}

}  // namespace dateline::web
