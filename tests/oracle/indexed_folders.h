// SPDX-License-Identifier: GPL-2.0-or-later
// The articles that the tests here ask for, in an index of their own: corpus/ and articles/, or any
// folder with DATELINE_ORACLE_FOLDER.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/article.h"

namespace dateline::oracle {

inline constexpr const char* own_articles = DATELINE_SOURCE "/tests/oracle/articles";

/// A variable of the environment.
std::string setting(const char* name, const std::string& otherwise);

/// A folder for indexes, gone at the end.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string index(const std::string& name = "index") const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

void make_index(const std::string& index, const std::vector<std::string>& folders);

std::vector<std::string> folders();

/// The articles as they came back from the index.
std::vector<Article> read_articles(const std::string& index);

}  // namespace dateline::oracle
