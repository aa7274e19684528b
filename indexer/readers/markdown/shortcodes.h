// SPDX-License-Identifier: GPL-2.0-or-later
// Site generators' markup within Markdown, taken out before the Markdown parser sees it.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Shortcodes ({{< >}}, {{% %}}, {{ }}, {% %}), kramdown's attribute lists ({:.wide}), [caption]
/// and [gallery], and the brackets of [[wikilinks]] overwritten by blanks, so that every other byte
/// and line keeps its place. {% highlight %} becomes a fence. Nothing to do: returns `markdown`
/// itself.
std::string_view without_shortcodes(std::string_view markdown, std::string& storage);

}  // namespace dateline
