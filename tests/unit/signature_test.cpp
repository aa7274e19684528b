// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/signature.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/document/signature_chooser.h"
#include "searcher/ranking/likeness.h"

namespace dateline {
namespace {

/// The signature of stems with their frequencies, in English if no language is named.
Signature signature_of(const std::vector<std::pair<std::string, std::uint32_t>>& stems,
                       const std::string& language = "en") {
    Vocabulary vocabulary;
    std::vector<StemCount> counts;
    for (const auto& [stem, wdf] : stems) counts.push_back({vocabulary.intern("Z" + stem), wdf});
    return SignatureChooser(language).choose(vocabulary, counts);
}

std::uint32_t weight_in(const Signature& signature, std::string_view stem) {
    for (const SignatureTerm term : signature)
        if (hash_of(term) == signature_hash(stem)) return weight_of(term);
    return 0;
}

TEST_CASE("a signature is read as it was written, and what is left over is left out") {
    const Signature signature{signature_term(0, 1), signature_term(0x0fffffff, 15), 0xffffffff};
    CHECK(decode_signature(encode_signature(signature)) == signature);
    CHECK(decode_signature(encode_signature(signature) + "xyz") == signature);
    CHECK(decode_signature("").empty());
    CHECK(decode_signature("abc").empty());
}

TEST_CASE("a signature has the stems that are often here and seldom elsewhere") {
    const Signature signature = signature_of(
        {{"the", 30}, {"said", 9}, {"measl", 4}, {"vaccin", 2}, {"2017", 5}, {"x", 5}});
    CHECK(weight_in(signature, "measl") == most_signature_weight);
    CHECK(weight_in(signature, "vaccin") > 0);
    CHECK(weight_in(signature, "vaccin") < most_signature_weight);
    for (const char* nothing : {"the", "said", "2017", "x"}) {
        CAPTURE(nothing);
        CHECK(weight_in(signature, nothing) == 0);
    }
}

TEST_CASE("of a language without counts the longer stems are taken for rarer") {
    const Signature signature = signature_of({{"pyy", 1}, {"tuhkarokko", 1}}, "fi");
    CHECK(weight_in(signature, "tuhkarokko") > weight_in(signature, "pyy"));
    CHECK(weight_in(signature, "pyy") > 0);
}

TEST_CASE("a signature depends neither on the order of words nor on what was read before") {
    std::vector<std::pair<std::string, std::uint32_t>> stems;
    for (int i = 0; i < 100; ++i) stems.emplace_back("stem" + std::to_string(i), 1 + i % 3);
    const Signature first = signature_of(stems);
    CHECK(first.size() == signature_stems);
    CHECK(std::ranges::is_sorted(first));
    std::ranges::reverse(stems);
    CHECK(signature_of(stems) == first);
    Vocabulary vocabulary;
    SignatureChooser chooser("en");
    std::vector<StemCount> others;
    for (int i = 0; i < 500; ++i)
        others.push_back({vocabulary.intern("Zother" + std::to_string(i)), 2});
    chooser.choose(vocabulary, others);
    std::vector<StemCount> counts;
    for (const auto& [stem, wdf] : stems) counts.push_back({vocabulary.intern("Z" + stem), wdf});
    CHECK(chooser.choose(vocabulary, counts) == first);
}

TEST_CASE("the nearest of each are those that share the most, as every pair says") {
    std::vector<Signature> signatures;
    for (std::uint32_t i = 0; i < 40; ++i) {
        Signature signature;
        for (std::uint32_t hash = 0; hash < 30; ++hash)
            if ((hash * 7 + i * i) % 5 == 0) signature.push_back(signature_term(hash, 1 + i % 15));
        signatures.push_back(signature);
    }
    signatures.emplace_back();
    const auto nearest = nearest_of_each(signatures, 3);
    REQUIRE(nearest.size() == signatures.size());
    CHECK(nearest.back().empty());
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        CAPTURE(i);
        std::vector<Neighbour> all;
        for (std::size_t j = 0; j < signatures.size(); ++j) {
            double product = 0;
            for (const SignatureTerm a : signatures[i])
                for (const SignatureTerm b : signatures[j])
                    if (hash_of(a) == hash_of(b)) product += weight_of(a) * weight_of(b);
            if (j != i && product > 0)
                all.push_back({product / (length_of(signatures[i]) * length_of(signatures[j])), j});
        }
        for (const Neighbour& other : all)
            CHECK(cosine_of(signatures[i], signatures[other.number]) ==
                  doctest::Approx(other.cosine));
        CHECK(cosine_of(signatures[i], signatures.back()) == 0);
        std::ranges::stable_sort(all, std::ranges::greater(), &Neighbour::cosine);
        all.resize(std::min<std::size_t>(all.size(), 3));
        CHECK(nearest[i] == all);
    }
}

}  // namespace
}  // namespace dateline
