// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the built programs as a user would: a fresh folder, a scrubbed environment, whole output.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace dateline::cli {

struct Output {
    int status = -1;  ///< exit status; 128 + signal if killed by one
    std::string out;
    std::string err;
};

/// A short article in Markdown, with the word in its title and its text.
std::string article_about(const std::string& word);

/// A folder of its own for each test, removed at the end (DATELINE_KEEP=1 keeps it). Programs run
/// in it, with their index in `index/` below it.
class Sandbox {
public:
    Sandbox();
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// Copies corpus/ to `name` below the sandbox.
    void copy_corpus(const std::string& name) const;
    void write(const std::string& name, const std::string& bytes) const;
    std::string read(const std::string& name) const;

    Output run(const std::string& program, const std::vector<std::string>& arguments) const;
    Output index(const std::vector<std::string>& arguments) const;
    Output search(const std::vector<std::string>& arguments) const;  ///< with a fixed --today

    /// More of the environment than PATH, HOME, LC_ALL and DATELINE_INDEX.
    std::map<std::string, std::string> environment;

private:
    std::filesystem::path path_;
};

}  // namespace dateline::cli
