// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/inspect_json.h"

#include <nlohmann/json.hpp>

#include "common/place.h"
#include "indexer/inspect/finding_names.h"

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

constexpr int json_version = 1;  // raised when a key goes or changes its meaning

/// Bytes of names that are not UTF-8 become U+FFFD.
void write_json(const Json& json, std::ostream& out) {
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json changes_json(const RootStatus& root) {
    if (!root.changes) return nullptr;
    return {{"added", root.changes->added},
            {"changed", root.changes->changed},
            {"moved", root.changes->moved},
            {"gone", root.changes->gone}};
}

Json problems_json(const std::vector<Problem>& problems) {
    Json list = Json::array();
    for (const Problem& problem : problems)
        list.push_back(
            {{"place", place_text(problem.path, problem.unit, problem.line, problem.item)},
             {"message", problem.message},
             {"fatal", problem.fatal}});
    return list;
}

Json root_json(const RootStatus& root) {
    Json skipped = Json::object();
    for (const auto& [ending, files] : root.not_read) skipped[ending] = files;
    Json json{{"path", root.path},
              {"articles", root.articles},
              {"files", root.files},
              {"problems", root.problems},
              {"problem_list", problems_json(root.listed)},
              {"unread_files", root.unread},
              {"skipped", skipped},
              {"include", root.filter.include},
              {"exclude", root.filter.exclude},
              {"named", root.filter.named},
              {"left_out", root.ignored},
              {"last_run", root.last_run ? Json(*root.last_run) : Json(nullptr)},
              {"changes", changes_json(root)}};
    if (!root.changes) json["error"] = root.why_not;
    return json;
}

Json status_json(const IndexStatus& status) {
    if (!status.why_not.empty())
        return {{"version", json_version}, {"index", status.index}, {"error", status.why_not}};
    Json roots = Json::array();
    for (const RootStatus& root : status.roots) roots.push_back(root_json(root));
    return {{"version", json_version},           {"index", status.index},
            {"articles", status.articles},       {"bytes", status.space.bytes},
            {"unused_bytes", status.space.free}, {"folders", roots}};
}

}  // namespace

void write_status_json(const std::vector<IndexStatus>& indexes, bool as_list, std::ostream& out) {
    Json list = Json::array();
    for (const IndexStatus& status : indexes) list.push_back(status_json(status));
    write_json(as_list ? list : list.at(0), out);
}

void write_audit_json(const std::vector<Finding>& findings, std::ostream& out) {
    Json counts = Json::object();
    Json list = Json::array();
    for (const Finding& finding : findings) {
        const std::string kind(names_of(finding.kind).name);
        counts[kind] = counts.value(kind, 0) + 1;
        const auto number = [&](PlaceUnit unit) {
            return finding.unit == unit && finding.line > 0 ? Json(finding.line) : Json(nullptr);
        };
        list.push_back({{"kind", kind},
                        {"path", finding.path},
                        {"line", number(PlaceUnit::line)},
                        {"message", finding.message}});
        if (finding.unit == PlaceUnit::page) list.back()["page"] = number(PlaceUnit::page);
        if (!finding.item.empty()) list.back()["item"] = finding.item;
    }
    write_json({{"version", json_version}, {"counts", counts}, {"findings", list}}, out);
}

void write_verdict_json(const Verdict& verdict, std::ostream& out) {
    const bool known = verdict.unchecked.empty() || !verdict.faults.empty();
    write_json({{"version", json_version},
                {"sound", known ? Json(verdict.faults.empty()) : Json(nullptr)},
                {"unchecked", known ? Json(nullptr) : Json(verdict.unchecked)},
                {"articles", verdict.articles},
                {"compared_files", verdict.compared_files},
                {"compared_articles", verdict.compared_articles},
                {"changed_files", verdict.changed_files},
                {"faults", verdict.faults}},
               out);
}

}  // namespace dateline
