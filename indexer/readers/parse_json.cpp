// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/parse_json.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace dateline {

namespace {

constexpr std::size_t deepest = 64;
// A key is looked for among all before it. No object that means anything has so many.
constexpr std::size_t most_keys = 1000;

class TreeBuilder : public nlohmann::json_sax<Json> {
public:
    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t& value) override { return add(std::move(value)); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        Level& level = levels_.back();
        const bool fits = level.value != nullptr && level.keys < most_keys;
        if (level.value != nullptr && !fits && fault_.empty()) {
            fault_ =
                fmt::format("an object with more than {} keys; the others are left out", most_keys);
        }
        ++level.keys;
        member_ = fits ? &(*level.value)[name] : nullptr;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const Json::exception& error) override {
        // "[json.exception.parse_error.101] parse error at …: syntax error while parsing …"
        const std::string_view message = error.what();
        const std::size_t end = message.find("] ");
        fault_ = end == message.npos ? message : message.substr(end + 2);
        fault_at_ = position;
        return false;
    }

    ParsedJson take(bool valid) {
        ParsedJson parsed{std::nullopt, std::move(fault_), fault_at_};
        if (valid) parsed.value = std::move(root_);
        return parsed;
    }

private:
    struct Level {
        Json* value = nullptr;  // null: within what is left out
        std::size_t keys = 0;
    };

    // Where the value now stands; null if it is left out.
    Json* place(Json&& value) {
        if (levels_.empty()) return &(root_ = std::move(value));
        Json* outer = levels_.back().value;
        if (outer == nullptr) return nullptr;
        if (outer->is_array()) {
            outer->push_back(std::move(value));
            return &outer->back();
        }
        if (member_ != nullptr) *member_ = std::move(value);
        return std::exchange(member_, nullptr);
    }

    bool add(Json&& value) {
        place(std::move(value));
        return true;
    }

    bool open(Json&& value) {
        if (levels_.size() == deepest) {
            fault_ = "nested too deep";
            return false;
        }
        levels_.push_back({place(std::move(value)), 0});
        return true;
    }

    bool close() {
        levels_.pop_back();
        return true;
    }

    Json root_;
    std::vector<Level> levels_;
    Json* member_ = nullptr;  // where the value of the last key belongs
    std::string fault_;
    std::size_t fault_at_ = 0;
};

}  // namespace

ParsedJson parse_json(std::string_view text) {
    TreeBuilder builder;
    const bool valid = Json::sax_parse(text, &builder);
    return builder.take(valid);
}

}  // namespace dateline
