// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/operators.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace dateline {
namespace {

struct Spelling {
    std::string_view name;
    NodeKind kind;
};

constexpr std::array distance_spellings{
    Spelling{"w/", NodeKind::near},       Spelling{"near/", NodeKind::near},
    Spelling{"pre/", NodeKind::before},   Spelling{"adj/", NodeKind::before},
    Spelling{"onear/", NodeKind::before}, Spelling{"near", NodeKind::near},
    Spelling{"adj", NodeKind::before},
};

constexpr std::array same_spellings{
    Spelling{"/s", NodeKind::same_sentence},     Spelling{"w/s", NodeKind::same_sentence},
    Spelling{"w/sent", NodeKind::same_sentence}, Spelling{"/p", NodeKind::same_paragraph},
    Spelling{"w/p", NodeKind::same_paragraph},   Spelling{"w/para", NodeKind::same_paragraph},
};

struct NumberedFunction {
    std::string_view name;
    NodeKind kind;
    std::uint32_t most;
};

constexpr std::array numbered_functions{
    NumberedFunction{"atleast", NodeKind::at_least, 1000},
    NumberedFunction{"first", NodeKind::first_words, 100000},
};

constexpr std::array plain_functions{
    Spelling{"caps", NodeKind::capitals},
    Spelling{"allcaps", NodeKind::capitals},
    Spelling{"lead", NodeKind::lead},
    Spelling{"hlead", NodeKind::headline_lead},
};

constexpr std::array special_fields{
    Spelling{"has", NodeKind::stated},
    Spelling{"lead", NodeKind::lead},
    Spelling{"hlead", NodeKind::headline_lead},
};

struct ForeignField {
    std::string_view theirs;
    std::string_view ours;  ///< with its sign
};

/// Names of other search engines and services, before a colon.
constexpr std::array foreign_fields{
    ForeignField{"site", "outlet:"},        ForeignField{"inurl", "url:"},
    ForeignField{"intitle", "title:"},      ForeignField{"allintitle", "title:"},
    ForeignField{"publication", "outlet:"}, ForeignField{"publisher", "outlet:"},
    ForeignField{"newspaper", "outlet:"},   ForeignField{"category", "section:"},
    ForeignField{"before", "date:<"},       ForeignField{"after", "date:>"},
    ForeignField{"since", "date:>="},       ForeignField{"until", "date:<="},
    ForeignField{"filetype", "path:*."},    ForeignField{"filename", "path:*"},
};

/// Factiva's and Nexis's names, before = < or >.
constexpr std::array foreign_codes{
    ForeignField{"hd", "title:"},      ForeignField{"by", "author:"},
    ForeignField{"sn", "outlet:"},     ForeignField{"rst", "outlet:"},
    ForeignField{"la", "language:"},   ForeignField{"pd", "date:"},
    ForeignField{"date", "date:"},     ForeignField{"lp", "lead:"},
    ForeignField{"hlp", "hlead:"},     ForeignField{"wc", "length:>"},
    ForeignField{"se", "section:"},    ForeignField{"length", "length:>"},
    ForeignField{"title", "title:"},   ForeignField{"author", "author:"},
    ForeignField{"outlet", "outlet:"}, ForeignField{"section", "section:"},
};

/// The digits as a number 1..most; 0 for another number; nothing for other text.
std::optional<std::uint32_t> number_in(std::string_view digits, std::uint32_t most) {
    const bool only_digits =
        !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!only_digits) return std::nullopt;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || number > most) return 0;
    return number;
}

/// True if one letter put in, left out, replaced or swapped with its neighbour makes `a` into `b`.
bool one_edit_apart(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    const auto first = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    if (b.size() > a.size()) return a.substr(first) == b.substr(first + 1);
    if (first == a.size()) return false;  // equal
    if (a.substr(first + 1) == b.substr(first + 1)) return true;
    return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
           a.substr(first + 2) == b.substr(first + 2);
}

}  // namespace

std::string small_letters(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return result;
}

std::optional<Operation> find_proximity(std::string_view word) {
    const std::string name = small_letters(word);
    for (const Spelling& row : same_spellings)
        if (name == row.name) return Operation{row.kind, 0, false};
    for (const Spelling& row : distance_spellings) {
        if (!name.starts_with(row.name)) continue;
        const auto number =
            number_in(std::string_view(name).substr(row.name.size()), most_distance);
        if (number) return Operation{row.kind, *number, true};
    }
    return std::nullopt;
}

std::optional<Operation> find_function(std::string_view word) {
    const std::string name = small_letters(word);
    for (const Spelling& row : plain_functions)
        if (name == row.name) return Operation{row.kind, 0, false};
    for (const NumberedFunction& row : numbered_functions) {
        if (!name.starts_with(row.name)) continue;
        const auto number = number_in(std::string_view(name).substr(row.name.size()), row.most);
        if (number) return Operation{row.kind, *number, true};
    }
    return std::nullopt;
}

std::optional<FieldName> find_field_name(std::string_view name) {
    const std::string small = small_letters(name);
    for (const Spelling& row : special_fields)
        if (small == row.name) return FieldName{nullptr, row.kind};
    if (const Field* found = find_field(small)) return FieldName{found, NodeKind::word};
    return std::nullopt;
}

std::string foreign_code(std::string_view name) {
    const std::string small = small_letters(name);
    for (const ForeignField& row : foreign_codes)
        if (row.theirs == small) return std::string(row.ours);
    return "";
}

std::string better_field_name(std::string_view name) {
    const std::string small = small_letters(name);
    for (const ForeignField& row : foreign_fields)
        if (row.theirs == small) return std::string(row.ours);
    if (name.size() < 4 || small != name) return "";
    std::vector<std::string_view> ours;
    for (const Field& row : fields()) ours.insert(ours.end(), {row.name, row.alias});
    for (const Spelling& row : special_fields) ours.push_back(row.name);
    for (const std::string_view candidate : ours)
        if (candidate.size() >= 4 && one_edit_apart(name, candidate))
            return std::string(candidate) + ":";
    return "";
}

}  // namespace dateline
