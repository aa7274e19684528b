// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/known_sizes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <string>

#include "common/descriptor.h"
#include "common/error.h"
#include "common/input_file.h"
#include "common/run_main.h"
#include "common/text_parts.h"
#include "common/whole_file.h"
#include "searcher/remote/address.h"

namespace dateline {
namespace {

using Sizes = std::map<std::string, std::uint64_t>;

/// A line that is none is left out.
Sizes decode(std::string_view text) {
    Sizes sizes;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        std::uint64_t size = 0;
        const auto [end, failure] = std::from_chars(line.data(), line.data() + line.size(), size);
        const std::string_view address = line.substr(static_cast<std::size_t>(end - line.data()));
        if (failure == std::errc() && address.size() > 1 && address.front() == ' ')
            sizes.emplace(address.substr(1), size);
    }
    return sizes;
}

void store(const std::string& path, const Sizes& sizes) {
    std::string text;
    for (const auto& [address, size] : sizes) text += fmt::format("{} {}\n", size, address);
    make_private_folder(std::filesystem::path(path).parent_path(), "");
    WholeFile file(path);
    file.write(text);
    file.finish();
}

}  // namespace

void recall_sizes(std::vector<ArchiveReport>& reports) {
    const auto remote = [](const ArchiveReport& report) {
        return is_remote(report.archive.folder);
    };
    const std::string path = state_file("archives");
    if (path.empty() || std::ranges::none_of(reports, remote)) return;
    try {
        Sizes sizes = decode(read_if_there(path).value_or(""));
        const Sizes before = sizes;
        for (ArchiveReport& report : reports) {
            if (!remote(report)) continue;
            if (report.articles)
                sizes[report.archive.folder] = *report.articles;
            else if (const auto known = sizes.find(report.archive.folder); known != sizes.end())
                report.articles = known->second;
        }
        if (sizes != before) store(path, sizes);
    } catch (const Error&) {
        // Only a number less in a note.
    }
}

}  // namespace dateline
