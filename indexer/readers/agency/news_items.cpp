// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/news_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/ascii.h"
#include "common/counted.h"

namespace dateline {

namespace {

using enum NewsItemKind;

struct KindName {
    std::string_view name;
    NewsItemKind kind;
};

constexpr auto kind_names = std::to_array<KindName>({
    {"picture", picture},
    {"photo", picture},
    {"image", picture},
    {"video", video},
    {"audio", audio},
    {"graphic", graphic},
    {"animation", graphic},
    {"composite", package},
    {"package", package},
    {"data", other},
    {"concept", other},
    {"planning", other},
    {"event", other},
    {"binary", other},
});

struct Word {
    NewsItemKind kind;
    const char* one;
    const char* many;
};

constexpr auto words = std::to_array<Word>({
    {picture, "picture", "pictures"},
    {video, "video", "videos"},
    {audio, "sound recording", "sound recordings"},
    {graphic, "graphic", "graphics"},
    {package, "package", "packages"},
    {other, "item of another kind", "items of other kinds"},
    {cancelled, "cancelled item", "cancelled items"},
    {textless, "item without a text", "items without a text"},
});

constexpr auto withdrawn_names = std::to_array<std::string_view>(
    {"canceled", "cancelled", "killed", "kill", "withdrawn", "withheld"});

/// "icls:picture" -> "picture".
std::string plain_name(std::string_view name) {
    const std::size_t colon = name.find_last_of(":/");
    return ascii::lowered(ascii::trim(colon == name.npos ? name : name.substr(colon + 1)));
}

bool says_anything(const RawArticle& article) {
    return !article.text.empty() || std::ranges::any_of(article.fields, [](const RawField& field) {
        return field.key == "headline" || field.key == "title";
    });
}

}  // namespace

NewsItemKind news_item_kind(std::string_view name) {
    const std::string plain = plain_name(name);
    const auto* found = std::ranges::find(kind_names, plain, &KindName::name);
    return found == kind_names.end() ? article : found->kind;
}

bool is_withdrawn(std::string_view status) {
    return std::ranges::find(withdrawn_names, plain_name(status)) != withdrawn_names.end();
}

std::string LeftOutItems::text(bool with_packages) const {
    std::string list;
    for (const Word& word : words) {
        const std::uint64_t count = counts_[static_cast<std::size_t>(word.kind)];
        if (count == 0 || (word.kind == package && !with_packages)) continue;
        list.append(list.empty() ? "" : ", ").append(counted(count, word.one, word.many));
    }
    return list;
}

void NewsItems::add(NewsItemKind kind, RawArticle article) {
    if (kind == NewsItemKind::article && !says_anything(article)) kind = textless;
    if (kind == NewsItemKind::article)
        reading_.articles.push_back(std::move(article));
    else
        left_out_.add(kind);
}

Reading NewsItems::finish() {
    const bool none = reading_.articles.empty();
    if (reading_.articles.size() == 1) reading_.articles[0].identity.clear();
    if (std::string left_out = left_out_.text(none); !left_out.empty())
        reading_.problems.push_back(
            {"", 0, fmt::format("{}{}", none ? "no article in it: " : "not read: ", left_out), none,
             ProblemKind::empty});
    else if (none)
        reading_.problems.push_back({"", 0, "no article in it", true, ProblemKind::empty});
    return std::move(reading_);
}

}  // namespace dateline
