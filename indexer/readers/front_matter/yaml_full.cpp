// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/front_matter/yaml_full.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "common/code_points.h"
#include "indexer/readers/bytes/utf8_check.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/library_message.h"

namespace dateline {

namespace {

// yaml-cpp writes the escapes \N and \_, a line end and a hard blank, as the single bytes 0x85 and
// 0xA0, which stand alone in no UTF-8. They become blanks.
std::string without_stray_bytes(const std::string& value) {
    if (is_utf8(value)) return value;
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        const auto [point, bytes] = code_point_at(value, at);
        out += point < 0 ? " " : value.substr(at, bytes);
        at += bytes;
    }
    return out;
}

// The block from the mark on.
std::string_view from_mark(std::string_view block, const YAML::Mark& mark) {
    for (int line = 0; line < mark.line && !block.empty(); ++line) {
        block.remove_prefix(std::min(block.find('\n'), block.size() - 1) + 1);
    }
    return block.substr(std::min(static_cast<std::size_t>(mark.column), block.size()));
}

// yaml-cpp takes the end of the input for the end of a quote, and so all further keys for text.
bool quote_ends(std::string_view block, const YAML::Mark& mark) {
    const std::string_view quoted = from_mark(block, mark);
    if (quoted.empty() || (quoted.front() != '"' && quoted.front() != '\'')) return true;
    for (std::size_t at = 1; at < quoted.size(); ++at) {
        if (quoted[at] == quoted.front()) return true;
        if (quoted[at] == '\\' && quoted.front() == '"') ++at;
    }
    return false;
}

// And it lets a plain key go over lines: a line with a full-width colon eats the next one's key.
bool key_ends(std::string_view block, const YAML::Mark& mark, std::string_view key) {
    if (key.find(' ') == key.npos) return true;
    const std::string_view typed = from_mark(block, mark);
    return typed.starts_with(key) || typed.starts_with('"') || typed.starts_with('\'');
}

struct Frame {
    bool is_map = false;
    bool expects_key = false;  // of a map
    bool is_item = false;      // a map in a list: only its name counts
    bool ignored = false;      // too deep, or a key that is no scalar
    std::string path;          // key of the whole map or list
    std::uint32_t line = 0;    // of that key
    std::string key;           // of a map: the last one, within path
    std::uint32_t key_line = 0;
};

class FieldEvents : public YAML::EventHandler {
public:
    FieldEvents(std::vector<RawField>& fields, std::string_view block, std::uint32_t first_line)
        : fields_(fields), block_(block), first_line_(first_line) {}

    bool has_keys() const { return has_keys_; }
    const std::optional<YAML::Mark>& last_quoted() const { return last_quoted_; }
    const std::optional<YAML::Mark>& broken_key() const { return broken_key_; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { scalar(mark, ""); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchored_.find(anchor);
        scalar(mark, found == anchored_.end() ? std::string() : found->second);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        if (tag == "!") last_quoted_ = mark;
        constexpr std::size_t most_anchors = 64;
        if (anchor != 0 && anchored_.size() < most_anchors) anchored_[anchor] = value;
        scalar(mark, value);
    }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        enter(false);
    }
    void OnSequenceEnd() override { leave(); }
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        enter(true);
    }
    void OnMapEnd() override { leave(); }

private:
    void scalar(const YAML::Mark& mark, const std::string& parsed) {
        if (frames_.empty()) return;
        const std::string value = without_stray_bytes(parsed);
        Frame& frame = frames_.back();
        if (frame.is_map && frame.expects_key) {
            frame.key = field_key(value);
            frame.key_line = first_line_ + static_cast<std::uint32_t>(mark.line);
            frame.expects_key = false;
            check_key(mark, parsed);
            return;
        }
        frame.expects_key = frame.is_map;
        if (frame.ignored) return;
        const bool names = frame.is_map && !frame.path.empty() && names_object(frame.key);
        if (!frame.is_map || names) {
            add_field_value(fields_, frame.path, frame.line, value);
        } else if (!frame.is_item) {
            add_field_value(fields_, nested_key(frame.path, frame.key), frame.key_line, value);
        }
    }

    void check_key(const YAML::Mark& mark, const std::string& key) {
        constexpr int most_checks = 200;  // each one looks for its line from the beginning
        if (broken_key_ || ++checked_keys_ > most_checks) return;
        if (!key_ends(block_, mark, key)) broken_key_ = mark;
    }

    void enter(bool is_map) {
        Frame inner;
        inner.is_map = inner.expects_key = is_map;
        if (frames_.empty()) {
            has_keys_ = is_map;
            inner.ignored = !is_map;
        } else {
            const Frame& outer = frames_.back();
            inner.is_item = is_map && (outer.is_item || !outer.is_map);
            inner.ignored = outer.ignored || outer.expects_key || frames_.size() > deepest_key ||
                            (outer.is_item && outer.is_map);
            if (!inner.ignored) {
                inner.path = outer.is_map ? nested_key(outer.path, outer.key) : outer.path;
                inner.line = outer.is_map ? outer.key_line : outer.line;
            }
        }
        frames_.push_back(std::move(inner));
    }

    void leave() {
        frames_.pop_back();
        if (frames_.empty() || !frames_.back().is_map) return;
        Frame& outer = frames_.back();
        // A map or list as a key is passed over; its value is then kept under no key.
        if (outer.expects_key) outer.key.clear();
        outer.expects_key = !outer.expects_key;
    }

    std::vector<RawField>& fields_;
    std::string_view block_;
    std::uint32_t first_line_;
    std::vector<Frame> frames_;
    std::map<YAML::anchor_t, std::string> anchored_;
    std::optional<YAML::Mark> last_quoted_;
    std::optional<YAML::Mark> broken_key_;
    int checked_keys_ = 0;
    bool has_keys_ = false;
};

}  // namespace

bool read_full_yaml(std::string_view block, std::uint32_t line, std::vector<RawField>& fields,
                    std::vector<Problem>& problems) {
    std::istringstream input{std::string(block)};
    FieldEvents events(fields, block, line);
    const auto not_valid = [&](const YAML::Mark& mark, std::string_view why) {
        fields.clear();
        const std::uint32_t at =
            mark.is_null() ? line : line + static_cast<std::uint32_t>(mark.line);
        problems.push_back(
            {"", at, fmt::format("not valid YAML ({})", library_message(why)), false});
        return false;
    };
    try {
        YAML::Parser parser(input);
        if (!parser.HandleNextDocument(events)) return true;  // nothing but comments
    } catch (const YAML::Exception& error) {
        return not_valid(error.mark, error.msg);
    }
    if (events.broken_key()) return not_valid(*events.broken_key(), "a key goes over two lines");
    if (events.last_quoted() && !quote_ends(block, *events.last_quoted())) {
        return not_valid(*events.last_quoted(), "quote does not end");
    }
    return events.has_keys();
}

}  // namespace dateline
