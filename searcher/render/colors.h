// SPDX-License-Identifier: GPL-2.0-or-later
// What may be coloured on a terminal, and in which colour: DATELINE_COLORS and --colors, in the
// form of grep's GREP_COLORS.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

enum class Paint { none, match, title, file, note, warning, bar, dropped, added };

/// SGR codes ("1;31"), by Paint; "" leaves the terminal's own colour.
class Colors {
public:
    Colors();
    std::string_view code(Paint paint) const { return codes_[static_cast<std::size_t>(paint)]; }
    void set(Paint paint, std::string_view code) { codes_[static_cast<std::size_t>(paint)] = code; }

    bool operator==(const Colors&) const = default;

private:
    std::array<std::string, 9> codes_;
};

/// "mt=1;31:fn=35": the usual colours but for those named. A code has digits and semicolons alone,
/// so that nothing else reaches the terminal; an empty one takes the colour away. Throws Error for
/// other text, which tells the names there are.
Colors read_colors(std::string_view text);

/// "mt=1;31:ti=1:…": all the names with their usual colours.
std::string usual_colors();

}  // namespace dateline
