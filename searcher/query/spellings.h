// SPDX-License-Identifier: GPL-2.0-or-later
// The tables of operators spelt as words: w/5, pre/3, /s, atleast3(…), and the names before a
// colon. Other services' spellings are rows here too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/fields.h"
#include "searcher/query/tree.h"

namespace dateline {

struct TypedOperator {
    NodeKind kind = NodeKind::near;
    std::uint32_t number = 0;  ///< 0 where there is none, or where it is out of range
    bool numbered = false;
};

/// w/5, pre/3, /s, /p and their kin, in any case; nothing for other words. A number out of range is
/// 0.
std::optional<TypedOperator> find_proximity(std::string_view word);

/// The largest number that find_proximity takes.
inline constexpr std::uint32_t most_distance = 255;

/// What to type instead of an operator of elsewhere that is only a word here: NEAR and W/ without
/// their number, Factiva's same ("/p"); "" for other words.
std::string_view operator_meant(std::string_view word);

/// atleast3, first50, caps, lead: what may stand directly before a parenthesis. A number out of
/// range is 0.
std::optional<TypedOperator> find_function(std::string_view word);

struct FieldName {
    const Field* field = nullptr;  ///< nullptr for lead:, hlead: and has:
    NodeKind operation = NodeKind::word;
};

/// What the name before a colon means, in any case; nothing for a name that is no field.
std::optional<FieldName> find_field_name(std::string_view name);

/// The field that a name directly before a parenthesis stands for: each of ours, as NAME(…) for
/// name:(…), and those of other services that mean just that. In any case.
const Field* find_called_field(std::string_view name);

/// What to type instead of a name of elsewhere, with our sign ("site" and ':' -> "outlet:"); ""
/// for other names. `sign` is what stands behind it: `:` or `(` or, as Factiva has them, `=<>`.
std::string foreign_name(std::string_view name, char sign);

/// The same for a name that is nearly a field's ("outlt" -> "outlet:").
std::string nearest_field_name(std::string_view name);

/// True if there are ASCII letters and none of them is small.
bool in_capitals(std::string_view text);

}  // namespace dateline
