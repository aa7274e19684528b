// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/mbox_cutter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "common/ascii.h"
#include "common/text_parts.h"

namespace dateline {

namespace {

constexpr auto weekdays =
    std::to_array<std::string_view>({"mon", "tue", "wed", "thu", "fri", "sat", "sun"});
constexpr auto months = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

bool is_one_of(std::string_view word, const auto& names) {
    return std::ranges::any_of(names,
                               [&](auto name) { return ascii::equal_ignoring_case(word, name); });
}

bool is_number(std::string_view word, std::size_t digits) {
    return word.size() == digits && std::ranges::all_of(word, ascii::is_digit);
}

/// "23:30" or "9:30:00"
bool is_time(std::string_view word) {
    const std::string_view hours = take_part(word, ':');
    const std::string_view minutes = take_part(word, ':');
    return (is_number(hours, 1) || is_number(hours, 2)) && is_number(minutes, 2) &&
           (word.empty() || is_number(word, 2));
}

/// In whichever order: "Fri Feb 27 23:30:00 2026", "Fri, 27 Feb 2026 23:30:00 +0100".
bool states_moment(std::string_view line) {
    bool weekday = false;
    bool month = false;
    bool time = false;
    bool year = false;
    while (!line.empty()) {
        std::string_view word = take_part(line, ' ');
        if (word.ends_with(',')) word.remove_suffix(1);
        weekday = weekday || is_one_of(word, weekdays);
        month = month || is_one_of(word, months);
        time = time || is_time(word);
        year = year || is_number(word, 4);
    }
    return weekday && month && time && year;
}

bool is_header(std::string_view line) {
    const std::size_t colon = line.find_first_of(": \t");
    return colon != line.npos && colon > 0 && line[colon] == ':';
}

}  // namespace

bool is_mbox_envelope(std::string_view line) {
    return line.starts_with("From ") && line.size() < 500 && states_moment(line);
}

bool MboxCutter::add(std::string_view line, std::uint32_t number) {
    if (stopped_) return false;
    if (!envelope_.empty()) {
        const std::string envelope = std::move(envelope_);
        envelope_.clear();
        if (is_header(line) || line.starts_with(">From "))
            add_envelope(envelope, number);
        else
            append(envelope);
    }
    const bool is_envelope = after_blank_ && is_mbox_envelope(line);
    if (is_envelope)
        envelope_ = line;
    else
        append(line);
    after_blank_ = line.empty();
    return !stopped_;
}

/// Up to its stated length a message may hold what looks like an envelope.
bool MboxCutter::is_within_length() const {
    return length_ && body_bytes_ < *length_;
}

void MboxCutter::add_envelope(std::string_view line, std::uint32_t number) {
    if (!begins_.empty() && is_within_length()) {
        append(line);
        begins_.push_back({message_.size(), number});
        return;
    }
    end_message();
    begins_.assign(1, {0, number});
    length_.reset();
    body_bytes_ = 0;
    in_headers_ = true;
}

void MboxCutter::append(std::string_view line) {
    if (begins_.empty()) return;  // before the first envelope
    if (in_headers_) {
        in_headers_ = !line.empty();
        note_header(line);
    } else {
        body_bytes_ += line.size() + 1;
    }
    if (too_long_ || message_.size() + line.size() >= most_) {
        too_long_ = true;
        message_ = std::string();
        return;
    }
    const std::size_t quotes = std::min(line.find_first_not_of('>'), line.size());
    if (quotes > 0 && line.substr(quotes).starts_with("From ")) line.remove_prefix(1);
    message_.append(line).append("\n");
}

void MboxCutter::note_header(std::string_view line) {
    constexpr std::string_view name = "content-length:";
    if (ascii::lowered(line.substr(0, name.size())) != name) return;
    const std::string_view value = ascii::trim(line.substr(name.size()));
    std::uint64_t length = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (fault == std::errc() && end == value.data() + value.size() && length < most_)
        length_ = length;
}

void MboxCutter::end_message() {
    if (begins_.empty()) return;
    const std::uint32_t line = begins_[0].line;
    if (too_long_) {
        problems_.push_back({"", line,
                             fmt::format("a message is longer than {} MB", most_ / (1024 * 1024)),
                             true, ProblemKind::cut});
    } else {
        // The body and up to two line ends before the next envelope; else the length is wrong.
        const bool right = length_ && body_bytes_ <= *length_ + 2;
        if (right) begins_.resize(1);
        for (std::size_t i = 0; i < begins_.size() && !stopped_; ++i) {
            const std::size_t end = i + 1 < begins_.size() ? begins_[i + 1].at : message_.size();
            give(std::string_view(message_).substr(begins_[i].at, end - begins_[i].at),
                 begins_[i].line);
        }
    }
    message_.clear();
    too_long_ = false;
}

void MboxCutter::give(std::string_view message, std::uint32_t line) {
    if (!ascii::trim(message).empty() && !sink_(message, line)) stopped_ = true;
}

void MboxCutter::finish() {
    if (stopped_) return;
    if (!envelope_.empty()) append(envelope_);
    // What ends before its length was cut off, or has a wrong one.
    if (is_within_length()) length_.reset();
    end_message();
}

}  // namespace dateline
