// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/sketch.h"

#include <algorithm>

#include "common/fields.h"
#include "common/term_digits.h"

namespace dateline {
namespace {

constexpr std::size_t least_distance = 6;

std::size_t distance_at(std::size_t place) {
    return std::max(least_distance, place * 15 / 100);
}

/// Whatever is the least within that distance is the least of its block: so most are ruled out
/// six at a time, and the few that are left are compared with blocks instead of shingles.
class LocalMinima {
public:
    explicit LocalMinima(std::span<const Shingle> shingles) : shingles_(shingles) {
        least_.reserve(shingles.size() / block + 1);
        for (std::size_t begin = 0; begin < shingles.size(); begin += block)
            least_.push_back(least_between(begin, begin + block));
    }

    std::vector<std::uint32_t> places() const {
        std::vector<std::uint32_t> places;
        for (const std::uint32_t place : least_)
            if (is_least(place)) places.push_back(place);
        return places;
    }

private:
    static constexpr std::size_t block = least_distance + 1;

    /// The place of the first of the least; there must be one.
    std::uint32_t least_between(std::size_t begin, std::size_t end) const {
        // Number and place in one, so that no jump hangs on what is compared.
        std::uint64_t least = UINT64_MAX;
        end = std::min(end, shingles_.size());
        for (std::size_t i = begin; i < end; ++i)
            least = std::min(least, std::uint64_t{shingles_[i]} << 32 | i);
        return static_cast<std::uint32_t>(least);
    }

    bool is_least(std::uint32_t place) const {
        const std::size_t distance = distance_at(place);
        const std::size_t begin = place - std::min<std::size_t>(place, distance);
        const std::size_t end = std::min(place + distance + 1, shingles_.size());
        return is_below_those_before(place, begin) && is_not_above_those_behind(place, end);
    }

    bool is_below_those_before(std::uint32_t place, std::size_t begin) const {
        const Shingle own = shingles_[place];
        std::size_t number = place / block;
        for (; number > 0 && (number - 1) * block >= begin; --number)
            if (shingles_[least_[number - 1]] <= own) return false;
        for (std::size_t i = begin; i < number * block; ++i)
            if (shingles_[i] <= own) return false;
        return true;
    }

    bool is_not_above_those_behind(std::uint32_t place, std::size_t end) const {
        const Shingle own = shingles_[place];
        std::size_t number = place / block + 1;
        for (; number < least_.size() && (number + 1) * block <= end; ++number)
            if (shingles_[least_[number]] < own) return false;
        for (std::size_t i = number * block; i < end; ++i)
            if (shingles_[i] < own) return false;
        return true;
    }

    std::span<const Shingle> shingles_;
    std::vector<std::uint32_t> least_;  ///< the place of the least of each block
};

/// Minima are small numbers, so their bits must be mixed before they are cut (the finalizer of
/// MurmurHash3).
std::uint64_t mixed(std::uint64_t number) {
    number = (number ^ number >> 33) * 0xFF51AFD7ED558CCD;
    number = (number ^ number >> 33) * 0xC4CEB9FE1A85EC53;
    return number ^ number >> 33;
}

}  // namespace

std::vector<std::uint32_t> sketch_places(std::span<const Shingle> shingles) {
    return LocalMinima(shingles).places();
}

std::string sketch_term(Shingle shingle) {
    constexpr unsigned kept_bits = 16;
    constexpr unsigned characters = 3;
    const std::uint64_t number = mixed(shingle) & ((1U << kept_bits) - 1);
    return std::string(sketch_prefix) + term_digits(number, characters);
}

}  // namespace dateline
