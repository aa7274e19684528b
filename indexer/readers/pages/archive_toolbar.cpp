// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pages/archive_toolbar.h"

#include <algorithm>

namespace dateline {

std::string_view without_archive_toolbar(std::string_view html, std::string& storage) {
    constexpr std::string_view begin_mark = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->";
    constexpr std::string_view end_mark = "<!-- END WAYBACK TOOLBAR INSERT -->";
    const std::size_t begin = html.find(begin_mark);
    if (begin == html.npos) return html;
    const std::size_t end = html.find(end_mark, begin);
    if (end == html.npos) return html;
    const std::string_view toolbar = html.substr(begin, end - begin);
    storage = html.substr(0, begin);
    storage.append(static_cast<std::size_t>(std::ranges::count(toolbar, '\n')), '\n');
    storage += html.substr(end);
    return storage;
}

}  // namespace dateline
