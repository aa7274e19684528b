// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stemmer.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <unordered_map>

namespace dateline {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

constexpr std::size_t most_cached = 200000;  // forms; beyond that memory would grow without end

}  // namespace

struct Stemmer::State {
    std::optional<Xapian::Stem> snowball;
    std::size_t most_kept = 0;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> stems;
    std::string last;
};

Stemmer::Stemmer(std::string_view language, Cache cache) : state_(std::make_unique<State>()) {
    if (cache == Cache::kept) state_->most_kept = most_cached;
    try {
        if (!language.empty()) state_->snowball.emplace(std::string(language));
    } catch (const Xapian::InvalidArgumentError&) {
        // Snowball does not know the language: forms stay as they are.
    }
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view form) {
    State& state = *state_;
    if (!state.snowball) return state.last = form;
    const auto found = state.stems.find(form);
    if (found != state.stems.end()) return found->second;
    std::string stem = (*state.snowball)(std::string(form));
    if (state.stems.size() >= state.most_kept) return state.last = std::move(stem);
    return state.stems.emplace(form, std::move(stem)).first->second;
}

}  // namespace dateline
