// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold of a reader that streams, whatever the bytes were: of each item, and that the
// items are the same when they are only counted.
#pragma once

#include "indexer/readers/containers.h"
#include "tests/fuzz/check_reading.h"

namespace dateline {

inline void check_container(FileEnd (*read)(const FileBytes&, const ItemSink&),
                            std::string_view bytes) {
    const FileBytes file = bytes_in_memory(bytes);
    std::size_t items = 0;
    const FileEnd end = read(file, [&](const FileItem& item) {
        ++items;
        const Reading reading = read_item(item);
        require(is_utf8(item.name), "names of items are UTF-8");
        for (const RawArticle& article : reading.articles) {
            check_article(article);
            require(item.is_placed || (article.line > 0 && article.unit == item.unit),
                    "articles have their places");
            require(is_utf8(article.item), "names of articles in a file are UTF-8");
        }
        return true;
    });
    for (const Problem& problem : end.problems)
        require(!problem.message.empty() && is_utf8(problem.message), "problems have messages");
    std::size_t counted = 0;
    read(file, [&](const FileItem&) {
        ++counted;
        return true;
    });
    require(counted == items, "items are counted as they are read");
    if (items < 2) return;
    counted = 0;
    read(file, [&](const FileItem&) {
        ++counted;
        return false;
    });
    require(counted == 1, "the sink can stop the reader");
}

}  // namespace dateline
