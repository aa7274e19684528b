// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <optional>
#include <unordered_map>

#include "common/analysis.h"

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

struct Stemmer::Cache {
    std::optional<Xapian::Stem> snowball;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> stems;
    std::string last;
};

Stemmer::Stemmer(std::string_view language) : cache_(std::make_unique<Cache>()) {
    try {
        if (!language.empty()) cache_->snowball.emplace(std::string(language));
    } catch (const Xapian::InvalidArgumentError&) {
        // Snowball does not know the language: forms stay as they are.
    }
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view form) {
    if (!cache_->snowball) return cache_->last = form;
    const auto found = cache_->stems.find(form);
    if (found != cache_->stems.end()) return found->second;
    std::string stem = (*cache_->snowball)(std::string(form));
    if (cache_->stems.size() >= most_cached) return cache_->last = std::move(stem);
    return cache_->stems.emplace(form, std::move(stem)).first->second;
}

}  // namespace dateline
