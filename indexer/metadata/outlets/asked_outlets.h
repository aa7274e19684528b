// SPDX-License-Identifier: GPL-2.0-or-later
// Which names and hosts an article asked the outlets for: what a change of the user's outlets.toml
// may make another article of. All others need not be read again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/metadata/outlets/outlets.h"

namespace dateline {

/// Names and hosts by 16 bits of their hashes: a few in a million files meet a change by accident,
/// and are read again for nothing.
class OutletKeys {
public:
    static constexpr std::size_t most = 64;  ///< of more nothing is told but that they are many

    void add(std::uint16_t key);
    void add(const OutletKeys& others);
    void set_many();

    bool many() const { return many_; }
    const std::vector<std::uint16_t>& keys() const { return keys_; }  ///< increasing
    bool operator==(const OutletKeys&) const = default;

private:
    std::vector<std::uint16_t> keys_;
    bool many_ = false;
};

/// The outlets, and a note of what was asked of them.
class AskedOutlets {
public:
    explicit AskedOutlets(const Outlets& outlets) : outlets_(outlets) {}

    const Outlet* by_name(std::string_view name) const;
    HostedOutlet by_host(std::string_view host) const;
    const OutletKeys& asked() const { return asked_; }

private:
    const Outlets& outlets_;
    mutable OutletKeys asked_;
};

/// Of the names and hosts that mean something else in one table than in the other.
class ChangedOutlets {
public:
    ChangedOutlets(const Outlets& before, const Outlets& after);

    /// Whether what was asked for may have another answer now.
    bool touch(const OutletKeys& asked) const;

private:
    std::vector<bool> changed_;
};

}  // namespace dateline
