// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/utf8_check.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/html/html_text.h"

namespace dateline {

namespace {

enum class Holds : std::uint8_t { text, html, page };

struct TextKey {
    std::string_view key;
    Holds holds = Holds::text;
};

// As bare_key has them, in order of trust where the texts are as good as equal. A whole page has
// menus too, and is taken only where nothing else says much.
constexpr auto text_keys = std::to_array<TextKey>({
    {"text"},
    {"body"},
    {"content"},
    {"article"},
    {"fulltext"},
    {"articlebody"},
    {"articletext"},
    {"articlecontent"},
    {"maintext"},
    {"maincontent"},
    {"contenttext"},
    {"storytext"},
    {"storybody"},
    {"newstext"},
    {"plaintext"},
    {"cleantext"},
    {"rawtext"},
    {"textbody"},
    {"fields.bodytext"},
    {"story"},
    {"transcript"},
    {"paragraphs"},
    {"fields.body", Holds::html},
    {"content.rendered", Holds::html},
    {"contenthtml", Holds::html},
    {"bodyxhtml", Holds::html},
    {"bodyhtml", Holds::html},
    {"bodytext"},
    {"texto"},
    {"textocompleto"},
    {"contenido"},
    {"cuerpo"},
    {"conteudo"},
    {"conteúdo"},
    {"texte"},
    {"contenu"},
    {"volltext"},
    {"inhalt"},
    {"artikeltext"},
    {"testo"},
    {"contenuto"},
    {"tekst"},
    {"текст"},
    {"正文"},
    {"内容"},
    {"本文"},
    {"본문"},
    {"html", Holds::page},
});

constexpr auto keys_beside = std::to_array<std::string_view>(
    {"title",     "headline",   "subtitle",   "summary",       "description", "excerpt",
     "abstract",  "lead",       "standfirst", "ogdescription", "note",        "notes",
     "comment",   "comments",   "bio",        "authorbio",     "annotation",  "annotations",
     "highlight", "highlights", "quote",      "quotes",        "caption",     "license",
     "copyright", "keywords",   "tags"});

constexpr std::size_t least_prose = 250;
constexpr std::size_t most_page_rival = 200;  // bytes beside which a whole page is not asked

const TextKey* find_text_key(std::string_view key) {
    const auto* found = std::ranges::find(text_keys, bare_key(key), &TextKey::key);
    return found == text_keys.end() ? nullptr : found;
}

// JSON writes control characters as \u0000, so they come only now.
std::string clean_text(const std::string& text) {
    std::string storage;
    std::vector<Problem> ignored;
    return std::string(decode_text(text, "", storage, ignored));
}

/// A text, or the paragraphs of a list; "" if it is none.
std::string text_of(const Json& value) {
    if (!value.is_array()) return value.is_string() ? scalar_text(value) : "";
    std::string text;
    for (const Json& paragraph : value) {
        if (!paragraph.is_string()) return "";
        text.append(text.empty() ? "" : "\n\n").append(scalar_text(paragraph));
    }
    return text;
}

TextBuilder built(const Json& value, Holds holds) {
    TextBuilder builder;
    const std::string text = text_of(value);
    builder.reserve(text.size());
    if (holds == Holds::text)
        add_text_or_markup(builder, text);
    else
        HtmlText(builder).add_markup(text, 0);
    return builder;
}

/// "。", "！", "？" and the like.
bool is_wide_stop(std::string_view text) {
    constexpr auto stops = std::to_array<std::string_view>({"。", "！", "？", "।", "؟"});
    return std::ranges::any_of(stops, [&](auto stop) { return text.starts_with(stop); });
}

}  // namespace

std::string bare_key(std::string_view key) {
    std::string bare = field_key(key);
    std::erase_if(bare, [](char c) { return c == ' ' || c == '_' || c == '-'; });
    return bare;
}

bool names_text(std::string_view key) {
    return find_text_key(key) != nullptr;
}

bool is_beside_text(std::string_view key) {
    return std::ranges::find(keys_beside, bare_key(key)) != keys_beside.end();
}

bool is_prose(std::string_view text) {
    constexpr std::size_t longest_sentence = 500;  // on the average
    if (text.size() < least_prose) return false;
    std::size_t sentences = 0;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const char c = text[at];
        const bool stop = c == '.' || c == '!' || c == '?';
        const char next = text[at + 1];
        const bool ends = stop && (next == ' ' || next == '\n' || next == '"' || next == '<');
        if (ends || (ascii::is_wide(c) && is_wide_stop(text.substr(at)))) ++sentences;
    }
    return sentences > 1 && text.size() / sentences <= longest_sentence;
}

std::string scalar_text(const Json& value) {
    if (value.is_string()) return clean_text(value.get_ref<const std::string&>());
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (value.is_number_integer() || value.is_number_float()) return value.dump();
    return "";
}

std::string listed_names(const std::vector<std::string>& names) {
    constexpr std::size_t most = 10;
    constexpr std::size_t longest = 30;
    std::string list;
    std::size_t count = 0;
    for (const std::string& name : names) {
        if (name.empty()) continue;
        if (++count > most) return list + ", …";
        std::size_t end = 0;
        while (end < std::min(longest, name.size()))
            end += std::max<std::size_t>(utf8_length_at(name, end), 1);
        list.append(list.empty() ? "" : ", ").append(name, 0, end);
        if (end < name.size()) list += "…";
    }
    return list;
}

bool ObjectText::offer(std::string_view key, const Json& value) {
    const TextKey* row = find_text_key(key);
    if (row == nullptr) return false;
    const bool has_any =
        value.is_array() || (value.is_string() && !value.get_ref<const std::string&>().empty());
    if (has_any) candidates_.push_back({&value, static_cast<std::size_t>(row - text_keys.data())});
    return true;
}

void ObjectText::offer_prose(std::string_view key, const Json& value) {
    if (!value.is_string() || key.empty()) return;
    const auto& text = value.get_ref<const std::string&>();
    if (!is_prose(text) || is_beside_text(key)) return;
    if (prose_ != nullptr && prose_->get_ref<const std::string&>().size() >= text.size()) return;
    prose_ = &value;
    prose_key_ = key;
}

std::string ObjectText::move_into(RawArticle& article) {
    std::ranges::sort(candidates_, {}, &Candidate::rank);
    TextBuilder best;
    for (const Candidate& candidate : candidates_) {
        const Holds holds = text_keys[candidate.rank].holds;
        if (holds == Holds::page && best.size() >= most_page_rival) continue;
        TextBuilder other = built(*candidate.value, holds);
        // The same text differs a little from one form to another.
        if (other.size() > best.size() + best.size() / 10) best = std::move(other);
    }
    const bool takes_prose = best.empty() && prose_ != nullptr;
    if (takes_prose) best = built(*prose_, Holds::text);
    best.move_into(article);
    return takes_prose ? prose_key_ : "";
}

}  // namespace dateline
