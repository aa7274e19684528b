// SPDX-License-Identifier: GPL-2.0-or-later
// What goes wrong: an Error is the one exception of both programs, thrown anywhere, caught once, in
// run_main (common/run_main.h), which prints the message, then the hint on its own line. A
// Problem is of one file, a value that is counted and listed, and ends no run.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "common/place.h"

namespace dateline {

/// `message` is lower case, without a full stop, with the user's own words in single quotes; `hint`
/// says what to do next ("" if there is nothing to advise); `status` is the program's exit status.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& message, std::string hint = "", int status = 2)
        : std::runtime_error(message), hint_(std::move(hint)), status_(status) {}

    const std::string& hint() const { return hint_; }
    int status() const { return status_; }

private:
    std::string hint_;
    int status_;
};

/// What is wrong with an index as a whole.
enum class IndexFault {
    missing,
    older,  ///< made by an older dateline
    newer,
    damaged,
    unreadable,   ///< for the system's reasons
    changing,     ///< faster than it can be read
    unreachable,  ///< on another machine, to which there is no connection
    silent,       ///< on another machine, which does not answer in time
};

/// An index cannot be used, and whatever is done with it fails.
class IndexError : public Error {
public:
    IndexError(IndexFault fault, const std::string& message, std::string hint,
               std::string folder = "")
        : Error(message, std::move(hint)), fault_(fault), folder_(std::move(folder)) {}

    IndexFault fault() const { return fault_; }
    /// The index, where several are read and it is known; else "".
    const std::string& folder() const { return folder_; }

private:
    IndexFault fault_;
    std::string folder_;
};

/// What a Problem is about, for those who group them. Stored as numbers: new ones
/// come last, but before `kinds`.
enum class ProblemKind : std::uint8_t {
    other,
    bad_date,  ///< impossible, ambiguous or not understood
    future_date,
    front_matter,
    empty,  ///< there is no text
    cut,    ///< there is more text than was read
    encoding,
    kinds,  ///< how many there are
};

/// One thing that is wrong with a file, and where (common/place.h tells it); the archive's owner
/// reads it.
struct Problem {
    std::string path;        ///< "" until the caller fills it in
    std::uint32_t line = 0;  ///< 0: the file as a whole
    std::string message;     ///< lower case, no full stop: "front matter does not end"
    bool fatal = false;      ///< the article could not be read at all
    ProblemKind kind = ProblemKind::other;
    PlaceUnit unit = PlaceUnit::line;  ///< of `line`
    std::string item = {};             ///< see Article::item

    bool operator==(const Problem&) const = default;
};

/// The exit status for "try again later": another writer holds the index (sysexits.h EX_TEMPFAIL).
inline constexpr int status_busy = 75;

}  // namespace dateline
