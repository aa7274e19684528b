// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/open_hit.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "common/error.h"
#include "searcher/cli/editors.h"

namespace dateline {

std::uint32_t line_to_open(const Hit& hit) {
    if (!hit.passages.empty()) return hit.passages.front().line;
    return hit.article.item_line == 0 ? 1 : hit.article.item_line;
}

namespace {

[[noreturn]] void run_xdg_open(const std::string& what) {
    signal(SIGPIPE, SIG_DFL);
    execlp("xdg-open", "xdg-open", what.c_str(), static_cast<char*>(nullptr));
    throw Error(fmt::format("cannot start 'xdg-open': {}", std::strerror(errno)),
                "open it by hand: " + what);
}

/// A PDF or the like is nothing for an editor; what has a name within a file, as in a web archive,
/// for no program.
[[noreturn]] void open_without_lines(const Hit& hit) {
    if (hit.article.item.empty()) run_xdg_open(hit.file);
    throw Error(
        fmt::format("this article is one of many within '{}', which no editor shows", hit.file),
        fmt::format("read its text with 'dateline-search --show {}'", hit.article.id));
}

}  // namespace

void open_in_editor(const Hit& hit, const std::string& editor) {
    if (!hit.machine.empty())
        throw Error(fmt::format("the file of this hit is on '{}': '{}'", hit.machine, hit.file),
                    fmt::format("read its text with 'dateline-search --show {}', or open it there",
                                hit.article.id));
    if (hit.state == FileState::missing)
        throw Error(fmt::format("the file of this hit is gone: '{}'", hit.file),
                    "run 'dateline-index' to bring the index in step");
    if (hit.article.unit != PlaceUnit::line || !hit.article.item.empty()) open_without_lines(hit);
    // The shell splits the editor's own arguments only: file and line are passed as they are.
    const std::string command = editor_command(editor);
    const std::string line = std::to_string(line_to_open(hit));
    signal(SIGPIPE, SIG_DFL);
    execl("/bin/sh", "sh", "-c", command.c_str(), "sh", hit.file.c_str(), line.c_str(),
          static_cast<char*>(nullptr));
    throw Error(fmt::format("cannot start '{}': {}", editor, std::strerror(errno)), "set EDITOR");
}

void open_url(const Hit& hit) {
    const std::string& url = hit.article.url;
    if (!url.starts_with("http://") && !url.starts_with("https://"))
        throw Error("this article has no URL to open", "open its file with --open");
    run_xdg_open(url);
}

}  // namespace dateline
