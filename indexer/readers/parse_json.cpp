// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/parse_json.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "common/counted.h"
#include "indexer/readers/json_mending.h"

namespace dateline {

namespace {

constexpr std::size_t deepest = 64;
// A key is looked for among all before it. No object that means anything has so many.
constexpr std::size_t most_keys = 1000;
// Empty objects take twenty times their bytes.
constexpr std::size_t most_values = 100'000;

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
        bool fits = level.value != nullptr && level.keys < most_keys;
        if (level.value != nullptr && !fits && fault_.empty()) {
            fault_ =
                fmt::format("an object with more than {} keys; the others are left out", most_keys);
        }
        fits = fits && has_room();
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
        ParsedJson parsed{std::nullopt, std::move(fault_), fault_at_, ""};
        if (valid) parsed.value = std::move(root_);
        return parsed;
    }

private:
    struct Level {
        Json* value = nullptr;  // null: within what is left out
        std::size_t keys = 0;
    };

    /// For more values where the next one stands.
    bool has_room() {
        const bool within_list = levels_.size() > 1 || levels_.back().value->is_array();
        if (values_ < most_values || !within_list) return true;
        if (fault_.empty())
            fault_ =
                fmt::format("more than {} values; what is behind them in its lists is left out",
                            grouped(most_values));
        return false;
    }

    // Where the value now stands; null if it is left out.
    Json* place(Json&& value) {
        if (levels_.empty()) return &(root_ = std::move(value));
        Json* outer = levels_.back().value;
        if (outer == nullptr) return nullptr;
        ++values_;
        if (outer->is_array()) {
            if (!has_room()) return nullptr;
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
    std::size_t values_ = 0;
    Json* member_ = nullptr;  // where the value of the last key belongs
    std::string fault_;
    std::size_t fault_at_ = 0;
};

ParsedJson parsed_as_it_stands(std::string_view text) {
    TreeBuilder builder;
    const bool valid = Json::sax_parse(text, &builder);
    return builder.take(valid);
}

}  // namespace

ParsedJson parse_json(std::string_view text) {
    ParsedJson parsed = parsed_as_it_stands(text);
    if (parsed.value) return parsed;
    MendedJson mended = mend_json(text);
    if (mended.what.empty()) return parsed;
    ParsedJson second = parsed_as_it_stands(mended.text);
    if (!second.value) return parsed;
    second.mended = std::move(mended.what);
    return second;
}

void tell_faults(const ParsedJson& parsed, std::vector<Problem>& problems) {
    if (!parsed.fault.empty()) problems.push_back({"", 1, parsed.fault, false});
    if (!parsed.mended.empty())
        problems.push_back(
            {"", 1, fmt::format("not valid JSON, mended: it had {}", parsed.mended), false});
}

}  // namespace dateline
