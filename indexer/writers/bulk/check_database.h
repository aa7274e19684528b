// SPDX-License-Identifier: GPL-2.0-or-later
// Trust before publishing: is the database that the bulk loader wrote what stock Xapian reads, and
// does it hold what was put in?
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline {

namespace bulk {

/// What is remembered of one document in many, to be found again in the database.
struct Witness {
    std::uint32_t docid = 0;
    std::uint32_t length = 0;  ///< sum of wdf
    std::uint32_t terms = 0;
    std::uint64_t data_hash = 0;  ///< content_hash of the document's data
    std::uint64_t text_hash = 0;  ///< and of its text
    std::string id;

    bool operator==(const Witness&) const = default;
};

/// What a database must hold.
struct Expectation {
    std::uint32_t documents = 0;
    std::uint64_t total_length = 0;
    std::vector<Witness> witnesses;
};

}  // namespace bulk

enum class CheckDepth {
    sample,     ///< counts, statistics and some documents read back: milliseconds
    structure,  ///< and all that xapian-check looks at: reads everything once
};

/// What is wrong with the database, one line each; nothing if it can be trusted. Does not throw for
/// a damaged database.
std::vector<std::string> check_database(const std::filesystem::path& folder,
                                        const bulk::Expectation& expected,
                                        CheckDepth depth = CheckDepth::structure);

}  // namespace dateline
