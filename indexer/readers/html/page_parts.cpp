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
PagePart part_of(const std::array<Word, Size>& table, std::string_view word) {
    const auto found = std::ranges::lower_bound(table, word, {}, &Word::word);
    return found != table.end() && found->word == word ? found->part : content;
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
    {"colophon"},
    {"cookie"},
    {"cookies"},
    {"copyright"},
    {"credit"},
    {"credits"},
    {"cta"},
    {"date"},
    {"datetime"},
    {"dialog"},
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
    {"pager"},
    {"pagination"},
    {"paywall"},
    {"popover"},
    {"popup"},
    {"print"},
    {"promo"},
    {"rating"},
    {"share"},
    {"sharing"},
    {"sidebar"},
    {"signup"},
    {"slider"},
    {"submenu"},
    {"subscribe"},
    {"subscription"},
    {"tags"},
    {"taxonomy"},
    {"textwidget"},
    {"time"},
    {"timestamp"},
    {"toc"},
    {"toolbar"},
    {"tooltip"},
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

PagePart part_of_names(std::string_view names) {
    PagePart part = content;
    bool social = false;
    bool embedded = false;
    for_each_name_word(names, [&](std::string_view word) {
        social = social || word == "social";
        embedded = embedded || word == "embed";
        part = std::max(part, part_of(words, word));
    });
    // A message of a social network that is embedded is a quotation.
    return social && !embedded ? std::max(part, boilerplate) : part;
}

bool is_hidden(const xmlNode* node) {
    std::string style = attribute(node, "style");
    std::erase(style, ' ');
    return attribute(node, "aria-hidden") == "true" || has_attribute(node, "hidden") ||
           style.find("display:none") != style.npos ||
           style.find("visibility:hidden") != style.npos;
}

}  // namespace

PagePart page_part(const xmlNode* node) {
    const std::string_view name = element_name(node);
    if (name.empty()) return content;
    const PagePart part = part_of(elements, name);
    if (part == no_text || is_container(name) || node->properties == nullptr) return part;
    if (is_hidden(node)) return std::max(part, boilerplate);
    return std::max({part, part_of(roles, attribute(node, "role")),
                     part_of_names(attribute(node, "class")),
                     part_of_names(attribute(node, "id"))});
}

}  // namespace dateline
