// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/asked_outlets.h"

#include <algorithm>
#include <limits>

#include "common/file_stamp.h"

namespace dateline {
namespace {

constexpr std::size_t all_keys = std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1;

std::uint16_t key_of(std::string_view name) {
    return static_cast<std::uint16_t>(content_hash(name) % all_keys);
}

}  // namespace

void OutletKeys::add(std::uint16_t key) {
    if (many_) return;
    const auto place = std::ranges::lower_bound(keys_, key);
    if (place != keys_.end() && *place == key) return;
    if (keys_.size() == most) return set_many();
    keys_.insert(place, key);
}

void OutletKeys::add(const OutletKeys& others) {
    if (others.many_) set_many();
    for (const std::uint16_t key : others.keys_) add(key);
}

void OutletKeys::set_many() {
    many_ = true;
    keys_.clear();
}

const Outlet* AskedOutlets::by_name(std::string_view name) const {
    Outlets::each_key_of_name(name, [&](std::string_view key) { asked_.add(key_of(key)); });
    return outlets_.by_name(name);
}

HostedOutlet AskedOutlets::by_host(std::string_view host) const {
    Outlets::each_key_of_host(host, [&](std::string_view key) { asked_.add(key_of(key)); });
    return outlets_.by_host(host);
}

ChangedOutlets::ChangedOutlets(const Outlets& before, const Outlets& after) : changed_(all_keys) {
    const auto compare = [&](const Outlets& one, const Outlets& other) {
        one.each_key([&](std::string_view key, const Outlet& outlet) {
            const Outlet* there = other.by_key(key);
            if (there == nullptr || *there != outlet) changed_[key_of(key)] = true;
        });
    };
    compare(before, after);
    compare(after, before);
}

bool ChangedOutlets::touch(const OutletKeys& asked) const {
    return asked.many() || std::ranges::any_of(asked.keys(), [&](std::uint16_t key) {
               return bool{changed_[key]};
           });
}

}  // namespace dateline
