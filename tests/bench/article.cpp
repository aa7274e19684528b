// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/article.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace dateline::bench {
namespace {

std::string read_file(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (file < 0 || fstat(file, &status) != 0) throw std::runtime_error("cannot read " + path);
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = read(file, bytes.data() + done, bytes.size() - done);
        if (got <= 0) break;
        done += static_cast<std::size_t>(got);
    }
    close(file);
    bytes.resize(done);
    return bytes;
}

/// The text of a value in or without double quotes.
std::string unquoted(std::string_view value) {
    if (value.size() < 2 || value.front() != '"') return std::string(value);
    value = value.substr(1, value.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) ++i;
        text += value[i];
    }
    return text;
}

std::string* member_named(BenchArticle& article, std::string_view key) {
    if (key == "title") return &article.title;
    if (key == "source") return &article.source;
    if (key == "outlet") return &article.outlet;
    if (key == "url") return &article.url;
    if (key == "published") return &article.published;
    if (key == "category") return &article.category;
    return nullptr;
}

}  // namespace

BenchArticle read_article(const std::string& path) {
    BenchArticle article;
    article.path = path;
    const std::string bytes = read_file(path);
    std::string_view rest = bytes;
    const auto line = [&] {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view taken = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return taken;
    };
    if (line() != "---") throw std::runtime_error("no front matter in " + path);
    for (std::string_view row = line(); row != "---"; row = line()) {
        if (rest.empty()) throw std::runtime_error("no end of the front matter in " + path);
        const std::size_t colon = row.find(": ");
        if (colon == std::string_view::npos) continue;
        if (std::string* member = member_named(article, row.substr(0, colon)))
            *member = unquoted(row.substr(colon + 2));
    }
    rest.remove_prefix(std::min(rest.find_first_not_of('\n'), rest.size()));
    article.body = rest;
    return article;
}

std::vector<std::string> article_paths(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) paths.push_back(entry.path().string());
    std::ranges::sort(paths);
    return paths;
}

std::int64_t modified_ns(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) throw std::runtime_error("cannot look at " + path);
    return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

}  // namespace dateline::bench
