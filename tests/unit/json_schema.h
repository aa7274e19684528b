// SPDX-License-Identifier: GPL-2.0-or-later
// As much of JSON Schema as docs/json-output.schema.json uses. Stricter in one thing: a key that
// `properties` does not name is a fault, so that no key is printed without being documented.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace dateline {

class JsonSchema {
public:
    explicit JsonSchema(nlohmann::json schema) : root_(std::move(schema)) {}

    /// What is wrong with the value, one line each: "hits.0.rank: not an integer".
    std::vector<std::string> faults(const nlohmann::json& value) {
        faults_.clear();
        check(root_, value, "");
        return faults_;
    }

private:
    using Json = nlohmann::json;

    void check(const Json& schema, const Json& value, const std::string& place) {
        if (schema.contains("$ref")) return check(resolve(schema["$ref"]), value, place);
        if (schema.contains("const") && value != schema["const"]) fault(place, "another value");
        if (schema.contains("enum") && !contains(schema["enum"], value)) fault(place, "not listed");
        if (schema.contains("type") && !has_type(schema["type"], value)) {
            return fault(place, "not " + schema["type"].dump());
        }
        if (schema.contains("minimum") && value.is_number() && value < schema["minimum"]) {
            fault(place, "too small");
        }
        if (value.is_object()) check_object(schema, value, place);
        if (value.is_array()) check_array(schema, value, place);
    }

    void check_object(const Json& schema, const Json& value, const std::string& place) {
        for (const Json& key : schema.value("required", Json::array())) {
            if (!value.contains(key.get<std::string>())) fault(place, "lacks " + key.dump());
        }
        const Json properties = schema.value("properties", Json::object());
        for (const auto& [key, part] : value.items()) {
            const std::string inner = place + "." + key;
            if (properties.contains(key)) {
                check(properties[key], part, inner);
            } else if (schema.contains("additionalProperties")) {
                check(schema["additionalProperties"], part, inner);
            } else {
                fault(inner, "not documented");
            }
        }
    }

    void check_array(const Json& schema, const Json& value, const std::string& place) {
        const Json first = schema.value("prefixItems", Json::array());
        if (value.size() < schema.value("minItems", std::size_t{0})) fault(place, "too short");
        if (value.size() > schema.value("maxItems", value.size())) fault(place, "too long");
        for (std::size_t i = 0; i < value.size(); ++i) {
            const std::string inner = place + "." + std::to_string(i);
            if (i < first.size()) {
                check(first[i], value[i], inner);
            } else if (schema.contains("items")) {
                check(schema["items"], value[i], inner);
            }
        }
    }

    /// "#/$defs/hit"
    const Json& resolve(const std::string& reference) const {
        return root_.at(Json::json_pointer(reference.substr(1)));
    }

    static bool contains(const Json& list, const Json& value) {
        for (const Json& each : list) {
            if (each == value) return true;
        }
        return false;
    }

    static bool has_type(const Json& type, const Json& value) {
        if (type.is_array()) {
            for (const Json& each : type) {
                if (has_type(each, value)) return true;
            }
            return false;
        }
        if (type == "integer") return value.is_number_integer();
        if (type == "number") return value.is_number();
        return type == value.type_name();
    }

    void fault(const std::string& place, const std::string& what) {
        faults_.push_back(place + ": " + what);
    }

    Json root_;
    std::vector<std::string> faults_;
};

}  // namespace dateline
