// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts the articles' objects out of a JSON text of any size, one at a time, without reading the
// whole: elements of an array, objects one behind the other, those of the lists inside an object,
// or of an object that has them by their ids. It looks only at brackets, strings and keys; whoever
// parses the pieces says what is wrong in them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

struct JsonPiece {
    std::string_view text;   ///< one object
    std::uint32_t line = 1;  ///< where it begins
    /// What stands before the list in the object around it, closed: what a feed says of itself.
    std::string_view outer;
};

class JsonScanner {
public:
    using Sink = std::function<bool(const JsonPiece&)>;  ///< false: enough

    JsonScanner(Sink sink, std::size_t most_bytes) : sink_(std::move(sink)), most_(most_bytes) {}

    /// False when there is no reason to go on.
    bool add(std::string_view bytes);
    /// At the end of the text.
    void finish();
    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    struct Level {
        bool is_array = false;
        bool may_list = false;     ///< by its key: if objects are in it, they are the articles
        bool holds_items = false;  ///< they are
        std::string key;           ///< under which it stands
    };

    /// The outermost object's first member, if it is an object: where it stands in `piece_`.
    struct FirstEntry {
        std::size_t begin = 0;
        std::size_t end = 0;  ///< 0: not known yet
        std::uint32_t line = 1;
        bool has_text = false;
    };

    void take(char c);
    void keep(std::string_view bytes);
    void end_string();
    void tell_text_behind_list();
    void open(char c);
    void close();
    bool may_list(const std::string& key) const;
    void descend();
    bool is_entry(char c);
    void end_first_entry();
    void begin_piece(bool is_outer);
    void end_piece();
    /// The kinds and keys of what is open are known.
    bool near_top() const { return depth_ == levels_.size(); }

    Sink sink_;
    std::size_t most_;
    std::vector<Level> levels_;  ///< the outermost
    std::size_t depth_ = 0;
    std::string piece_;
    std::size_t piece_depth_ = 0;  ///< of what is in its bracket; 0: none is being cut out
    std::uint32_t piece_line_ = 1;
    bool piece_is_outer_ = false;  ///< a list inside it may turn up
    bool too_long_ = false;
    std::string outer_;
    FirstEntry first_;
    std::size_t members_ = 0;     ///< of the outermost object
    bool is_dictionary_ = false;  ///< its members are the articles
    bool has_text_ = false;       ///< the object that is open is an article itself
    bool has_list_ = false;       ///< its list of articles has been cut out, so it is none any more
    bool in_string_ = false;
    bool escaped_ = false;
    bool is_key_ = false;  ///< the next string is
    std::string string_;   ///< the beginning of the one that is open
    std::string key_;      ///< the last one
    std::uint32_t line_ = 1;
    bool stopped_ = false;
    std::vector<Problem> problems_;
};

}  // namespace dateline
