// SPDX-License-Identifier: GPL-2.0-or-later
// Folded forms -> stems.
#pragma once

#include <memory>
#include <string_view>

namespace dateline {

/// Snowball stems of folded forms, with a cache. One object per thread (Xapian::Stem is not
/// shared).
class Stemmer {
public:
    enum class Cache { kept, none };

    /// `language` is an ISO 639-1 code; languages without a Snowball stemmer keep the form as it
    /// is. Stems are found once and kept, unless the caller does that.
    explicit Stemmer(std::string_view language = "en", Cache cache = Cache::kept);
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    /// The stem; valid until the next call.
    std::string_view stem(std::string_view form);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dateline
