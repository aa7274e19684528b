// SPDX-License-Identifier: GPL-2.0-or-later
// What a typed query means, said as plainly as possible, as docs/query-language.md has it: which
// articles have all of it, and which have some of its words. Slow and obviously right.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/oracle/plain_archive.h"
#include "tests/oracle/plain_parts.h"
#include "tests/oracle/plain_words.h"
#include "tests/oracle/typed_query.h"

namespace dateline::oracle {

/// A query over an archive; both must outlive it.
class PlainReading {
public:
    PlainReading(const PlainArchive& archive, const TypedQuery& query);

    bool has_all(std::uint32_t article) const;
    /// Has what must be there and at least one word, and nothing excluded.
    bool has_some(std::uint32_t article) const;

private:
    /// Where a part of the query is looked for.
    struct Scope {
        std::string field;                 ///< "" is free text
        const TypedQuery* area = nullptr;  ///< lead:, hlead: or first50()
    };
    using Refs = std::vector<const TypedQuery*>;

    void prepare(const TypedQuery& query, const std::string& field);
    void tell_parts_apart(const TypedQuery& query);
    bool excluded(std::uint32_t article) const;

    bool holds(const TypedQuery& query, std::uint32_t article, const Scope& scope) const;
    bool leaf_holds(const TypedQuery& leaf, std::uint32_t article, const Scope& scope) const;
    bool value_holds(const TypedQuery& query, const Article& article) const;
    bool in_range(const TypedQuery& query, const Article& article) const;
    bool has_one_of_its_words(const TypedQuery& query, std::uint32_t article) const;

    PlainPlaces places(const TypedQuery& query, std::uint32_t article, const Scope& scope) const;
    PlainPlaces leaf_places(const TypedQuery& leaf, std::uint32_t article,
                            const Scope& scope) const;
    PlainPlaces pairs(const TypedQuery& query, std::uint32_t article, const Scope& scope) const;
    bool is_pair(const TypedQuery& query, std::uint32_t article, const PlainPlace& left,
                 const PlainPlace& right) const;
    PlainPlaces far_from(const TypedQuery& query, std::uint32_t article, const Scope& scope) const;
    bool in_area(const TypedQuery& area, std::uint32_t article, const PlainPlace& place) const;
    bool in_capitals(std::uint32_t article, const PlainPlace& place) const;
    const Spot& spot_at(std::uint32_t article, std::uint32_t text, std::uint32_t position) const;

    const PlainArchive& archive_;
    std::map<const TypedQuery*, PlacesByArticle> places_;  ///< of leaves
    std::map<const TypedQuery*, PlacesByArticle> parts_;   ///< of compounds
    Refs required_;
    Refs optional_;
    Refs excluded_;
    Manner manner_;
    bool word_required_ = false;
};

}  // namespace dateline::oracle
