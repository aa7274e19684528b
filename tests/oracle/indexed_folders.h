// SPDX-License-Identifier: GPL-2.0-or-later
// The articles that the tests here ask for, in an index of their own: corpus/ and articles/, or any
// folder with DATELINE_ORACLE_FOLDER.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace dateline::oracle {

inline constexpr const char* own_articles = DATELINE_SOURCE "/tests/oracle/articles";

/// A variable of the environment.
std::string setting(const char* name, const std::string& otherwise);

void make_index(const std::string& index, const std::vector<std::string>& folders);

std::vector<std::string> folders();

/// The articles as they came back from the index.
std::vector<Article> read_articles(const std::string& index);

}  // namespace dateline::oracle
