// SPDX-License-Identifier: GPL-2.0-or-later
// Articles dealt into several indexes that are searched as one.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/archives/named_folder.h"
#include "tests/unit/small_index.h"

namespace dateline {

class DealtIndex {
public:
    DealtIndex(const std::vector<Article>& articles, std::size_t parts) {
        std::vector<std::vector<Article>> dealt(parts);
        for (std::size_t i = 0; i < articles.size(); ++i)
            dealt[i * 7 % 11 % parts].push_back(articles[i]);
        std::vector<Archive> opened;
        for (std::vector<Article>& part : dealt) {
            parts_.push_back(std::make_unique<SmallIndex>(std::move(part)));
            Archive archive = parts_.back()->archives().each().front();
            archive.name = std::string(1, static_cast<char>('a' + opened.size()));
            named_.push_back({archive.name, archive.folder});
            opened.push_back(std::move(archive));
        }
        archives_.emplace(std::move(opened));
    }

    const Archives& archives() const { return *archives_; }
    const std::vector<NamedFolder>& named() const { return named_; }

private:
    std::vector<std::unique_ptr<SmallIndex>> parts_;
    std::vector<NamedFolder> named_;
    std::optional<Archives> archives_;
};

}  // namespace dateline
