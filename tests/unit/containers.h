// SPDX-License-Identifier: GPL-2.0-or-later
// Files of many, read from memory in small pieces, as a slow disk would give them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/containers.h"

namespace dateline {

struct ReadContainer {
    std::vector<std::string> items;  ///< "LINE TITLE" of each article, or "#NAME TITLE"
    std::vector<RawArticle> articles;
    std::vector<std::string> problems;  ///< "LINE MESSAGE"
    bool holds_articles = true;
};

inline std::string title_of(const RawArticle& article) {
    for (const char* key : {"title", "headline", "subject", "webtitle"})
        for (const RawField& field : article.fields)
            if (field.key == key) return field.values.front();
    return "";
}

inline FileBytes in_pieces(std::string_view bytes, std::size_t step) {
    FileBytes file = bytes_in_memory(bytes);
    const auto read = file.read_at;
    file.read_at = [=](std::uint64_t offset, std::span<char> block) {
        return read(offset, block.subspan(0, std::min(step, block.size())));
    };
    return file;
}

/// By the row that its name and its first bytes choose; none gives nothing at all.
inline ReadContainer read_container(std::string_view name, std::string_view bytes,
                                    std::size_t step = 7) {
    ReadContainer result;
    const auto note = [&](const Problem& problem) {
        result.problems.push_back(std::to_string(problem.line) + " " + problem.message);
    };
    const ContainerRow* row = find_container(name, bytes_in_memory(bytes));
    if (row == nullptr) return {{}, {}, {}, false};
    const FileBytes file = in_pieces(bytes, step);
    const FileEnd end = row->read(file, [&](const FileItem& item) {
        Reading reading = read_item(item);
        for (const Problem& problem : reading.problems) note(problem);
        for (RawArticle& article : reading.articles) {
            const std::string place =
                item.name.empty() ? std::to_string(article.line) : "#" + std::string(item.name);
            result.items.push_back(place + " " + title_of(article));
            result.articles.push_back(std::move(article));
        }
        return true;
    });
    for (const Problem& problem : end.problems) note(problem);
    result.holds_articles = end.holds_articles;
    return result;
}

using Strings = std::vector<std::string>;

}  // namespace dateline
