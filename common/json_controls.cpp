// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/json_controls.h"

#include <fmt/format.h>

#include "common/code_points.h"

namespace dateline {

std::string escape_for_terminal(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        const auto [point, bytes] = code_point_at(json, at);
        const bool control = point >= 0x7F && point < 0xA0;
        const bool reorders =
            (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        if (control || reorders)
            out += fmt::format("\\u{:04x}", point);
        else
            out.append(json, at, bytes);
        at += bytes;
    }
    return out;
}

}  // namespace dateline
