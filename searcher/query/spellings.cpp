// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/spellings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "common/ascii.h"
#include "searcher/query/operators.h"

namespace dateline {
namespace {

struct Spelling {
    std::string_view name;
    NodeKind kind;
};

/// Before a number: w/5, near5.
constexpr std::array distance_spellings{
    Spelling{"w/", NodeKind::near},       Spelling{"near/", NodeKind::near},
    Spelling{"pre/", NodeKind::before},   Spelling{"adj/", NodeKind::before},
    Spelling{"onear/", NodeKind::before}, Spelling{"near", NodeKind::near},
    Spelling{"adj", NodeKind::before},    Spelling{"/", NodeKind::near},
    Spelling{"n/", NodeKind::near},       Spelling{"p/", NodeKind::before},
};

constexpr std::array same_spellings{
    Spelling{"/s", NodeKind::same_sentence},     Spelling{"w/s", NodeKind::same_sentence},
    Spelling{"w/sent", NodeKind::same_sentence}, Spelling{"/p", NodeKind::same_paragraph},
    Spelling{"w/p", NodeKind::same_paragraph},   Spelling{"w/para", NodeKind::same_paragraph},
};

/// Operators of elsewhere that are spelt as words are here.
struct MeantOperator {
    std::string_view theirs;
    std::string_view ours;
    bool in_small_letters;  ///< else in capitals only: near and within are words of their own
};

constexpr std::array meant_operators{
    MeantOperator{"same", "/p", true},      MeantOperator{"within", "w/5", false},
    MeantOperator{"near", "w/5", false},    MeantOperator{"adj", "pre/5", false},
    MeantOperator{"w/", "w/5", true},       MeantOperator{"near/", "w/5", true},
    MeantOperator{"pre/", "pre/5", true},   MeantOperator{"adj/", "pre/5", true},
    MeantOperator{"onear/", "pre/5", true}, MeantOperator{"andnot", "NOT", false},
    MeantOperator{"xor", "OR", false},      MeantOperator{"w/seg", "/p", true},
    MeantOperator{"pre/s", "/s", true},     MeantOperator{"pre/p", "/p", true},
    MeantOperator{"near/s", "/s", true},    MeantOperator{"near/p", "/p", true},
};

/// A name of another service or search engine, the signs that stand behind it there (= for < and >
/// too), and what to type here.
struct ForeignName {
    std::string_view theirs;
    std::string_view signs;
    std::string_view ours;
};

constexpr std::array foreign_names{
    ForeignName{"intitle", ":", "title:"},
    ForeignName{"allintitle", ":", "title:"},
    ForeignName{"hd", "=(", "title:"},
    ForeignName{"ti", ":=(", "title:"},
    ForeignName{"hlp", "=", "hlead:"},
    ForeignName{"lp", "=", "lead:"},
    ForeignName{"by", ":=", "author:"},
    ForeignName{"au", ":=(", "author:"},
    ForeignName{"writer", ":", "author:"},
    ForeignName{"from", ":", "author:… or outlet:"},
    ForeignName{"sn", "=", "outlet:"},
    ForeignName{"rst", "=", "outlet:"},
    ForeignName{"pub", ":=(", "outlet:"},
    ForeignName{"publication", ":=(", "outlet:"},
    ForeignName{"publisher", ":", "outlet:"},
    ForeignName{"newspaper", ":", "outlet:"},
    ForeignName{"journal", ":", "outlet:"},
    ForeignName{"site", ":", "outlet:"},
    ForeignName{"in", ":", "outlet:… or section:"},
    ForeignName{"domain", ":", "host:"},
    ForeignName{"inurl", ":", "url:*"},
    ForeignName{"se", "=(", "section:"},
    ForeignName{"category", ":", "section:"},
    ForeignName{"su", ":=(", "tag:"},
    ForeignName{"ns", "=", "tag:"},
    ForeignName{"subject", ":=(", "tag:"},
    ForeignName{"keyword", ":", "tag:"},
    ForeignName{"keywords", ":", "tag:"},
    ForeignName{"topic", ":", "tag:"},
    ForeignName{"la", ":=(", "language:"},
    ForeignName{"pd", ":=(", "date:"},
    ForeignName{"year", ":", "date:"},
    ForeignName{"before", ":", "date:<"},
    ForeignName{"after", ":", "date:>"},
    ForeignName{"since", ":", "date:>="},
    ForeignName{"until", ":", "date:<="},
    ForeignName{"wc", "=(", "length:"},
    ForeignName{"words", ":", "length:"},
    ForeignName{"filetype", ":", "path:*."},
    ForeignName{"filename", ":", "path:*"},
    ForeignName{"caps", ":", "caps("},
    ForeignName{"allcaps", ":", "caps("},
};

/// The operator without a number that is called so before that sign.
const Operator* called(std::string_view small, char sign) {
    if (small == "allcaps") small = "caps";
    for (const Operator& row : operators())
        if (row.call == small && row.most == 0 && row.signs.find(sign) != std::string_view::npos)
            return &row;
    return nullptr;
}

/// The digits as a number 1..most; 0 for another number; nothing for other text.
std::optional<std::uint32_t> number_in(std::string_view digits, std::uint32_t most) {
    const bool only_digits = !digits.empty() && std::ranges::all_of(digits, ascii::is_digit);
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

bool in_capitals(std::string_view text) {
    return std::ranges::none_of(text, ascii::is_lower) && ascii::lowered(text) != text;
}

std::optional<TypedOperator> find_proximity(std::string_view word) {
    const std::string name = ascii::lowered(word);
    for (const Spelling& row : same_spellings)
        if (name == row.name) return TypedOperator{row.kind, 0, false};
    for (const Spelling& row : distance_spellings) {
        if (!name.starts_with(row.name)) continue;
        const auto number =
            number_in(std::string_view(name).substr(row.name.size()), most_distance);
        if (number) return TypedOperator{row.kind, *number, true};
    }
    return std::nullopt;
}

std::string_view operator_meant(std::string_view word) {
    const std::string name = ascii::lowered(word);
    const auto row = std::ranges::find(meant_operators, name, &MeantOperator::theirs);
    if (row == meant_operators.end()) return "";
    return in_capitals(word) || (row->in_small_letters && name == word) ? row->ours : "";
}

std::optional<TypedOperator> find_function(std::string_view word) {
    const std::string name = ascii::lowered(word);
    if (const Operator* own = called(name, '(')) return TypedOperator{*own->node, 0, false};
    for (const Operator& row : operators()) {
        if (row.most == 0 || !name.starts_with(row.call)) continue;
        const auto number = number_in(std::string_view(name).substr(row.call.size()), row.most);
        if (number) return TypedOperator{*row.node, *number, true};
    }
    return std::nullopt;
}

std::optional<FieldName> find_field_name(std::string_view name) {
    const std::string small = ascii::lowered(name);
    if (const Operator* own = called(small, ':')) return FieldName{nullptr, *own->node};
    if (const Field* found = find_field(small)) return FieldName{found, NodeKind::word};
    return std::nullopt;
}

const Field* find_called_field(std::string_view name) {
    const Field* own = find_field(ascii::lowered(name));
    if (own != nullptr) return own->match != Match::none || in_capitals(name) ? own : nullptr;
    const std::string ours = foreign_name(name, '(');
    return find_field(std::string_view(ours).substr(0, ours.find(':')));
}

std::string foreign_name(std::string_view name, char sign) {
    const bool as_factiva = sign != ':' && sign != '(';
    const std::string small = ascii::lowered(name);
    const char written = as_factiva ? '=' : sign;
    std::string ours;
    for (const ForeignName& row : foreign_names)
        if (row.theirs == small && row.signs.find(written) != std::string_view::npos)
            ours = row.ours;
    if (const Field* own = find_field(small); own != nullptr && as_factiva)
        ours = own->match == Match::none ? "" : std::string(own->name) + ":";
    const Field* meant = find_field(std::string_view(ours).substr(0, ours.find(':')));
    const bool compares = as_factiva && sign != '=' && meant != nullptr;
    return compares && meant->match == Match::range ? ours + sign : ours;
}

std::string nearest_field_name(std::string_view name) {
    if (name.size() < 4 || ascii::lowered(name) != name) return "";
    std::vector<std::string_view> ours;
    for (const Field& row : fields()) ours.insert(ours.end(), {row.name, row.alias});
    for (const Operator& row : operators())
        if (row.signs.find(':') != std::string_view::npos) ours.push_back(row.call);
    for (const std::string_view candidate : ours)
        if (candidate.size() >= 4 && one_edit_apart(name, candidate))
            return std::string(candidate) + ":";
    return "";
}

}  // namespace dateline
