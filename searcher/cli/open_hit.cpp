// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/open_hit.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "common/error.h"

namespace dateline {

std::uint32_t line_to_open(const Hit& hit) {
    if (!hit.passages.empty()) return hit.passages.front().line;
    return hit.article.item_line == 0 ? 1 : hit.article.item_line;
}

void open_in_editor(const Hit& hit, const std::string& editor) {
    if (hit.state == FileState::missing)
        throw Error(fmt::format("the file of this hit is gone: '{}'", hit.file),
                    "run 'dateline-index' to bring the index in step");
    // The shell splits the editor's own arguments only; the file's name is passed as it is.
    const std::string command = editor + " \"$@\"";
    const std::string line = fmt::format("+{}", line_to_open(hit));
    execl("/bin/sh", "sh", "-c", command.c_str(), "sh", line.c_str(), "--", hit.file.c_str(),
          static_cast<char*>(nullptr));
    throw Error(fmt::format("cannot start '{}': {}", editor, std::strerror(errno)), "set EDITOR");
}

void open_url(const Hit& hit) {
    const std::string& url = hit.article.url;
    if (!url.starts_with("http://") && !url.starts_with("https://"))
        throw Error("this article has no URL to open", "open its file with --open");
    execlp("xdg-open", "xdg-open", url.c_str(), static_cast<char*>(nullptr));
    throw Error(fmt::format("cannot start 'xdg-open': {}", std::strerror(errno)),
                "open it by hand: " + url);
}

}  // namespace dateline
