// SPDX-License-Identifier: GPL-2.0-or-later
// The index folder: its layout, its format stamp, how it is opened, and Xapian's errors turned into
// ours.
//
//     INDEX/XAPIANDB        a Xapian stub file that names the current generation
//     INDEX/generation-N/   a standard glass database
//     INDEX/lock            held by the one writer
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Raised when terms, slots, stored data or metadata keys change their meaning; an index with
/// another number is not read.
inline constexpr int index_format = 2;

inline constexpr std::string_view stub_name = "XAPIANDB";
inline constexpr std::string_view generation_prefix = "generation-";
inline constexpr std::string_view lock_name = "lock";

/// A folder of articles. Numbers are never used again, since article ids depend on them.
struct Root {
    std::uint32_t number = 0;
    std::string path;  ///< absolute

    bool operator==(const Root&) const = default;
};

/// What the index says of itself.
struct IndexInfo {
    int format = index_format;
    int analysis = 0;                    ///< analysis_version it was made with
    std::vector<Root> roots;             ///< by number
    std::vector<std::string> languages;  ///< codes of the stemmers used, sorted
    std::uint64_t articles = 0;

    bool operator==(const IndexInfo&) const = default;
};

/// The metadata entries, key and value, that read_info reads back.
std::vector<std::pair<std::string, std::string>> encode_info(const IndexInfo& info);
IndexInfo read_info(const Xapian::Database& database);

/// The key of the entry that names a root.
std::string root_metadata_key(std::uint32_t number);

/// Opens the current generation through the stub. Throws Error if there is none or its format or
/// analysis is of another version.
Xapian::Database open_index(const std::string& folder);

/// Runs `use` on the opened index. When a writer has overtaken the reader (DatabaseModifiedError),
/// opens anew and runs all of `use` again, a few times; so `use` must not keep anything from a
/// failed run. Xapian's errors come out as Error.
void with_index(const std::string& folder, const std::function<void(const Xapian::Database&)>& use);

/// Throws the Error that tells the user what a Xapian error on this index means.
[[noreturn]] void throw_index_error(const std::string& folder, const Xapian::Error& error);

}  // namespace dateline
