// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/warc_records.h"

#include <charconv>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr std::size_t longest_line = 64 * 1024;
constexpr std::size_t longest_head = 256 * 1024;

}  // namespace

bool WarcRecords::next() {
    if (ended_) return false;
    cut_ = cut_ || bytes_.skip(left_) < left_;
    left_ = 0;
    bool cut = false;
    do {
        while (!cut_ && find_record())
            if (read_head()) return true;
        cut = cut || cut_;
        cut_ = false;
    } while (bytes_.resume());
    if (bytes_.damaged() || cut)
        problems_.push_back({"", 0,
                             "the file is damaged or cut off; what can be read of it is read", true,
                             ProblemKind::cut});
    ended_ = true;
    return false;
}

/// The line `WARC/1.1`. What else stands between records is passed over, and said once.
bool WarcRecords::find_record() {
    bool lost = false;
    while (bytes_.read_line(line_, longest_line)) {
        if (line_.starts_with("WARC/")) return true;
        if (line_.empty() || lost) continue;
        lost = true;
        if (lost_++ == 0)
            problems_.push_back({"", 0, "some bytes between the records are no record", false});
    }
    return false;
}

bool WarcRecords::read_head() {
    std::string head;
    while (bytes_.read_line(line_, longest_line) && !line_.empty())
        if (head.size() < longest_head) head.append(line_).append("\n");
    head_ = split_mail(head, 1);
    for (MailHeader& row : head_.headers) row.value = ascii::trim(row.value);
    const std::string_view length = value("content-length");
    const auto [end, fault] =
        std::from_chars(length.data(), length.data() + length.size(), length_);
    left_ = length_;
    if (fault == std::errc() && end == length.data() + length.size() && !length.empty())
        return true;
    left_ = 0;
    if (lost_++ == 0) problems_.push_back({"", 0, "a record without a length is left out", false});
    return false;
}

bool WarcRecords::read_block(std::uint64_t most, std::string& block) {
    const std::uint64_t wanted = std::min(most, left_);
    const std::uint64_t got = bytes_.read(wanted, block);
    left_ -= got;
    if (got == wanted) return true;
    cut_ = true;
    left_ = 0;
    return false;
}

}  // namespace dateline
