// SPDX-License-Identifier: GPL-2.0-or-later
// Status, audit and verdict as text for people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <vector>

#include "indexer/inspect/audit.h"
#include "indexer/inspect/status.h"
#include "indexer/inspect/verify.h"

namespace dateline {

/// Each on a line, with its place; of more than `most` (0: no limit) how many more there are, with
/// `unlisted` ones, for which another stands.
void write_problems(const std::vector<Problem>& problems, std::size_t most, std::uint64_t unlisted,
                    std::ostream& out);

/// So many problems do not hide what else is told.
inline constexpr std::size_t usual_problems = 10;

struct StatusText {
    std::size_t width = 80;
    std::size_t most_problems = usual_problems;  ///< of a folder; 0: no limit
};

void write_status_text(const std::vector<IndexStatus>& indexes, StatusText text, std::ostream& out);
/// Groups with their counts, at most `most` findings of each (0: all).
void write_audit_text(const std::vector<Finding>& findings, std::size_t most, std::ostream& out);
void write_verdict_text(const Verdict& verdict, std::ostream& out);

}  // namespace dateline
