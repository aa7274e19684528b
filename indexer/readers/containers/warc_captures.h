// SPDX-License-Identifier: GPL-2.0-or-later
// Which captures of web archives count: of each address the newest that holds anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

class WarcCaptures {
public:
    explicit WarcCaptures(std::size_t most) : most_(most) {}

    /// `number`: of the record, in all files, and growing. What is beyond the most is not compared.
    void add(std::uint64_t url_hash, std::uint64_t time, std::uint32_t number);
    bool full() const { return captures_.size() == most_; }
    /// After the last one is added.
    void sort();

    /// Those that would be taken, have an older one to stand in for them, and were not tried yet;
    /// in order.
    std::vector<std::uint32_t> untried() const;
    /// Tells of these whether they hold anything. The order is that of `untried`.
    void note_tried(const std::vector<std::uint32_t>& numbers, const std::vector<bool>& hold);

    /// Chooses; `is_chosen` may be asked then.
    void choose();
    bool is_chosen(std::uint32_t number) const;
    std::uint64_t older() const { return older_; }  ///< captures than those chosen
    std::uint64_t empty() const { return empty_; }  ///< that an older one stands in for

private:
    enum class State : std::uint8_t { untried, holds, empty };

    struct Capture {
        std::uint64_t url = 0;
        std::uint64_t time = 0;
        std::uint32_t number = 0;
        State state = State::untried;
    };

    /// Calls back with the place of the one to take of each address, and of where those of the
    /// address end.
    void for_each_address(const auto& take) const;

    std::size_t most_;
    std::vector<Capture> captures_;
    std::vector<std::uint32_t> chosen_;
    std::uint32_t last_ = 0;  ///< number that is compared
    std::uint64_t older_ = 0;
    std::uint64_t empty_ = 0;
};

}  // namespace dateline
