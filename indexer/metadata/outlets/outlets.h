// SPDX-License-Identifier: GPL-2.0-or-later
// Who is who among outlets: one outlet under its name, its other names and its hosts. The list that
// the program has by itself (known_outlets.h), extended by the text of the user's outlets.toml:
//
//     [[outlet]]
//     name = "TRT World"
//     hosts = ["trtworld.com"]      # subdomains belong to it unless listed themselves
//     aliases = ["TRT"]
//     agency = false                # true: others print its articles, so a credit does not make it
//     the outlet
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

struct Outlet {
    std::string name;                  ///< as shown
    std::vector<std::string> hosts;    ///< the first is the main one; may be empty
    std::vector<std::string> aliases;  ///< other names, as they are written
    bool agency = false;

    bool operator==(const Outlet&) const = default;
};

/// An outlet found by its host, and which of its hosts it was: bbc.co.uk of news.bbc.co.uk.
struct HostedOutlet {
    const Outlet* outlet = nullptr;
    std::string_view host;
};

class Outlets {
public:
    /// The built-in list.
    Outlets();

    /// Adds outlets, or names and hosts to one that is known by this name; what is added goes
    /// before what was there. Gives what in the text is not heeded: keys of other names. Throws
    /// Error if it is not TOML or not of the form above.
    std::vector<std::string> extend(std::string_view toml);

    const std::vector<Outlet>& all() const { return outlets_; }

    /// By name, alias or host as typed; case, blanks, points and a leading "The" do not matter.
    /// Nullptr if unknown. Lives until extend().
    const Outlet* by_name(std::string_view name) const;

    /// By a host in its plain form (plain_host) or a domain above it; the outlet is null if
    /// unknown.
    HostedOutlet by_host(std::string_view host) const;

    /// Calls with each key on which the answer to by_name or by_host depends: names without what
    /// does not matter in them, hosts and the domains above them.
    using Key = std::function<void(std::string_view key)>;
    static void each_key_of_name(std::string_view name, const Key& with);
    static void each_key_of_host(std::string_view host, const Key& with);

    /// All keys with what they stand for, and the outlet of one, or nullptr. A name and a host are
    /// never the same key: a host has a point.
    void each_key(const std::function<void(std::string_view key, const Outlet&)>& with) const;
    const Outlet* by_key(std::string_view key) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    using Index = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;

    std::size_t place_for(std::string_view name);
    void add_name(std::string_view name, std::size_t place);
    void add_alias(std::string_view name, std::size_t place);
    void add_host(std::string_view host, std::size_t place);

    std::vector<Outlet> outlets_;
    Index names_;
    Index hosts_;
};

}  // namespace dateline
