// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/json_scanner.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "indexer/readers/json_article.h"
#include "indexer/readers/json_text.h"

namespace dateline {

namespace {

constexpr std::size_t outer_levels = 4;  // lists of articles stand no deeper
constexpr std::size_t longest_key = 64;
constexpr std::size_t most_outer_bytes = 64 * 1024;

}  // namespace

bool JsonScanner::add(std::string_view bytes) {
    while (!bytes.empty() && !stopped_) {
        std::size_t plain = 0;
        if (in_string_ && !escaped_) {
            plain = std::min(bytes.find_first_of("\"\\"), bytes.size());
            const std::string_view part = bytes.substr(0, plain);
            line_ += static_cast<std::uint32_t>(std::ranges::count(part, '\n'));
            string_ += part.substr(0, longest_key - std::min(longest_key, string_.size()));
            keep(part);
            bytes.remove_prefix(plain);
            if (bytes.empty()) break;
        }
        take(bytes.front());
        bytes.remove_prefix(1);
    }
    return !stopped_;
}

void JsonScanner::take(char c) {
    if (c == '\n') ++line_;
    if (in_string_) {
        keep({&c, 1});
        if (escaped_)
            escaped_ = false;
        else if (c == '\\')
            escaped_ = true;
        else
            end_string();
        return;
    }
    if (c == '{' || c == '[') return open(c);
    keep({&c, 1});
    if (c == '"') {
        in_string_ = true;
        string_.clear();
    } else if (c == ':') {
        is_key_ = false;
        if (depth_ == 1) ++members_;
    } else if (c == ',') {
        is_key_ = near_top() && !levels_.empty() && !levels_.back().is_array;
    } else if (c == '}' || c == ']') {
        close();
    }
}

void JsonScanner::keep(std::string_view bytes) {
    if (piece_depth_ == 0 || too_long_) return;
    if (piece_.size() + bytes.size() > most_) {
        too_long_ = true;
        piece_ = std::string();
    } else {
        piece_ += bytes;
    }
}

void JsonScanner::end_string() {
    in_string_ = false;
    if (is_key_) {
        key_ = string_;
        return;
    }
    if (string_.empty() || !names_text(key_)) return;
    if (depth_ == 1 && !levels_[0].is_array) {
        if (has_list_)
            tell_text_behind_list();
        else
            has_text_ = true;
    } else if (depth_ == 2 && members_ == 1 && !levels_[1].is_array) {
        first_.has_text = true;
    }
}

/// What is told of a whole answer in a few words ("text": "ok") is no article.
void JsonScanner::tell_text_behind_list() {
    if (string_.size() < longest_key || has_text_) return;
    has_text_ = true;
    problems_.push_back({"", line_,
                         "a text behind a list of articles in the same object is not read", false,
                         ProblemKind::cut});
}

/// The list itself stands in the outermost object, or in one that is known to hold such.
bool JsonScanner::may_list(const std::string& key) const {
    if (levels_.empty()) return true;
    const auto holds = [](const Level& level) { return !level.is_array && holds_list(level.key); };
    return names_list(key) && !levels_[0].is_array && !has_text_ &&
           std::ranges::all_of(levels_ | std::views::drop(1), holds);
}

void JsonScanner::open(char c) {
    const bool in_items = near_top() && !levels_.empty() && levels_.back().may_list;
    if (c == '{' && in_items && (piece_depth_ == 0 || piece_is_outer_)) {
        if (piece_depth_ != 0) descend();
        levels_.back().holds_items = true;
        begin_piece(false);
    } else if (c == '{' && depth_ == 0) {
        begin_piece(true);
    } else if (is_entry(c)) {
        begin_piece(false);
    }
    keep({&c, 1});
    if (near_top() && depth_ < outer_levels) {
        const bool named = !levels_.empty() && !levels_.back().is_array;
        std::string key = named ? key_ : "";
        const bool outside = piece_depth_ == 0 || piece_is_outer_;
        const bool list = c == '[' && outside && may_list(key);
        levels_.push_back({c == '[', list, false, std::move(key)});
    }
    ++depth_;
    is_key_ = c == '{' && near_top();
}

void JsonScanner::close() {
    if (depth_ == 0) {
        problems_.push_back({"", line_, "a bracket closes what was not open", true});
        stopped_ = true;
        return;
    }
    if (near_top()) levels_.pop_back();
    if (depth_-- == piece_depth_) end_piece();
    is_key_ = false;
    if (depth_ == 1 && members_ == 1) first_.end = piece_.size();
    if (depth_ > 0) return;
    first_ = {};
    members_ = 0;
    has_text_ = has_list_ = is_dictionary_ = false;
    outer_.clear();
}

void JsonScanner::descend() {
    has_list_ = true;
    outer_ = piece_.size() <= most_outer_bytes ? piece_ : "";
    outer_.resize(outer_.find_last_not_of(" \t\r\n,") + 1);
    if (!outer_.empty())
        for (const Level& level : levels_ | std::views::reverse)
            outer_ += level.is_array ? ']' : '}';
    piece_depth_ = 0;
}

/// True where an object begins that is an article by its id: behind another one that has a text.
bool JsonScanner::is_entry(char c) {
    if (c != '{' || depth_ != 1 || levels_.empty() || levels_[0].is_array) return false;
    if (is_dictionary_) return piece_depth_ == 0;
    if (piece_depth_ != 1 || !piece_is_outer_) return false;
    if (members_ == 1) first_ = {piece_.size(), 0, line_, false};
    is_dictionary_ =
        !too_long_ && members_ == 2 && first_.begin > 0 && first_.end > 0 && first_.has_text;
    if (is_dictionary_) end_first_entry();
    return is_dictionary_;
}

void JsonScanner::end_first_entry() {
    const std::string_view entry =
        std::string_view(piece_).substr(first_.begin, first_.end - first_.begin);
    if (!sink_({entry, first_.line, ""})) stopped_ = true;
}

void JsonScanner::begin_piece(bool is_outer) {
    piece_.clear();
    too_long_ = false;
    piece_depth_ = depth_ + 1;
    piece_line_ = line_;
    piece_is_outer_ = is_outer;
}

void JsonScanner::end_piece() {
    piece_depth_ = 0;
    if (too_long_)
        problems_.push_back({"", piece_line_,
                             fmt::format("an object is longer than {} MB", most_ / (1024 * 1024)),
                             true, ProblemKind::cut});
    else if (!sink_({piece_, piece_line_, outer_}))
        stopped_ = true;
}

void JsonScanner::finish() {
    if (stopped_ || (depth_ == 0 && !in_string_)) return;
    problems_.push_back({"", line_, "the file ends within an object", true, ProblemKind::cut});
}

}  // namespace dateline
