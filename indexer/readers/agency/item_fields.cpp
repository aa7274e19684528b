// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency/item_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/field_tree.h"

namespace dateline {

namespace {

// The top level of IPTC's subject codes and media topics, 01000000 to 17000000.
constexpr auto top_subjects = std::to_array<std::string_view>(
    {"arts, culture and entertainment", "crime, law and justice", "disaster and accident",
     "economy, business and finance", "education", "environment", "health", "human interest",
     "labour", "lifestyle and leisure", "politics", "religion and belief", "science and technology",
     "society", "sport", "unrest, conflicts and war", "weather"});

/// The place of the code's subject in that table: its first two digits; none if it is no such code.
std::size_t top_subject(std::string_view code) {
    constexpr std::size_t digits = 8;
    code = code.substr(code.rfind(':') + 1);
    if (code.size() != digits || !std::ranges::all_of(code, ascii::is_digit))
        return top_subjects.size();
    const auto digit = [&](std::size_t at) { return static_cast<std::size_t>(code[at] - '0'); };
    const std::size_t number = digit(0) * 10 + digit(1);
    return number == 0 ? top_subjects.size() : std::min(number - 1, top_subjects.size());
}

bool is_top(std::string_view code) {
    return code.ends_with("000000");
}

struct Category {
    std::string_view letter;
    std::string_view section;
};

// As ANPA and IPTC 7901 have them, where agencies agree.
constexpr auto categories = std::to_array<Category>({
    {"a", "Domestic"},
    {"d", "Food"},
    {"e", "Entertainment"},
    {"f", "Finance"},
    {"i", "International"},
    {"l", "Lifestyle"},
    {"o", "Weather"},
    {"p", "Politics"},
    {"s", "Sports"},
    {"t", "Travel"},
    {"w", "Washington"},
});

/// "Ann Lee, Sample Press Political Correspondent": the name alone.
std::string_view without_role(std::string_view name) {
    constexpr auto roles =
        std::to_array<std::string_view>({"Correspondent", "Editor", "Reporter", "Writer"});
    const std::size_t comma = name.rfind(", ");
    const bool role = std::ranges::any_of(roles, [&](auto word) { return name.ends_with(word); });
    return comma != name.npos && role ? name.substr(0, comma) : name;
}

}  // namespace

void ItemFields::say(std::string_view key, const xmlNode* from, std::string_view value) {
    // Lines are told of days alone: values on lines of their own would be fields of their own.
    const bool placed = key == "published" && from != nullptr;
    add_field_value(article_.fields, key, placed ? line_of_node(from) : 0, one_line(value));
}

void ItemFields::say_text(std::string_view key, const xmlNode* node) {
    if (node != nullptr) say(key, node, line_within(node));
}

void ItemFields::say_once(std::string_view key, const xmlNode* from, std::string_view value) {
    if (!has(key)) say(key, from, value);
}

void ItemFields::say_byline(const xmlNode* from, std::string_view value) {
    const auto is_of_name = [](char c) {
        return c == ' ' || ascii::is_upper(c) || ascii::is_wide(c);
    };
    const std::string line = one_line(value);
    for (std::string_view rest = line; !rest.empty();) {
        const std::size_t slash = std::min(rest.find(" / "), rest.size());
        const std::string_view name = without_role(ascii::trim(rest.substr(0, slash)));
        rest.remove_prefix(std::min(slash + 3, rest.size()));
        const bool host = name.find('.') != name.npos && name.find(' ') == name.npos;
        if (!host && std::ranges::any_of(name, is_of_name)) say("byline", from, name);
    }
}

void ItemFields::say_day(const xmlNode* from, std::string_view value) {
    value = ascii::trim(value);
    if (value.size() < 4 || !std::ranges::all_of(value.substr(0, 4), ascii::is_digit)) return;
    say_once("published", from, value);
}

void ItemFields::say_outlet(const xmlNode* from, std::string_view value) {
    std::string name = one_line(value);
    // "STT–" and "STT–AFP", where the line goes on; "The Agency. All rights reserved."
    for (const std::string_view end : {"\xE2\x80\x93", ". "}) name = name.substr(0, name.find(end));
    if (name.ends_with('.')) name.pop_back();
    const bool host = name.find('.') != name.npos && name.find(' ') == name.npos;
    if (!has("outlet") && !(host && has("domain"))) say(host ? "domain" : "outlet", from, name);
}

void ItemFields::say_subject(const xmlNode* from, std::string_view code, std::string_view name) {
    constexpr std::size_t shortest = 3;  // "s", "ALR" are codes of desks
    const std::string plain = one_line(name);
    const std::size_t top = top_subject(code);
    if (plain.size() > shortest || (plain.size() > 1 && ascii::is_wide(plain[0])))
        say("tags", from, plain);
    if (top == top_subjects.size()) return;
    const auto section = std::ranges::find(article_.fields, "section", &RawField::key);
    if (section == article_.fields.end()) {
        top_code_ = code.substr(code.rfind(':') + 1).substr(0, 2);
        say("section", from, is_top(code) && !plain.empty() ? plain : top_subjects[top]);
    } else if (!top_code_.empty() && is_top(code) && !plain.empty() &&
               code.substr(code.rfind(':') + 1).starts_with(top_code_)) {
        section->values = {plain};
    }
}

bool ItemFields::has(std::string_view key) const {
    return std::ranges::find(article_.fields, key, &RawField::key) != article_.fields.end();
}

void supplement(RawArticle& article, RawArticle other) {
    const auto own = static_cast<std::ptrdiff_t>(article.fields.size());
    for (RawField& field : other.fields) {
        const auto begin = article.fields.begin();
        if (std::find_if(begin, begin + own, [&](const RawField& each) {
                return each.key == field.key;
            }) == begin + own)
            article.fields.push_back(std::move(field));
    }
}

std::string_view service_name(std::string_view name) {
    return name.substr(0, name.find('-'));
}

std::string_view wire_section(std::string_view letter) {
    const auto* found = std::ranges::find(categories, letter, &Category::letter);
    return found == categories.end() ? "" : found->section;
}

}  // namespace dateline
