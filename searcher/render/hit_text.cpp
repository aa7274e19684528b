// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/hit_text.h"

#include <string_view>

#include "common/terminal.h"
#include "searcher/render/guesses.h"
#include "searcher/render/lit_text.h"

namespace dateline {

LitText shown_title(const Hit& hit) {
    LitText title = trimmed(safe_for_terminal(hit.title));
    if (title.text.empty()) title = trimmed(safe_for_terminal({hit.article.title, {}}));
    if (title.text.empty()) title = {"untitled", {}};
    return title;
}

LitText shown_outlet(const Hit& hit) {
    LitText outlet = trimmed(safe_for_terminal(hit.outlet));
    if (!outlet.text.empty()) outlet.text += guess_mark(hit.article, "outlet");
    return outlet;
}

std::string shown_path(const Hit& hit, const std::string& folder) {
    std::string_view path = hit.file;
    if (!hit.machine.empty()) return make_safe(hit.machine + ':' + place_shown(hit, path));
    if (!folder.empty() && folder != "/" && path.starts_with(folder) &&
        path.substr(folder.size()).starts_with('/')) {
        path.remove_prefix(folder.size() + 1);
    }
    return make_safe(place_shown(hit, path));
}

}  // namespace dateline
