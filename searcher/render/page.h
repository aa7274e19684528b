// SPDX-License-Identifier: GPL-2.0-or-later
// What the renderers for people share: how a page is set, and lines that all begin in one column.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

#include "common/counted.h"
#include "searcher/render/colors.h"
#include "searcher/render/lit_text.h"
#include "searcher/result.h"

namespace dateline {

struct TextOptions {
    bool color = false;  ///< else matches stand between asterisks
    Colors colors = {};
    std::size_t width = 80;   ///< columns; only file names are ever wider
    std::string folder = "";  ///< files below it are shown relative to it; "" for none
    bool links = false;       ///< titles and files are links (OSC 8)
    std::string host = "";    ///< of this machine, in links to files
};

/// The URL if it may be linked to (http or https), all but printable ASCII escaped; else "".
std::string linkable_url(std::string_view url);

/// file://host/path, escaped; "" for a path that is not absolute.
std::string file_url(std::string_view host, std::string_view path);

/// Writes lines that all begin in the same column.
class Page {
public:
    Page(const TextOptions& options, std::size_t indent, std::ostream& out)
        : options_(options), indent_(indent), out_(out) {}

    std::size_t room() const { return options_.width > indent_ + 1 ? options_.width - indent_ : 1; }

    /// `label` stands in the indent of the first line, which is wide enough for it.
    void print(const LitText& text, Paint base, const std::string& label = "",
               const std::string& url = "");
    void print(std::string_view text, Paint base = Paint::none);

    /// Not broken, since a file name is there to be copied.
    void print_whole(std::string_view before, std::string_view text, Paint base,
                     const std::string& url = "");

    std::string styled(std::string_view text, Paint paint) const;

    /// One line that may be of any width, its matches coloured; without colour they are not marked.
    std::string line(const LitText& text, Paint base, const std::string& url) const;

    /// A page with the same stream, `columns` further in.
    Page inner(std::size_t columns) const { return {options_, indent_ + columns, out_}; }
    std::size_t indent() const { return indent_; }
    const TextOptions& options() const { return options_; }
    std::ostream& out() { return out_; }

private:
    std::string linked(const std::string& text, const std::string& url) const;
    Setting setting(Paint base) const;

    const TextOptions& options_;
    std::size_t indent_;
    std::ostream& out_;
};

}  // namespace dateline
