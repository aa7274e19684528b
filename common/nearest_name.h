// SPDX-License-Identifier: GPL-2.0-or-later
// The name that was meant by one that is not known: of an option, of a key in `.dateline.yaml`.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

class NearestName {
public:
    /// `typed` lives longer than this.
    explicit NearestName(std::string_view typed);

    /// A name that may have been meant, of nearly the letters that were typed, or beginning with
    /// them; of equals the first offered. "" is none.
    void offer(std::string_view name);

    /// The nearest of those offered, or "" if none is near.
    std::string_view name() const { return nearest_; }

private:
    std::string_view typed_;
    std::string_view nearest_;
    std::size_t edits_ = 0;  // fewer than these are near
};

}  // namespace dateline
