// SPDX-License-Identifier: GPL-2.0-or-later
// The signature of an article: the stems that tell best what it is about, as hashes with weights,
// in a value slot. Of two articles it tells at once how much they are alike; the stems themselves
// are in the article's term list. It follows from the article alone, so that it is the same in
// every archive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The first 28 bits of the hash of a stem (without prefix), then 4 of its weight: 1..15, of the
/// article's greatest.
using SignatureTerm = std::uint32_t;

/// In increasing order, no hash twice.
using Signature = std::vector<SignatureTerm>;

inline constexpr std::size_t signature_stems = 40;
inline constexpr std::uint32_t most_signature_weight = 15;

std::uint32_t signature_hash(std::string_view stem);

constexpr SignatureTerm signature_term(std::uint32_t hash, std::uint32_t weight) {
    return hash << 4 | weight;
}
constexpr std::uint32_t hash_of(SignatureTerm term) {
    return term >> 4;
}
constexpr std::uint32_t weight_of(SignatureTerm term) {
    return term & most_signature_weight;
}

/// Four bytes a term, the highest first.
std::string encode_signature(const Signature& signature);

/// The inverse; bytes that are left over are left out.
Signature decode_signature(std::string_view bytes);

}  // namespace dateline
