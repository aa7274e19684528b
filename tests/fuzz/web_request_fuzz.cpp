// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a request: `METHOD TARGET`, lines `Name: value`, an empty line, a body. What is
// answered, to whoever asks, is a page without a tag that nobody wrote, and no header that is two.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/web/routes.h"
#include "searcher/web/worker.h"
#include "tests/unit/strict_html.h"

namespace {

using namespace dateline::web;

constexpr const char* key = "0123456789abcdef0123456789abcdef";

const Site& site() {
    static const Site made = [] {
        Site site;
        site.arguments = {"--index=/nowhere/at/all", "--no-config"};
        site.secrets = {7857, key, "fedcba9876543210fedcba9876543210"};
        site.today = [] { return *dateline::make_day(2026, 3, 1); };
        return site;
    }();
    return made;
}

std::string_view take_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

void check(const Response& response) {
    if (response.status < 200 || response.status > 599) std::abort();
    for (const auto& [name, value] : response.headers) {
        if ((name + value).find_first_of(std::string("\r\n\0", 3)) != std::string::npos)
            std::abort();
        if (name == "Location" && (!value.starts_with("/") || value.starts_with("//")))
            std::abort();
    }
    if (unpack(pack(response)) != response) std::abort();
    if (!response.type.starts_with("text/html")) return;
    const dateline::StrictHtml page(response.body);
    if (!page.fault().empty() || !page.unsafe().empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    std::string_view rest = bytes;
    const std::string_view first = take_line(rest);
    const std::size_t blank = std::min(first.find(' '), first.size());
    std::vector<Header> headers;
    for (std::string_view line = take_line(rest); !line.empty(); line = take_line(rest)) {
        const std::size_t colon = std::min(line.find(": "), line.size());
        headers.emplace_back(line.substr(0, colon), line.substr(std::min(colon + 2, line.size())));
    }
    auto request = read_request(first.substr(0, blank),
                                first.substr(std::min(blank + 1, first.size())), headers, rest);
    if (!request) return 0;
    check(respond(site(), *request));
    request->headers["host"] = "127.0.0.1:7857";
    request->headers["cookie"] = std::string("dateline-key-7857=") + key;
    request->headers.erase("sec-fetch-site");
    check(respond(site(), *request));
    request->method = "GET";
    check(respond(site(), *request));
    return 0;
}
