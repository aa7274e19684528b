// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/mbox_cutter.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "common/ascii.h"

namespace dateline {

namespace {

bool ends_in_year(std::string_view line) {
    // A zone may stand behind the year: "… 2026 +0100".
    for (int words = 0; words < 3; ++words) {
        line = ascii::trim(line);
        const std::string_view word = line.substr(line.rfind(' ') + 1);
        if (word.size() == 4 && std::ranges::all_of(word, ascii::is_digit)) return true;
        line.remove_suffix(word.size());
    }
    return false;
}

bool is_header(std::string_view line) {
    const std::size_t colon = line.find_first_of(": \t");
    return colon != line.npos && colon > 0 && line[colon] == ':';
}

}  // namespace

bool is_mbox_envelope(std::string_view line) {
    return line.starts_with("From ") && line.size() < 500 && line.find(':') != line.npos &&
           ends_in_year(line);
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
