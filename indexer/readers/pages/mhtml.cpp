// SPDX-License-Identifier: GPL-2.0-or-later
// Web archives of browsers (.mht, .mhtml): mail with the page as its first part and all that the
// page loads as the others. The mail's date is the day of saving.
#include "indexer/readers/pages/mhtml.h"

#include <algorithm>

#include "common/ascii.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/mail/mime.h"
#include "indexer/readers/pages/page_address.h"
#include "indexer/readers/pages/single_file.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

std::string kind_of(const MailPart& part) {
    return media_type(header(part, "content-type"));
}

bool is_page(const MailPart& part) {
    const std::string kind = kind_of(part);
    return kind == "text/html" || kind == "application/xhtml+xml";
}

/// The part that the message names as its root, else the first page.
const MailPart* root_part(const std::vector<MailPart>& parts, const std::string& start) {
    for (const MailPart& part : parts)
        if (!start.empty() && header(part, "content-id") == start && is_page(part)) return &part;
    const auto page = std::ranges::find_if(parts, is_page);
    return page == parts.end() ? nullptr : &*page;
}

std::string_view address_of(const MailPart& message, const MailPart& page) {
    for (const std::string_view url :
         {header(message, "snapshot-content-location"), header(page, "content-location"),
          header(message, "content-location")})
        if (ascii::starts_ignoring_case(url, "http")) return url;
    return {};
}

/// Lines are the file's only where the page stands in it as it is.
void place_lines(Reading& reading, const MailPart& page) {
    const std::string coding = ascii::lowered(header(page, "content-transfer-encoding"));
    if (coding.starts_with("base64") || coding.starts_with("quoted")) {
        forget_lines(reading);
        return;
    }
    for (RawArticle& article : reading.articles)
        for (LineMark& mark : article.lines) mark.line += page.body_line - 1;
}

}  // namespace

bool begins_mhtml(std::string_view text) {
    constexpr std::size_t head_bytes = 16 * 1024;
    text = text.substr(0, head_bytes);
    if (text.empty() || text.front() == '\n' || text.find(':') > text.find('\n')) return false;
    const MailPart head = split_mail(text, 1);
    const std::string_view type = header(head, "content-type");
    if (media_type(type) != "multipart/related") return false;
    if (!header(head, "snapshot-content-location").empty()) return true;
    if (header(head, "from").starts_with("<Saved by")) return true;
    // A letter goes to somebody; a newsletter's first part has two versions of its text.
    const std::string root = ascii::lowered(parameter(type, "type"));
    return header(head, "to").empty() && header(head, "received").empty() &&
           header(head, "message-id").empty() && (root.empty() || root == "text/html");
}

Reading read_mhtml(std::string_view bytes) {
    const MailPart message = split_mail(bytes, 1);
    const std::string_view type = header(message, "content-type");
    const std::vector<MailPart> parts = is_page(message)
                                            ? std::vector<MailPart>{message}
                                            : split_parts(message, parameter(type, "boundary"));
    const MailPart* page = root_part(parts, parameter(type, "start"));
    if (page == nullptr) return {{}, {{"", 0, "a web archive without a page in it", true}}};
    const std::string html = decoded_body(*page);
    Reading reading = read_web_page(without_attachments(html));
    place_lines(reading, *page);
    state_address(reading, address_of(message, *page));
    for (RawArticle& article : reading.articles)
        add_field_value(article.fields, "subject", 0, header(message, "subject"));
    return reading;
}

}  // namespace dateline
