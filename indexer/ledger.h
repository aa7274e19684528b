// SPDX-License-Identifier: GPL-2.0-or-later
// What the index remembers of each file: what it was, and what came of it. The next run compares it
// with the folder. It lives in the same database as the articles (Xapian's user metadata, one entry
// a folder), so that both are committed at once and a run without changes reads little.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

enum class FileOutcome : std::uint8_t {
    indexed,     ///< gave the articles in `ids`
    skipped,     ///< not a text file
    unreadable,  ///< the system did not let us read it; tried again in every run
    broken,      ///< read, but there is no article in it; tried again when it changes
};

struct FileRecord {
    std::string name;
    FileStamp stamp;
    std::uint64_t context = 0;  ///< hash of all beside the bytes that makes the article what it is
    FileOutcome outcome = FileOutcome::indexed;
    std::vector<std::string> ids;   ///< of its articles
    std::vector<Problem> problems;  ///< paths are left empty

    bool operator==(const FileRecord&) const = default;
};

/// One folder's records, by name.
using FolderRecords = std::map<std::string, FileRecord, std::less<>>;

std::string encode_folder(const std::string& folder, const FolderRecords& records);
/// The inverse: sets both; throws Error if the bytes are not from encode_folder.
void decode_folder(std::string_view bytes, std::string& folder, FolderRecords& records);

/// The records of one root, and which of its folders were changed since they were last saved.
class Ledger {
public:
    explicit Ledger(std::uint32_t root) : root_(root) {}

    std::uint32_t root() const { return root_; }
    const std::map<std::string, FolderRecords>& folders() const { return folders_; }
    const FileRecord* find(const std::string& folder, const std::string& name) const;
    std::uint64_t articles() const;

    void put(const std::string& folder, FileRecord record);
    void erase(const std::string& folder, const std::string& name);

    /// Takes over an entry that was read from the index.
    void load(std::string_view bytes);
    /// Gives the metadata entries of the changed folders (an empty value: remove) and forgets the
    /// changes.
    void save_changes(
        const std::function<void(const std::string&, const std::string&)>& set_metadata);
    /// Marks all folders as changed, for a new generation.
    void touch_all();

    /// All of the root's metadata keys begin so.
    static std::string key_prefix(std::uint32_t root);

private:
    std::uint32_t root_;
    std::map<std::string, FolderRecords> folders_;
    std::set<std::string> changed_;
};

}  // namespace dateline
