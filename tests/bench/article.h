// SPDX-License-Identifier: GPL-2.0-or-later
// The articles that benchmarks index, as the peers read them: Markdown files whose front matter has
// plain `key: "value"` lines only. Dateline itself reads the same files with its own readers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::bench {

struct BenchArticle {
    std::string path;
    std::string title;
    std::string source;
    std::string outlet;
    std::string url;
    std::string published;  ///< YYYY-MM-DD, perhaps with a time behind it; "" if not known
    std::string category;
    std::string body;
};

/// Throws std::runtime_error for a file that cannot be read or has no front matter.
BenchArticle read_article(const std::string& path);

/// All files below a folder, sorted.
std::vector<std::string> article_paths(const std::string& folder);

/// When a file was last written, in ns since 1970; what a peer compares to find changed files.
std::int64_t modified_ns(const std::string& path);

}  // namespace dateline::bench
