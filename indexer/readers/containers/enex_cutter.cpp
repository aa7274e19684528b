// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/enex_cutter.h"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {

namespace {

constexpr std::string_view cdata = "<![CDATA[";

}  // namespace

bool EnexCutter::add(std::string_view bytes) {
    while (!bytes.empty() && !stopped_) {
        std::size_t plain = 0;
        if (!in_tag_ && brackets_ == 0)
            plain = std::min(bytes.find(in_cdata_ ? ']' : '<'), bytes.size());
        const std::string_view part = bytes.substr(0, plain);
        line_ += static_cast<std::uint32_t>(std::ranges::count(part, '\n'));
        keep(part);
        bytes.remove_prefix(plain);
        if (bytes.empty()) break;
        take(bytes.front());
        bytes.remove_prefix(1);
    }
    return !stopped_;
}

void EnexCutter::take(char c) {
    if (c == '\n') ++line_;
    if (c == '<' && !in_cdata_) {
        in_tag_ = true;
        tag_.clear();
        tag_at_ = note_.size();
    }
    keep({&c, 1});
    if (in_cdata_) {
        if (c == '>' && brackets_ == 2) in_cdata_ = false;
        const bool closes = c == ']';
        brackets_ = closes ? static_cast<std::uint8_t>(std::min(brackets_ + 1, 2)) : 0;
    } else if (in_tag_ && c == '>') {
        end_tag();
    } else if (in_tag_) {
        constexpr std::size_t longest_name = 16;
        if (tag_.size() < longest_name) tag_ += c;
        if (tag_ == cdata) in_cdata_ = true;
        in_tag_ = !in_cdata_;
        before_ = c;
    }
}

void EnexCutter::keep(std::string_view bytes) {
    if (!in_note_ || in_resource_ || too_long_) return;
    if (note_.size() + bytes.size() > most_) {
        too_long_ = true;
        note_ = std::string();
    } else {
        note_ += bytes;
    }
}

void EnexCutter::end_tag() {
    in_tag_ = false;
    const std::string_view name =
        std::string_view(tag_).substr(1, tag_.find_first_of(" \t\r\n") - 1);
    if (in_resource_) {
        in_resource_ = name != "/resource";
    } else if (name == "note") {
        if (in_note_) end_note();  // of one before, which did not end
        begin_note();
    } else if (name == "/note" && in_note_) {
        end_note();
    } else if (name == "resource" && in_note_) {
        note_.resize(std::min(tag_at_, note_.size()));
        in_resource_ = before_ != '/';
    }
}

void EnexCutter::begin_note() {
    in_note_ = true;
    too_long_ = in_resource_ = false;
    note_ = "<note>";
    note_line_ = line_;
}

void EnexCutter::end_note() {
    in_note_ = in_resource_ = false;
    if (too_long_)
        problems_.push_back({"", note_line_,
                             fmt::format("a note is longer than {} MB", most_ / (1024 * 1024)),
                             true, ProblemKind::cut});
    else
        stopped_ = !sink_(note_, note_line_);
    note_.clear();
}

void EnexCutter::finish() {
    if (stopped_ || !in_note_) return;
    problems_.push_back({"", note_line_, "the file ends within a note", true, ProblemKind::cut});
}

}  // namespace dateline
