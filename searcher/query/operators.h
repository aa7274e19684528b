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

struct Operation {
    NodeKind kind = NodeKind::near;
    std::uint32_t number = 0;  ///< 0 where there is none, or where it is out of range
    bool numbered = false;
};

/// w/5, pre/3, /s, /p and their kin, in any case; nothing for other words. A number out of range is
/// 0.
std::optional<Operation> find_proximity(std::string_view word);

/// The largest number that find_proximity takes.
inline constexpr std::uint32_t most_distance = 255;

/// atleast3, first50, caps: what may stand directly before a parenthesis. A number out of range is
/// 0.
std::optional<Operation> find_function(std::string_view word);

struct FieldName {
    const Field* field = nullptr;  ///< nullptr for lead:, hlead: and has:
    NodeKind operation = NodeKind::word;
};

/// What the name before a colon means, in any case; nothing for a name that is no field.
std::optional<FieldName> find_field_name(std::string_view name);

/// What to type instead of a name that is nearly a field's, or is one elsewhere ("site" ->
/// "outlet:");
/// "" if the name is likely a word of the text.
std::string better_field_name(std::string_view name);

/// The same for a name before = < or >, as Factiva has it ("hd" -> "title:").
std::string foreign_code(std::string_view name);

/// ASCII letters made small.
std::string small_letters(std::string_view text);

}  // namespace dateline
