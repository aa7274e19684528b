// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/harness.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace dateline::cli {
namespace fs = std::filesystem;

namespace {

std::string read_all(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

void redirect(const fs::path& path, int target, int flags) {
    const int file = open(path.c_str(), flags, 0600);
    if (file < 0 || dup2(file, target) < 0) _exit(127);
}

}  // namespace

Sandbox::Sandbox() {
    std::string pattern = (fs::temp_directory_path() / "dateline-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = fs::canonical(pattern);
}

Sandbox::~Sandbox() {
    std::error_code ignored;
    if (std::getenv("DATELINE_KEEP") == nullptr) fs::remove_all(path_, ignored);
}

std::string article_about(const std::string& word) {
    return "# About " + word + "\n\nThis is a text of some length about " + word + ".\n";
}

void Sandbox::copy_corpus(const std::string& name) const {
    fs::create_directories((path_ / name).parent_path());
    fs::copy(DATELINE_CORPUS, path_ / name, fs::copy_options::recursive);
}

void Sandbox::write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::string Sandbox::read(const std::string& name) const {
    return read_all(path_ / name);
}

Output Sandbox::run(const std::string& program, const std::vector<std::string>& arguments) const {
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::map<std::string, std::string> variables{{"PATH", "/usr/bin:/bin"},
                                                 {"HOME", path_.string()},
                                                 {"LC_ALL", "C"},
                                                 {"DATELINE_INDEX", (path_ / "index").string()}};
    if (const char* sanitizer = std::getenv("ASAN_OPTIONS")) variables["ASAN_OPTIONS"] = sanitizer;
    for (const auto& [name, value] : environment) variables[name] = value;
    std::vector<std::string> settings;
    for (const auto& [name, value] : variables) settings.push_back(name + "=" + value);

    const fs::path out = path_ / ".out";
    const fs::path err = path_ / ".err";
    std::vector<char*> argv = pointers(words);
    std::vector<char*> envp = pointers(settings);
    const pid_t child = fork();
    if (child == 0) {
        redirect("/dev/null", STDIN_FILENO, O_RDONLY);
        redirect(out, STDOUT_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
        redirect(err, STDERR_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
        if (chdir(path_.c_str()) != 0) _exit(127);
        execve(argv[0], argv.data(), envp.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    Output result;
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.out = read_all(out);
    result.err = read_all(err);
    return result;
}

Output Sandbox::index(const std::vector<std::string>& arguments) const {
    return run(DATELINE_INDEX_PROGRAM, arguments);
}

Output Sandbox::search(const std::vector<std::string>& arguments) const {
    std::vector<std::string> words{"--today=2026-02-28"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run(DATELINE_SEARCH_PROGRAM, words);
}

}  // namespace dateline::cli
