// SPDX-License-Identifier: GPL-2.0-or-later
// Status, audit and verdict as JSON for programs.
#pragma once

#include <ostream>
#include <vector>

#include "indexer/inspect/audit.h"
#include "indexer/inspect/status.h"
#include "indexer/inspect/verify.h"

namespace dateline {

/// An object, or a list of them.
void write_status_json(const std::vector<IndexStatus>& indexes, bool as_list, std::ostream& out);
void write_audit_json(const std::vector<Finding>& findings, std::ostream& out);
void write_verdict_json(const Verdict& verdict, std::ostream& out);

}  // namespace dateline
