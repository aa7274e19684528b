// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a mailbox file into its messages. Its kinds differ in how they keep a message's own lines
// from looking like the beginning of the next one: a `>` before `From ` (mboxo, mboxrd) or a
// Content-Length that tells where it ends (mboxcl); all are read, and a length that is wrong does
// no harm.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

/// `From ann@example.org Thu Feb 26 23:22:44 2026`: the line before a message.
bool is_mbox_envelope(std::string_view line);

class MboxCutter {
public:
    /// The message without its envelope and quoting, lines ending in "\n", and its first line's
    /// number; false: enough.
    using Sink = std::function<bool(std::string_view message, std::uint32_t line)>;

    MboxCutter(Sink sink, std::size_t most_bytes) : sink_(std::move(sink)), most_(most_bytes) {}

    /// The file's lines, without their ends. False when there is no reason to go on.
    bool add(std::string_view line, std::uint32_t number);
    void finish();
    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    /// Where another message may begin: behind an envelope.
    struct Begin {
        std::size_t at = 0;
        std::uint32_t line = 1;
    };

    void add_envelope(std::string_view line, std::uint32_t number);
    void append(std::string_view line);
    void note_header(std::string_view line);
    void end_message();
    void give(std::string_view message, std::uint32_t line);
    bool is_within_length() const;

    Sink sink_;
    std::size_t most_;
    std::string message_;
    std::vector<Begin> begins_;  ///< the first is the message's own
    std::string envelope_;       ///< of the line before, if it was one: a header must follow
    std::optional<std::uint64_t> length_;
    std::uint64_t body_bytes_ = 0;  ///< as the file has them, but for carriage returns
    bool in_headers_ = true;
    bool after_blank_ = true;
    bool too_long_ = false;
    bool stopped_ = false;
    std::vector<Problem> problems_;
};

}  // namespace dateline
