// SPDX-License-Identifier: GPL-2.0-or-later
// Newsletters saved as mail: who sent it, when, the subject, and the text part, or the HTML part
// where that says more.
#include <algorithm>
#include <array>
#include <optional>

#include "common/text_parts.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/html/html_text.h"
#include "indexer/readers/mail/mime.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

struct Bodies {
    std::optional<MailPart> text;
    std::optional<MailPart> html;
};

// The first part of each kind that is no attachment.
void find_bodies(const MailPart& part, int depth, Bodies& bodies) {
    constexpr int deepest = 8;
    const std::string_view type = header(part, "content-type");
    const std::string kind = type.empty() ? "text/plain" : media_type(type);
    if (kind.starts_with("multipart/")) {
        if (depth >= deepest) return;
        for (const MailPart& inner : split_parts(part, parameter(type, "boundary"))) {
            find_bodies(inner, depth + 1, bodies);
        }
        return;
    }
    if (header(part, "content-disposition").starts_with("attachment")) return;
    if (kind == "text/plain" && !bodies.text) bodies.text = part;
    if (kind == "text/html" && !bodies.html) bodies.html = part;
}

// Lines are the file's only where the body stands in it as it is.
std::uint32_t first_line(const MailPart& part) {
    const std::string_view coding = header(part, "content-transfer-encoding");
    const bool coded = coding.starts_with("base64") || coding.starts_with("quoted");
    return coded ? 0 : part.body_line;
}

/// Bytes of the lines that are long enough for sentences: menus have none.
std::size_t prose_bytes(std::string_view text) {
    constexpr std::size_t shortest = 80;
    std::size_t sum = 0;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (line.size() >= shortest) sum += line.size();
    }
    return sum;
}

/// A letter that is a whole page has a page's menus and footers. Where little of its prose is left
/// without them, they were none.
void take_page_text(const std::string& html, RawArticle& article) {
    Reading page = read_web_page(html);
    if (page.articles.empty() || page.articles[0].text.empty()) return;
    if (prose_bytes(page.articles[0].text) * 3 < prose_bytes(article.text)) return;
    RawArticle& found = page.articles[0];
    article.text = std::move(found.text);
    article.heading = std::move(found.heading);
    article.lines.clear();
    for (RawField& field : found.fields) {
        const bool address = field.key == "canonical" || field.key == "og:url";
        if (!address) continue;
        field.line = 0;
        article.fields.push_back(std::move(field));
    }
}

void set_text(RawArticle& article, const Bodies& bodies) {
    TextBuilder builder;
    if (bodies.text) add_plain_text(builder, decoded_body(*bodies.text), first_line(*bodies.text));
    std::string page;
    if (bodies.html) {
        const std::string html = decoded_body(*bodies.html);
        TextBuilder all;
        HtmlText(all).add_markup(html, first_line(*bodies.html));
        // "Your program cannot show this message" is the text part of many.
        if (all.size() > 2 * builder.size()) {
            builder = std::move(all);
            if (begins_web_page(html)) page = html;
        }
    }
    builder.move_into(article);
    if (!page.empty()) take_page_text(page, article);
}

}  // namespace

Reading read_mail(std::string_view message) {
    constexpr auto names = std::to_array<std::string_view>(
        {"subject", "from", "date", "list-id", "archived-at", "content-language", "message-id"});
    std::uint32_t line = 1;
    if (message.starts_with("\xEF\xBB\xBF")) message.remove_prefix(3);
    if (message.starts_with("From ")) {  // of a mailbox file
        message.remove_prefix(std::min(message.find('\n'), message.size() - 1) + 1);
        ++line;
    }
    const MailPart part = split_mail(message, line);
    RawArticle article;
    for (const MailHeader& row : part.headers) {
        if (std::find(names.begin(), names.end(), row.name) == names.end()) continue;
        add_field_value(article.fields, row.name, row.line, row.value);
    }
    if (article.fields.empty()) return {{}, {{"", 0, "no mail headers", true}}};
    Bodies bodies;
    find_bodies(part, 0, bodies);
    set_text(article, bodies);
    return {{std::move(article)}, {}};
}

}  // namespace dateline
