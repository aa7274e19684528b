// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/outlets.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "common/ascii.h"
#include "common/error.h"
#include "common/nearest_name.h"
#include "indexer/metadata/outlets/hosts.h"
#include "indexer/metadata/outlets/known_outlets.h"

namespace dateline {
namespace {

constexpr std::size_t longest_name = 200;

/// What stays of a name when case, blanks, punctuation and a leading "The" go: "nytimes".
std::string name_key(std::string_view name) {
    name = ascii::trim(name);
    if (name.size() > longest_name) return "";
    if (ascii::starts_ignoring_case(name, "the ")) name.remove_prefix(4);
    std::string key;
    for (const char c : name) {
        if (ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c) || c == '&') {
            key += ascii::lower(c);
        }
    }
    return key;
}

[[noreturn]] void fail(const std::string& what, const toml::source_region& where) {
    throw Error("outlets.toml: line " + std::to_string(where.begin.line) + ": " + what,
                "write [[outlet]] tables with name, hosts and aliases");
}

std::vector<std::string> texts(const toml::table& table, std::string_view key) {
    std::vector<std::string> result;
    const toml::node* node = table.get(key);
    if (node == nullptr) return result;
    const toml::array* list = node->as_array();
    if (list == nullptr) fail("'" + std::string(key) + "' must be a list", node->source());
    for (const toml::node& item : *list) {
        const auto text = item.value<std::string>();
        if (!text) fail("'" + std::string(key) + "' must hold texts", item.source());
        result.push_back(*text);
    }
    return result;
}

using LinesTold = std::multimap<toml::source_index, std::string>;  // in the order of the lines

/// What is said of the keys of a table that are none of those known.
void tell_unknown_keys(const toml::table& table, const std::vector<std::string_view>& known,
                       LinesTold& told) {
    for (const auto& [key, node] : table) {
        const std::string_view name = key.str();
        if (std::ranges::find(known, name) != known.end()) continue;
        NearestName nearest(name);
        for (const std::string_view each : known) nearest.offer(each);
        const std::string_view meant = nearest.name();
        told.emplace(node.source().begin.line,
                     fmt::format("outlets.toml: line {}: unknown key '{}' is not heeded{}",
                                 node.source().begin.line, name,
                                 meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant)));
    }
}

std::vector<std::string> texts_of(LinesTold told) {
    std::vector<std::string> lines;
    for (auto& [line, text] : told) lines.push_back(std::move(text));
    return lines;
}

toml::table parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        fail(std::string(error.description()), error.source());
    }
}

}  // namespace

Outlets::Outlets() {
    extend(known_outlets());
}

std::vector<std::string> Outlets::extend(std::string_view toml) {
    const toml::table table = parsed(toml);
    LinesTold unknown;
    tell_unknown_keys(table, {"outlet"}, unknown);
    const toml::node* node = table.get("outlet");
    if (node == nullptr) {
        if (table.empty()) return {};
        fail("no [[outlet]] table", table.source());
    }
    const toml::array* entries = node->as_array();
    if (entries == nullptr) fail("'outlet' must be written [[outlet]]", node->source());
    for (const toml::node& entry : *entries) {
        const toml::table* row = entry.as_table();
        if (row == nullptr) fail("'outlet' must be written [[outlet]]", entry.source());
        const auto name = (*row)["name"].value<std::string>();
        if (!name || name_key(*name).empty()) fail("an outlet needs a name", entry.source());
        tell_unknown_keys(*row, {"name", "hosts", "aliases", "agency"}, unknown);
        const std::size_t place = place_for(*name);
        outlets_[place].name = *name;
        outlets_[place].agency = (*row)["agency"].value_or(outlets_[place].agency);
        for (const std::string& alias : texts(*row, "aliases")) add_alias(alias, place);
        std::vector<std::string> hosts;
        for (const std::string& typed : texts(*row, "hosts")) {
            hosts.push_back(is_url(typed) ? host_of_url(typed) : plain_host(typed));
            add_host(hosts.back(), place);
        }
        auto& known = outlets_[place].hosts;
        known.insert(known.begin(), hosts.begin(), hosts.end());
    }
    return texts_of(std::move(unknown));
}

const Outlet* Outlets::by_name(std::string_view name) const {
    const auto found = names_.find(name_key(name));
    if (found != names_.end()) return &outlets_[found->second];
    return is_host(name) ? by_host(plain_host(name)).outlet : nullptr;
}

HostedOutlet Outlets::by_host(std::string_view host) const {
    while (host.find('.') != std::string_view::npos) {
        const auto found = hosts_.find(host);
        if (found != hosts_.end()) return {&outlets_[found->second], found->first};
        host.remove_prefix(host.find('.') + 1);
    }
    return {};
}

void Outlets::each_key_of_name(std::string_view name, const Key& with) {
    with(name_key(name));
    if (is_host(name)) each_key_of_host(plain_host(name), with);
}

void Outlets::each_key_of_host(std::string_view host, const Key& with) {
    for (; host.find('.') != std::string_view::npos; host.remove_prefix(host.find('.') + 1))
        with(host);
}

void Outlets::each_key(const std::function<void(std::string_view key, const Outlet&)>& with) const {
    for (const Index* index : {&names_, &hosts_})
        for (const auto& [key, place] : *index) with(key, outlets_[place]);
}

const Outlet* Outlets::by_key(std::string_view key) const {
    const Index& index = key.find('.') == std::string_view::npos ? names_ : hosts_;
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &outlets_[found->second];
}

std::size_t Outlets::place_for(std::string_view name) {
    const auto found = names_.find(name_key(name));
    if (found != names_.end()) return found->second;
    outlets_.push_back({std::string(name), {}, {}, false});
    add_name(name, outlets_.size() - 1);
    return outlets_.size() - 1;
}

void Outlets::add_name(std::string_view name, std::size_t place) {
    if (std::string key = name_key(name); !key.empty())
        names_.insert_or_assign(std::move(key), place);
}

void Outlets::add_alias(std::string_view name, std::size_t place) {
    add_name(name, place);
    outlets_[place].aliases.emplace_back(name);
}

void Outlets::add_host(std::string_view host, std::size_t place) {
    if (!host.empty()) hosts_.insert_or_assign(std::string(host), place);
}

}  // namespace dateline
