// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/signatures.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/text_parts.h"

namespace dateline {

namespace {

constexpr std::size_t head_bytes = 4096;  // where a root element must stand

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool is_iso_day(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-dd";
    return text.size() == form.size() &&
           std::equal(form.begin(), form.end(), text.begin(), [](char wanted, char c) {
               return wanted == 'd' ? ascii::is_digit(c) : wanted == c;
           });
}

// Past blanks, declarations (<?xml ?>), comments and document types: where the first element
// begins.
std::string_view at_first_element(std::string_view text) {
    text = text.substr(0, head_bytes);
    for (;;) {
        const std::size_t begin = text.find_first_not_of(" \t\n");
        if (begin == std::string_view::npos) return {};
        text.remove_prefix(begin);
        std::string_view end;
        if (text.starts_with("<!--")) {
            end = "-->";
        } else if (text.starts_with("<?")) {
            end = "?>";
        } else if (text.starts_with("<!") && !ascii::starts_with_word(text, "<!doctype html")) {
            // A document type may declare entities between brackets.
            end = text.find('[') < text.find('>') ? "]>" : ">";
        } else {
            return text;
        }
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos) return {};
        text.remove_prefix(at + end.size());
    }
}

}  // namespace

std::optional<DateHeader> date_header(std::string_view text) {
    constexpr std::string_view word = "date";
    std::size_t at = 0;
    const auto skip_blanks = [&] {
        const std::size_t begin = at;
        while (at < text.size() && is_blank(text[at])) ++at;
        return at > begin;
    };
    if (!skip_blanks() || text.substr(at, word.size()) != word) return std::nullopt;
    at += word.size();
    if (!skip_blanks()) return std::nullopt;
    const std::string_view date = text.substr(at, 10);
    if (!is_iso_day(date)) return std::nullopt;
    at += date.size();
    if (at < text.size() && text[at] != '\n' && !skip_blanks()) return std::nullopt;
    return DateHeader{date, at};
}

bool begins_front_matter(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\n");
    // The marker itself stands at the beginning of its line.
    if (begin == std::string_view::npos || (begin > 0 && text[begin - 1] != '\n')) return false;
    text.remove_prefix(begin);
    const std::string_view line = ascii::trim(text.substr(0, text.find('\n')));
    return line == "---" || line == "+++";
}

bool begins_web_page(std::string_view text) {
    constexpr std::array<std::string_view, 4> roots = {"<!doctype html", "<html", "<head", "<body"};
    const std::string_view element = at_first_element(text);
    return std::any_of(roots.begin(), roots.end(), [&](std::string_view root) {
        return ascii::starts_with_word(element, root);
    });
}

bool begins_feed(std::string_view text) {
    constexpr std::array<std::string_view, 3> roots = {"<rss", "<feed", "<rdf:rdf"};
    const std::string_view element = at_first_element(text);
    return std::any_of(roots.begin(), roots.end(), [&](std::string_view root) {
        return ascii::starts_with_word(element, root);
    });
}

std::string_view root_element_name(std::string_view text) {
    std::string_view element = at_first_element(text);
    if (!element.starts_with('<')) return {};
    element.remove_prefix(1);
    element = element.substr(0, element.find_first_of(" \t\n/>"));
    return element.substr(element.find(':') + 1);
}

namespace {

struct MailHeaders {
    bool from = false;
    bool topic = false;
    bool mail = false;  ///< one that nothing else has
};

MailHeaders mail_headers(std::string_view text) {
    constexpr std::array<std::string_view, 6> only_mail = {
        "received", "mime-version", "message-id", "return-path", "delivered-to", "content-type"};
    MailHeaders found;
    text = text.substr(0, 4 * head_bytes);
    if (text.starts_with("From "))
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    while (!text.empty() && text.front() != '\n') {
        const std::string_view line = take_line(text);
        if (is_blank(line.front())) continue;  // the line before goes on
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != line.npos) break;
        const std::string_view name = line.substr(0, colon);
        const auto is_name = [&](std::string_view other) {
            return ascii::equal_ignoring_case(name, other);
        };
        found.from = found.from || is_name("from");
        found.topic = found.topic || is_name("subject") || is_name("date");
        found.mail = found.mail || std::any_of(only_mail.begin(), only_mail.end(), is_name);
    }
    return found;
}

}  // namespace

bool begins_mail(std::string_view text) {
    const MailHeaders found = mail_headers(text);
    return found.from && found.topic && found.mail;
}

bool begins_enveloped_mail(std::string_view text) {
    const MailHeaders found = mail_headers(text);
    return found.from && found.topic;
}

bool begins_json_lines(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos || text[begin] != '{') return false;
    text.remove_prefix(begin);
    const std::string_view line = ascii::trim(text.substr(0, text.find('\n')));
    const std::size_t quote = line.find_first_not_of(" \t", 1);
    return quote != std::string_view::npos && (line[quote] == '"' || line[quote] == '}') &&
           (line.back() == '}' || line.size() == ascii::trim(text).size());
}

}  // namespace dateline
