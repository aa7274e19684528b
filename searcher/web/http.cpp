// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/http.h"

#include <algorithm>

#include "common/ascii.h"

namespace dateline::web {
namespace {

constexpr std::string_view hexadecimal = "0123456789ABCDEF";

std::optional<unsigned> digit(char c) {
    const std::size_t at = hexadecimal.find(ascii::upper(c));
    return at == hexadecimal.npos ? std::nullopt : std::optional(static_cast<unsigned>(at));
}

std::optional<std::string> decode(std::string_view text, bool plus_is_blank) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_blank) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return std::nullopt;
            const auto high = digit(text[i + 1]);
            const auto low = digit(text[i + 2]);
            if (!high || !low) return std::nullopt;
            out += static_cast<char>(*high * 16 + *low);
            i += 2;
        }
    }
    return out;
}

void encode(std::string_view text, std::string_view plain, std::string& out) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (ascii::is_letter(c) || ascii::is_digit(c) || plain.find(c) != plain.npos) {
            out += c;
        } else if (c == ' ' && plain.find('=') != plain.npos) {
            out += '+';
        } else {
            out += '%';
            out += hexadecimal[byte / 16];
            out += hexadecimal[byte % 16];
        }
    }
}

/// Of these a second one could tell one reader something else than another.
bool must_be_alone(std::string_view name) {
    constexpr std::string_view names[] = {"host", "origin", "sec-fetch-site", "content-type",
                                          "cookie"};
    return std::ranges::find(names, name) != std::end(names);
}

}  // namespace

std::string_view Request::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : found->second;
}

std::optional<Parameters> decode_parameters(std::string_view text) {
    Parameters parameters;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = decode(pair.substr(0, equals), true);
        auto value = decode(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value) return std::nullopt;
        parameters.push_back({std::move(*name), std::move(*value)});
    }
    return parameters;
}

std::string encode_parameters(const Parameters& parameters) {
    std::string out;
    for (const Parameter& parameter : parameters) {
        if (!out.empty()) out += '&';
        encode(parameter.name, "-_", out);
        out += '=';
        encode(parameter.value, "-._~:,/*=()@!$;?", out);
    }
    return out;
}

std::string encode_segment(std::string_view text) {
    std::string out;
    encode(text, "-._~:", out);
    return out;
}

std::string address_of(std::string_view path, const Parameters& parameters) {
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));  // "//x" is a host
    std::string address = "/";
    encode(path, "-._~:/", address);
    return parameters.empty() ? address : address + '?' + encode_parameters(parameters);
}

std::optional<Request> read_request(std::string_view method, std::string_view target,
                                    const std::vector<Header>& headers, std::string_view body) {
    if (!target.starts_with('/')) return std::nullopt;
    Request request;
    request.method = method;
    request.body = body;
    target = target.substr(0, target.find('#'));
    const std::size_t question = std::min(target.find('?'), target.size());
    auto path = decode(target.substr(0, question), false);
    auto parameters = decode_parameters(target.substr(std::min(question + 1, target.size())));
    if (!path || !parameters) return std::nullopt;
    if (std::ranges::any_of(*path, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return std::nullopt;
    request.path = std::move(*path);
    request.parameters = std::move(*parameters);
    for (const auto& [name, value] : headers) {
        std::string lower;
        for (const char c : name) lower += ascii::lower(c);
        const bool alone = must_be_alone(lower);
        if (!request.headers.emplace(std::move(lower), value).second && alone) return std::nullopt;
    }
    return request;
}

const std::vector<Header>& safety_headers() {
    static const std::vector<Header> headers{
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src "
         "'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
         "require-trusted-types-for 'script'; trusted-types 'none'"},
        {"Cache-Control", "no-store"},
        {"Referrer-Policy", "no-referrer"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"X-DNS-Prefetch-Control", "off"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
    };
    return headers;
}

Response redirect(std::string address) {
    Response response;
    response.status = 303;
    response.type = "text/plain; charset=utf-8";
    response.headers.emplace_back("Location", std::move(address));
    return response;
}

std::string_view reason_of(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 303:
            return "See Other";
        case 400:
            return "Bad Request";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 431:
            return "Request Header Fields Too Large";
        case 503:
            return "Service Unavailable";
        case 504:
            return "Gateway Timeout";
        default:
            return "Internal Server Error";
    }
}

}  // namespace dateline::web
