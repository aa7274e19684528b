// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts the notes out of an Evernote export of any size, one at a time. Attachments, which make up
// most of such a file, are left out on the way.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

class EnexCutter {
public:
    /// The element of the note, without its resources, and its first line; false: enough.
    using Sink = std::function<bool(std::string_view note, std::uint32_t line)>;

    EnexCutter(Sink sink, std::size_t most_bytes) : sink_(std::move(sink)), most_(most_bytes) {}

    /// False when there is no reason to go on.
    bool add(std::string_view bytes);
    void finish();
    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    void take(char c);
    void keep(std::string_view bytes);
    void end_tag();
    void begin_note();
    void end_note();

    Sink sink_;
    std::size_t most_;
    std::string note_;
    std::uint32_t note_line_ = 1;
    std::uint32_t line_ = 1;
    std::string tag_;         ///< the beginning of the one that is open, "<" and its name
    std::size_t tag_at_ = 0;  ///< where it begins in the note
    char before_ = ' ';       ///< the last character of the tag
    bool in_tag_ = false;
    bool in_cdata_ = false;
    std::uint8_t brackets_ = 0;  ///< at the end of what was seen of the CDATA
    bool in_note_ = false;
    bool in_resource_ = false;
    bool too_long_ = false;
    bool stopped_ = false;
    std::vector<Problem> problems_;
};

}  // namespace dateline
