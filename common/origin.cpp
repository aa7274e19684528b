// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/origin.h"

#include <algorithm>
#include <array>
#include <string>

namespace dateline {
namespace {

struct OriginText {
    Origin origin;
    std::string_view text;
};

/// In the order of the origins.
constexpr auto texts = std::to_array<OriginText>({
    {Origin::stated, ""},
    {Origin::other, ""},
    {Origin::heading, "heading"},
    {Origin::first_line, "first line"},
    {Origin::first_lines, "first lines of the text"},
    {Origin::first_sentence, "first sentence"},
    {Origin::page, "shown on the page"},
    {Origin::file_name, "file name"},
    {Origin::file_path, "file path"},
    {Origin::url, "URL"},
    {Origin::url_scheme, "scheme added"},
    {Origin::identity, "the item's identity"},
    {Origin::detected, "detected"},
    {Origin::source_line, "source line in the text"},
    {Origin::credit, "credit in the text: "},
    {Origin::host_of_url, "host of the URL"},
    {Origin::made_from_host, "made from the host of the URL"},
    {Origin::host_of_source, "host of the source"},
    {Origin::host_of_outlet, "known host of the outlet"},
    {Origin::host_of_sender, "address of the sender"},
    {Origin::sender, "sender"},
    {Origin::sender_person, "sender, a person's name"},
    {Origin::source, "source"},
    {Origin::source_known, "source, a known outlet"},
    {Origin::source_outlet, "source, an outlet by its name"},
    {Origin::source_person, "source, a person's name"},
    {Origin::folder_defaults, defaults_name},
});

constexpr bool in_order() {
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].origin != static_cast<Origin>(i)) return false;
    return texts.size() == static_cast<std::size_t>(Origin::folder_defaults) + 1;
}
static_assert(in_order());

}  // namespace

std::string_view text_of(Origin origin) {
    return texts[static_cast<std::size_t>(origin)].text;
}

Origin origin_of(std::string_view text) {
    if (text.ends_with(text_of(Origin::folder_defaults))) return Origin::folder_defaults;
    if (text.starts_with(text_of(Origin::credit))) return Origin::credit;
    const auto* found = std::ranges::find(texts.begin() + 2, texts.end(), text, &OriginText::text);
    return found == texts.end() ? Origin::other : found->origin;
}

Origin origin_of(const Article& article, std::string_view field) {
    const auto found = article.derived.find(std::string(field));
    return found == article.derived.end() ? Origin::stated : origin_of(found->second);
}

}  // namespace dateline
