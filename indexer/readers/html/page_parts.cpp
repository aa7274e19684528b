// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/readers/html/element_names.h"

namespace dateline {

namespace {

using enum PagePart;

struct Word {
    std::string_view word;
    PagePart part = boilerplate;
};

template <std::size_t Size>
constexpr std::array<Word, Size> sorted(std::array<Word, Size> words) {
    std::ranges::sort(words, {}, &Word::word);
    return words;
}

template <std::size_t Size>
const Word* find_word(const std::array<Word, Size>& table, std::string_view word) {
    const auto found = std::ranges::lower_bound(table, word, {}, &Word::word);
    return found != table.end() && found->word == word ? &*found : nullptr;
}

constexpr auto elements = sorted(std::to_array<Word>({
    {"aside"},
    {"figcaption"},
    {"footer"},
    {"form"},
    {"nav"},
    {"dialog"},
    {"audio", no_text},
    {"button", no_text},
    {"canvas", no_text},
    {"head", no_text},
    {"iframe", no_text},
    {"input", no_text},
    {"label", no_text},
    {"map", no_text},
    {"noscript"},
    {"object", no_text},
    {"script", no_text},
    {"select", no_text},
    {"style", no_text},
    {"svg", no_text},
    {"template", no_text},
    {"textarea", no_text},
    {"title", no_text},
    {"video", no_text},
}));

constexpr auto roles = sorted(std::to_array<Word>({
    {"navigation"},
    {"banner"},
    {"contentinfo"},
    {"complementary"},
    {"search"},
    {"dialog"},
    {"menu"},
    {"toolbar"},
    {"alert"},
}));

// Words of class and id; a name like `article__share-bar` or `relatedArticles` has several.
constexpr auto words = sorted(std::to_array<Word>({
    {"ad"},
    {"ads"},
    {"advert"},
    {"advertisement"},
    {"affiliate"},
    {"alert"},
    {"author"},
    {"authors"},
    {"banner"},
    {"bio"},
    {"breadcrumb"},
    {"breadcrumbs"},
    {"button"},
    {"buttons"},
    {"buybox"},
    {"byline"},
    {"callout"},
    {"caption"},
    {"carousel"},
    {"categories"},
    {"catlinks"},
    {"cmp"},
    {"cmp2"},
    {"colophon"},
    {"consent"},
    {"cookie"},
    {"cookies"},
    {"copyright"},
    {"credit"},
    {"credits"},
    {"cta"},
    {"date"},
    {"datetime"},
    {"dialog"},
    {"didomi"},
    {"disclaimer"},
    {"donate"},
    {"dropdown"},
    {"footer"},
    {"gallery"},
    {"gdpr"},
    {"hidden"},
    {"hide"},
    {"imagedescription"},
    {"legend"},
    {"login"},
    {"logo"},
    {"masthead"},
    {"menu"},
    {"meta"},
    {"metadata"},
    {"modal"},
    {"nav"},
    {"navbar"},
    {"navigation"},
    {"newsletter"},
    {"newsletters"},
    {"noprint"},
    {"notice"},
    {"onetrust"},
    {"pager"},
    {"pagination"},
    {"paywall"},
    {"popover"},
    {"popup"},
    {"print"},
    {"promo"},
    {"rating"},
    {"regwall"},
    {"share"},
    {"sharing"},
    {"sidebar"},
    {"signup"},
    {"slider"},
    {"social"},
    {"submenu"},
    {"subscribe"},
    {"subscription"},
    {"tags"},
    {"taxonomy"},
    {"textwidget"},
    {"time"},
    {"timestamp"},
    {"tinypass"},
    {"toc"},
    {"toolbar"},
    {"tooltip"},
    {"usercentrics"},
    {"akismet", others_text},
    {"comment", others_text},
    {"commentform", others_text},
    {"commentlist", others_text},
    {"comments", others_text},
    {"disqus", others_text},
    {"kommentare", others_text},
    {"outbrain", others_text},
    {"recent", others_text},
    {"recirc", others_text},
    {"recirculation", others_text},
    {"recommendations", others_text},
    {"recommended", others_text},
    {"related", others_text},
    {"relatedlinks", others_text},
    {"relatedposts", others_text},
    {"reply", others_text},
    {"respond", others_text},
    {"sponsored", others_text},
    {"taboola", others_text},
    {"teaser", others_text},
    {"teasers", others_text},
    {"trending", others_text},
    {"yarpp", others_text},
}));

constexpr bool is_container(std::string_view name) {
    return name == "html" || name == "body" || name == "article" || name == "main";
}

/// "has-comments", "comments-open", "no-sidebar": how the page is laid out, not what the element
/// is.
bool is_state(std::string_view token) {
    constexpr auto begins = std::to_array<std::string_view>({"has-", "no-", "with-", "without-"});
    constexpr auto ends =
        std::to_array<std::string_view>({"-open", "-closed", "-enabled", "-disabled"});
    return std::ranges::any_of(begins, [&](auto sign) { return token.starts_with(sign); }) ||
           std::ranges::any_of(ends, [&](auto sign) { return token.ends_with(sign); });
}

/// "hidden", but not "label-hidden" and "hidden-xs": part of an element or of its readers.
bool hides_all(std::string_view token) {
    constexpr auto names =
        std::to_array<std::string_view>({"hidden", "is-hidden", "visually-hidden", "hide"});
    return std::ranges::find(names, token) != names.end();
}

void add(std::vector<NamedPart>& parts, const Word* word) {
    if (word == nullptr) return;
    const NamedPart part{word->part, word->word};
    if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
}

void add_parts_of_token(std::string_view token, std::vector<NamedPart>& parts) {
    if (is_state(token)) return;
    for_each_name_word(token, [&](std::string_view name) {
        if ((name == "hidden" || name == "hide") && !hides_all(token)) return;
        add(parts, find_word(words, name));
    });
}

// A message of a social network that is embedded is a quotation.
void add_parts_of_names(std::string_view names, std::vector<NamedPart>& parts) {
    constexpr std::string_view blanks = " \t\n";
    const bool embedded = names.find("embed") != names.npos;
    const std::size_t before = parts.size();
    for (std::size_t at = names.find_first_not_of(blanks); at < names.size();) {
        const std::size_t end = std::min(names.find_first_of(blanks, at), names.size());
        add_parts_of_token(names.substr(at, end - at), parts);
        at = std::min(names.find_first_not_of(blanks, end), names.size());
    }
    if (embedded)
        parts.erase(std::remove(parts.begin() + static_cast<std::ptrdiff_t>(before), parts.end(),
                                NamedPart{boilerplate, "social"}),
                    parts.end());
}

bool is_hidden(const xmlNode* node) {
    std::string style = attribute(node, "style");
    std::erase(style, ' ');
    return attribute(node, "aria-hidden") == "true" || has_attribute(node, "hidden") ||
           style.find("display:none") != style.npos ||
           style.find("visibility:hidden") != style.npos;
}

}  // namespace

std::vector<NamedPart> named_parts(const xmlNode* node) {
    std::vector<NamedPart> parts;
    const std::string_view name = element_name(node);
    if (name.empty()) return parts;
    // What a page's own components show, as a browser wrote it down.
    if (name == "template" &&
        (has_attribute(node, "shadowrootmode") || has_attribute(node, "shadowroot")))
        return parts;
    const Word* element = find_word(elements, name);
    add(parts, element);
    if ((element != nullptr && element->part == no_text) || is_container(name) ||
        node->properties == nullptr)
        return parts;
    if (is_hidden(node)) {
        parts.push_back({boilerplate, "hidden"});
        return parts;
    }
    add(parts, find_word(roles, attribute(node, "role")));
    if (attribute(node, "itemtype").ends_with("Comment")) parts.push_back({others_text, "comment"});
    add_parts_of_names(attribute(node, "class"), parts);
    add_parts_of_names(attribute(node, "id"), parts);
    return parts;
}

PagePart strongest(const std::vector<NamedPart>& parts) {
    PagePart part = content;
    for (const NamedPart& each : parts) part = std::max(part, each.part);
    return part;
}

bool is_furniture(std::string_view name) {
    constexpr auto names = std::to_array<std::string_view>(
        {"alert",   "cmp",        "cmp2",         "consent",  "contentinfo", "cookie",
         "cookies", "dialog",     "didomi",       "footer",   "gdpr",        "hidden",
         "modal",   "newsletter", "onetrust",     "paywall",  "popup",       "regwall",
         "signup",  "subscribe",  "subscription", "tinypass", "usercentrics"});
    return std::ranges::binary_search(names, name);
}

}  // namespace dateline
