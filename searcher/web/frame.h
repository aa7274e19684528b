// SPDX-License-Identifier: GPL-2.0-or-later
// What stands around the content of every page: the head with the box, the foot. The content is
// HTML already; all that comes from a request, an article or a file has gone through escape_html().
#pragma once

#include <string>
#include <string_view>

#include "searcher/web/http.h"

namespace dateline::web {

struct Frame {
    std::string title;      ///< plain text
    Parameters typed = {};  ///< what the box shows, and what it hands on unseen: the filters
    std::string head = {};  ///< below the box: how it was read, chips, notes
    std::string main = {};  ///< the <main> element and what stands beside it
    std::string foot = {};  ///< <span>s
    bool keys = true;       ///< single keys do something
};

/// The whole document.
std::string page(const Frame& frame);

/// A page that says one thing and what to do next, without box.
std::string plain_page(const std::string& title, const std::string& what, const std::string& next);

/// A page of ours that goes to an address of ours.
std::string forwarding_page(const std::string& address);

/// `<a href="…">` … `</a>` around HTML; `attributes` as they are.
std::string anchor(const std::string& address, const std::string& html,
                   const std::string& attributes = "");

/// `<input type="hidden">` for each of them.
std::string hidden_inputs(const Parameters& parameters);

}  // namespace dateline::web
