// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/hosts.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t longest_host = 253;  // RFC 1035

// Labels that name a form of a site, not another outlet.
constexpr std::array<std::string_view, 4> form_labels{"amp", "m", "mobile", "www"};

// Under these, every label before the last two or three is a publication of its own.
constexpr std::array<std::string_view, 18> blog_platforms{
    "beehiiv.com",    "blogspot.com",    "ghost.io",     "github.io",     "gitlab.io",
    "hatenablog.com", "livejournal.com", "medium.com",   "neocities.org", "netlify.app",
    "pages.dev",      "substack.com",    "tistory.com",  "tumblr.com",    "typepad.com",
    "vercel.app",     "wordpress.com",   "over-blog.com"};

// Where pages are kept for others.
constexpr std::array<std::string_view, 12> copy_keepers{
    "archive.fo", "archive.is",       "archive.li",     "archive.md",
    "archive.ph", "archive.today",    "archive.vn",     "web.archive.org",
    "perma.cc",   "ghostarchive.org", "freezepage.com", "webcache.googleusercontent.com"};

// Second-level labels under which countries register names: bbc.co.uk.
constexpr std::array<std::string_view, 14> public_labels{
    "ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "govt", "jus", "ne", "net", "or", "org"};

// Top-level domains that say what a body is, so they stay in its name.
constexpr std::array<std::string_view, 4> telling_domains{"edu", "gov", "int", "mil"};

// What newspapers' names end in; the longer before those they end with.
constexpr std::array<std::string_view, 36> name_endings{
    "advertiser",  "broadcasting", "bulletin",  "business", "chronicle", "courier",
    "dispatch",    "examiner",     "gazette",   "globe",    "guardian",  "herald",
    "independent", "insider",      "inquirer",  "journal",  "magazine",  "mirror",
    "monitor",     "news",         "observer",  "online",   "post",      "press",
    "radio",       "record",       "register",  "report",   "review",    "standard",
    "star",        "sun",          "telegraph", "times",    "today",     "tribune"};

template <std::size_t Size>
bool has(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_form_label(std::string_view label) {
    if (has(form_labels, label)) return true;
    // www1, www2
    return label.size() == 4 && label.starts_with("www") && ascii::is_digit(label[3]);
}

std::string capitalised(std::string_view words) {
    std::string result(words);
    bool at_start = true;
    for (char& c : result) {
        if (c == '-' || c == '_') c = ' ';
        if (at_start) c = ascii::upper(c);
        at_start = c == ' ';
    }
    return result;
}

/// "thefooherald" -> "The Foo Herald"; most other labels just get their capital.
std::string name_from_label(std::string_view label) {
    for (const std::string_view ending : name_endings) {
        if (!label.ends_with(ending) || label.size() < ending.size() + 3) continue;
        std::string_view start = label.substr(0, label.size() - ending.size());
        std::string name;
        if (start.starts_with("the") && start.size() >= 6) {
            name = "The ";
            start.remove_prefix(3);
        }
        name += capitalised(start);
        if (name.back() != ' ') name += ' ';
        name += capitalised(ending);
        return name;
    }
    return capitalised(label);
}

/// The last `count` labels of a host.
std::string_view last_labels(std::string_view host, int count) {
    std::size_t begin = host.size();
    for (int i = 0; i < count; ++i) {
        const auto dot = begin == 0 ? std::string_view::npos : host.rfind('.', begin - 1);
        if (dot == std::string_view::npos) return host;
        begin = dot;
    }
    return host.substr(begin + 1);
}

/// The part of a host that somebody registered: "bbc.co.uk" of "news.bbc.co.uk".
std::string_view registered_part(std::string_view host) {
    const std::string_view two = last_labels(host, 2);
    const std::string_view second = two.substr(0, two.find('.'));
    const bool country = two.size() - second.size() == 3;  // ".uk"
    return country && has(public_labels, second) ? last_labels(host, 3) : two;
}

/// The host that Google translates: "the--sun-co-uk.translate.goog" is "the-sun.co.uk".
std::string untranslated(std::string_view host) {
    constexpr std::string_view translator = ".translate.goog";
    if (!host.ends_with(translator)) return std::string(host);
    host.remove_suffix(translator.size());
    std::string result;
    for (std::size_t i = 0; i < host.size(); ++i) {
        const bool hyphen = host.substr(i, 2) == "--";
        result += host[i] == '-' && !hyphen ? '.' : host[i];
        if (hyphen) ++i;
    }
    return result;
}

}  // namespace

bool is_url(std::string_view text) {
    return ascii::starts_ignoring_case(text, "http://") ||
           ascii::starts_ignoring_case(text, "https://");
}

bool is_host(std::string_view text) {
    if (text.size() < 4 || text.size() > longest_host) return false;
    std::size_t label = 0;
    std::size_t dots = 0;
    bool letters_only = true;
    for (const char c : text) {
        if (c == '.') {
            if (label == 0) return false;
            label = 0;
            letters_only = true;
            ++dots;
            continue;
        }
        if (!ascii::is_letter(c) && !ascii::is_digit(c) && c != '-') return false;
        letters_only = letters_only && ascii::is_letter(c);
        ++label;
    }
    return dots > 0 && label >= 2 && letters_only;
}

std::string plain_host(std::string_view host) {
    while (!host.empty() && host.back() == '.') host.remove_suffix(1);
    std::string result = untranslated(ascii::lowered(host.substr(0, longest_host)));
    for (;;) {
        const auto dot = result.find('.');
        if (dot == std::string::npos || result.find('.', dot + 1) == std::string::npos) break;
        if (!is_form_label(std::string_view(result).substr(0, dot))) break;
        result.erase(0, dot + 1);
    }
    return result;
}

bool keeps_copies(std::string_view host) {
    return has(copy_keepers, host);
}

std::string host_of_url(std::string_view url) {
    if (!is_url(url)) return "";
    url.remove_prefix(url.find("//") + 2);
    const auto end = std::min(url.find_first_of("/?#\\"), url.size());
    std::string_view host = url.substr(0, end);
    if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    host = host.substr(0, host.find(':'));
    if (ascii::equal_ignoring_case(host, "web.archive.org")) {
        const auto inner = url.find("/http", end);
        // One level only: a page kept of a kept page is nobody's outlet.
        if (inner != std::string_view::npos && url.find("web.archive.org", inner) == url.npos) {
            return host_of_url(url.substr(inner + 1));
        }
    }
    const bool plain = std::ranges::all_of(host, [](char c) {
        return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c) || c == '-' ||
               c == '.' || c == '_';
    });
    return plain ? plain_host(host) : "";
}

std::string name_from_host(std::string_view host) {
    const std::string_view registered = registered_part(host);
    const auto first_dot = registered.find('.');
    if (first_dot == std::string_view::npos) return std::string(host);
    const auto sub_size = host.size() - registered.size();
    const std::string_view sub = sub_size > 1 ? host.substr(0, sub_size - 1) : "";
    const std::string_view nearest = sub.substr(sub.rfind('.') + 1);
    if (!sub.empty() && has(blog_platforms, registered)) return name_from_label(nearest);
    if (ascii::is_digit(registered.back())) return std::string(host);  // 192.0.2.1
    if (has(telling_domains, registered.substr(first_dot + 1))) {
        // Bodies of a state live on subdomains: 18f.gsa.gov.
        return sub.empty() || sub == "blog" ? capitalised(registered) : std::string(host);
    }
    std::string name = name_from_label(registered.substr(0, first_dot));
    if (nearest == "blog" || nearest == "blogs") name += " Blog";
    return name;
}

}  // namespace dateline
