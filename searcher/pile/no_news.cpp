// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/no_news.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// Agencies write these so; "REUTERS/" is no "Reuters/Ipsos poll".
constexpr std::array<std::string_view, 23> credits{"FILE PHOTO",
                                                   "File photo",
                                                   "file photo",
                                                   "FILE - ",
                                                   "FILE \u2013 ",
                                                   "FILE \u2014 ",
                                                   "(AP Photo",
                                                   "AP Photo/",
                                                   "AP Photo)",
                                                   "/AP Photo",
                                                   "/AP)",
                                                   "via AP)",
                                                   "REUTERS/",
                                                   "/Reuters",
                                                   "/AFP",
                                                   "AFP/",
                                                   "Getty Images",
                                                   "/Getty",
                                                   "(Photo by",
                                                   "Photo: ",
                                                   "/EPA",
                                                   "in this photo provided",
                                                   "in this photo released"};

constexpr std::array<std::string_view, 8> methods{
    "margin of error of", "margin of error is", "sampling error of",  "sampling error is",
    "sampling error for", "poll surveyed",      "poll was conducted", "survey was conducted"};

template <std::size_t count>
bool has_any(std::string_view text, const std::array<std::string_view, count>& marks) {
    return std::ranges::any_of(
        marks, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

}  // namespace

bool has_picture_credit(std::string_view text) {
    return has_any(text, credits);
}

bool is_poll_method(std::string_view sentence) {
    const bool is_result = sentence.find("within the ") != std::string_view::npos;
    return !is_result && has_any(sentence, methods);
}

}  // namespace dateline
