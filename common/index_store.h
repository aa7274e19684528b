// SPDX-License-Identifier: GPL-2.0-or-later
// The index as a database: its format stamp, how it is opened, and Xapian's errors turned into
// ours. The files it lies in are in common/index_files.h.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index_files.h"
#include "common/length_column.h"

namespace dateline {

/// Raised when terms, slots, stored data or metadata keys change their meaning; an index with
/// another number is not read.
inline constexpr int index_format = 12;

/// A folder of articles. Numbers are never used again, since article ids depend on them.
struct Root {
    std::uint32_t number = 0;
    std::string path;  ///< absolute

    bool operator==(const Root&) const = default;
};

/// The path of a file of the root.
std::string whole_path(std::string_view root, std::string_view path);
inline std::string whole_path(const Root& root, std::string_view path) {
    return whole_path(root.path, path);
}

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

/// How metadata is read that no database at hand has.
struct MetadataSource {
    std::function<void(const std::vector<std::string>& keys)>
        prepare;  ///< these are asked for next
    std::function<std::string(const std::string& key)> entry;
    std::function<std::vector<std::string>(const std::string& prefix)> keys;
};
/// But for the number of articles.
IndexInfo read_info(const MetadataSource& metadata);

/// Throws IndexError for an index of another version than this program's.
void check_versions(const std::string& folder, const IndexInfo& info);

/// The key of the entry that names a root.
std::string root_metadata_key(std::uint32_t number);

/// As it is stored; of an index without one no article has a length. Throws Error if it is damaged.
LengthColumn read_length_column(const Xapian::Database& database);
/// By the lengths of the articles, as a writer stores it.
LengthColumn make_length_column(const Xapian::Database& database);

/// Whether the index in `folder`, which says `info` of itself, is of an older format or text
/// analysis than this program's. Throws Error if it is of a newer one, or does not say.
bool is_older(const std::string& folder, const IndexInfo& info);

/// Opens the current generation, which is there and whole, whatever its version. Throws Error and
/// Xapian's errors.
Xapian::Database open_any_version(const std::string& folder);

/// An open index, and what it says of itself.
struct OpenIndex {
    Xapian::Database database;
    IndexInfo info;
};

/// Opens the current generation, once: within retry_while_changing. Throws as open_index.
OpenIndex open_once(const std::string& folder);

/// Opens the current generation. Throws Error if there is none, files of it are missing, or its
/// format or analysis is of another version.
Xapian::Database open_index(const std::string& folder);

/// Runs `use` on the opened index. What fails while a writer changes the index (it overtook the
/// reader, or the generation was replaced) is done again on the index as it is then, all of `use`,
/// so that `use` must not keep anything from a failed run. Xapian's errors come out as Error.
void with_index(const std::string& folder, const std::function<void(const Xapian::Database&)>& use);

/// Does `work` again, some times, if an index fails it, as IndexError or an error of Xapian's, and
/// one of them has changed since it began; else that comes out as IndexError. Of one that never
/// holds still the error names the folder. A crash is told (CrashNotice).
void retry_while_changing(const std::vector<std::string>& folders,
                          const std::function<void()>& work);

/// What a Xapian error means for the user: `subject` ("index '/x'") is damaged, of another Xapian,
/// or cannot be read.
IndexError explain_error(const std::string& subject, const Xapian::Error& error);

/// Throws the Error that tells the user what a Xapian error on this index means.
[[noreturn]] void throw_index_error(const std::string& folder, const Xapian::Error& error);

}  // namespace dateline
