// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-query(7): the query language for people who ask. docs/query-language.md is the grammar.
#pragma once

#include "common/command_line.h"

namespace dateline {

/// A manual page without options. The entries of the sections after the first are queries, each
/// with what it finds; the last section has the fields of the table.
Program query_manual();

}  // namespace dateline
