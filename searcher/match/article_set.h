// SPDX-License-Identifier: GPL-2.0-or-later
// A set of articles of one archive, a bit each.
#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

class ArticleSet {
public:
    /// Numbers up to `last` may be added.
    explicit ArticleSet(Xapian::docid last) : words_(last / bits + std::size_t{1}) {}

    void add(Xapian::docid docid) { words_[docid / bits] |= std::uint64_t{1} << docid % bits; }

    /// The first from this number on; 0 if there is none.
    Xapian::docid next(Xapian::docid docid) const {
        std::size_t at = docid / bits;
        if (at >= words_.size()) return 0;
        std::uint64_t left = words_[at] >> docid % bits << docid % bits;
        while (left == 0 && ++at < words_.size()) left = words_[at];
        if (left == 0) return 0;
        return static_cast<Xapian::docid>(at * bits) +
               static_cast<Xapian::docid>(std::countr_zero(left));
    }

    /// By increasing number.
    std::vector<Xapian::docid> articles() const {
        std::vector<Xapian::docid> docids;
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t left = words_[i]; left != 0; left &= left - 1)
                docids.push_back(static_cast<Xapian::docid>(i * bits) +
                                 static_cast<Xapian::docid>(std::countr_zero(left)));
        return docids;
    }

private:
    static constexpr std::size_t bits = 64;
    std::vector<std::uint64_t> words_;
};

}  // namespace dateline
