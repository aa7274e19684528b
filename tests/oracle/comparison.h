// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a command as the program does, from its arguments on, and tells where the result is not
// what a plain reading gives.
#pragma once

#include <string>
#include <unordered_map>

#include "tests/oracle/plain_answer.h"

namespace dateline::oracle {

/// An index, and the same articles taken apart.
struct OracleArchive {
    std::string index;
    PlainArchive plain;
    std::unordered_map<std::string, std::uint32_t> numbers;  ///< of the articles, by their ids
};

struct Comparison {
    std::string difference;  ///< what was typed, which article, who has it; "" if there is none
    bool answered = true;    ///< false where the program says that it may not look so far
    bool found = false;      ///< there is an article with some of it
};

Comparison compare(const OracleArchive& archive, const TypedCommand& command);

}  // namespace dateline::oracle
