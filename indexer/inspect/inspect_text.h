// SPDX-License-Identifier: GPL-2.0-or-later
// Status, audit and verdict as text for people.
#pragma once

#include <cstddef>
#include <ostream>
#include <vector>

#include "indexer/inspect/audit.h"
#include "indexer/inspect/status.h"
#include "indexer/inspect/verify.h"

namespace dateline {

void write_status_text(const std::vector<IndexStatus>& indexes, std::size_t width,
                       std::ostream& out);
/// Groups with their counts, at most `most` findings of each (0: all).
void write_audit_text(const std::vector<Finding>& findings, std::size_t most, std::ostream& out);
void write_verdict_text(const Verdict& verdict, std::ostream& out);

}  // namespace dateline
