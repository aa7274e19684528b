// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <new>
#include <stdexcept>

#include "common/analysis.h"
#include "common/crash_notice.h"
#include "common/error.h"
#include "common/terminal.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view format_key = "dateline.format";
constexpr std::string_view analysis_key = "dateline.analysis";
constexpr std::string_view languages_key = "dateline.languages";
constexpr std::string_view root_key = "dateline.root.";  // + number, three digits at least

constexpr int most_attempts = 20;

/// What to do where it is not known which of several it is.
constexpr const char* verify_hint =
    "see which with 'dateline-index --verify --index DIR' for each, and leave it out";

int to_int(const std::string& text) {
    try {
        return std::stoi(text);
    } catch (const std::exception&) {
        return 0;
    }
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

[[noreturn]] void throw_no_index(const std::string& folder) {
    std::error_code ignored;
    const std::string what = fmt::format("cannot open index '{}': ", folder);
    const char* const make_hint = "make one with 'dateline-index FOLDER'";
    if (!fs::exists(folder, ignored))
        throw IndexError(IndexFault::missing, what + "no such folder", make_hint);
    if (!fs::is_directory(folder, ignored))
        throw IndexError(IndexFault::missing, what + "not a folder", make_hint);
    throw IndexError(IndexFault::missing, what + "there is no index in it", make_hint);
}

/// What Xapian throws where a damaged table has it read a length that cannot be; but it may be our
/// fault.
[[noreturn]] void throw_odd_error(const std::string& subject, const std::string& what) {
    throw IndexError(
        IndexFault::damaged, fmt::format("reading {} failed: {}", subject, what),
        "check it with 'dateline-index --verify'; 'dateline-index --rebuild' builds it "
        "anew");
}

/// "index 'a'", "one of the indexes 'a', 'b'"
std::string subject_of(const std::vector<std::string>& folders) {
    return fmt::format("{}'{}'", folders.size() == 1 ? "index " : "one of the indexes ",
                       fmt::join(folders, "', '"));
}

std::vector<std::string> fingerprints(const std::vector<std::string>& folders) {
    std::vector<std::string> all;
    for (const std::string& folder : folders) all.push_back(fingerprint(folder));
    return all;
}

/// Throws, if one has changed since these were its fingerprints and there is to be no more attempt.
/// Returns whether one has changed.
bool has_changed(const std::vector<std::string>& folders, const std::vector<std::string>& before,
                 bool last_attempt) {
    const std::vector<std::string> now = fingerprints(folders);
    const auto changed = std::ranges::mismatch(before, now).in1;
    if (changed == before.end()) return false;
    const std::string& folder = folders[static_cast<std::size_t>(changed - before.begin())];
    if (last_attempt)
        throw IndexError(IndexFault::changing,
                         fmt::format("index '{}' changes faster than it can be read", folder),
                         "try again when the indexer has finished", folder);
    return true;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> encode_info(const IndexInfo& info) {
    std::vector<std::pair<std::string, std::string>> entries{
        {std::string(format_key), std::to_string(info.format)},
        {std::string(analysis_key), std::to_string(info.analysis)},
        {std::string(languages_key), fmt::format("{}", fmt::join(info.languages, " "))}};
    for (const Root& root : info.roots)
        entries.emplace_back(root_metadata_key(root.number), root.path);
    return entries;
}

std::string root_metadata_key(std::uint32_t number) {
    return fmt::format("{}{:03}", root_key, number);
}

IndexInfo read_info(const MetadataSource& metadata) {
    metadata.prepare(
        {std::string(format_key), std::string(analysis_key), std::string(languages_key)});
    IndexInfo info;
    info.format = to_int(metadata.entry(std::string(format_key)));
    info.analysis = to_int(metadata.entry(std::string(analysis_key)));
    info.languages = split(metadata.entry(std::string(languages_key)), ' ');
    const std::string prefix(root_key);
    const std::vector<std::string> keys = metadata.keys(prefix);
    metadata.prepare(keys);
    for (const std::string& key : keys) {
        const auto number = static_cast<std::uint32_t>(to_int(key.substr(prefix.size())));
        info.roots.push_back({number, metadata.entry(key)});
    }
    std::ranges::sort(info.roots, {}, &Root::number);
    return info;
}

IndexInfo read_info(const Xapian::Database& database) {
    IndexInfo info =
        read_info({[](const std::vector<std::string>& /*keys*/) {},
                   [&](const std::string& key) { return database.get_metadata(key); },
                   [&](const std::string& prefix) {
                       return std::vector<std::string>(database.metadata_keys_begin(prefix),
                                                       database.metadata_keys_end(prefix));
                   }});
    info.articles = database.get_doccount();
    return info;
}

LengthColumn read_length_column(const Xapian::Database& database) {
    return LengthColumn::decoded(database.get_metadata(std::string(length_column_key)));
}

LengthColumn make_length_column(const Xapian::Database& database) {
    LengthColumn column;
    const auto end = database.postlist_end("");
    for (auto article = database.postlist_begin(""); article != end; ++article)
        column.set(*article, article.get_doclength());
    return column;
}

std::string whole_path(std::string_view root, std::string_view path) {
    return fmt::format("{}{}{}", root, root.ends_with('/') ? "" : "/", path);
}

bool is_older(const std::string& folder, const IndexInfo& info) {
    if (info.format == 0) throw damaged_index(folder, "it does not say which format it has");
    if (info.format > index_format || info.analysis > analysis_version)
        throw IndexError(IndexFault::newer,
                         fmt::format("index '{}' was made by a newer dateline", folder),
                         "use that one, or build the index anew with 'dateline-index --rebuild'");
    return info.format < index_format || info.analysis < analysis_version;
}

void check_versions(const std::string& folder, const IndexInfo& info) {
    if (is_older(folder, info))
        throw IndexError(IndexFault::older,
                         fmt::format("index '{}' was made by an older dateline", folder),
                         "run 'dateline-index': it makes it anew from its files");
}

/// A table that is missing when Xapian opens it counts as empty; so they are looked for behind that
/// again.
Xapian::Database open_any_version(const std::string& folder) {
    const std::string generation = current_generation(folder);
    if (generation.empty()) throw_no_index(folder);
    const std::vector<TableState> tables = check_generation(folder, generation);
    Xapian::Database database(generation, Xapian::DB_BACKEND_GLASS);
    check_still_there(folder, generation, tables);
    return database;
}

OpenIndex open_once(const std::string& folder) {
    OpenIndex opened{open_any_version(folder), {}};
    opened.info = read_info(opened.database);
    check_versions(folder, opened.info);
    return opened;
}

Xapian::Database open_index(const std::string& folder) {
    Xapian::Database database;
    retry_while_changing({folder}, [&] { database = open_once(folder).database; });
    return database;
}

void with_index(const std::string& folder,
                const std::function<void(const Xapian::Database&)>& use) {
    retry_while_changing({folder}, [&] { use(open_once(folder).database); });
}

void retry_while_changing(const std::vector<std::string>& folders,
                          const std::function<void()>& work) {
    const std::string subject = subject_of(folders);
    const CrashNotice notice =
        folders.size() == 1
            ? CrashNotice(folders.front())
            : CrashNotice(fmt::format("reading {} ended in a crash, or did not end; most likely it "
                                      "is damaged",
                                      make_safe(subject)),
                          verify_hint);
    for (int attempt = 1;; ++attempt) {
        const std::vector<std::string> before = fingerprints(folders);
        const bool last = attempt == most_attempts;
        try {
            return work();
        } catch (const Xapian::Error& error) {
            if (has_changed(folders, before, last)) continue;
            const IndexError explained = explain_error(subject, error);
            throw IndexError(explained.fault(), explained.what(),
                             folders.size() == 1 ? explained.hint() : verify_hint);
        } catch (const IndexError&) {
            if (!has_changed(folders, before, last)) throw;
        } catch (const std::bad_alloc&) {
            throw_odd_error(subject, "not enough memory");
        } catch (const std::logic_error& error) {
            throw_odd_error(subject, error.what());
        }
    }
}

IndexError explain_error(const std::string& subject, const Xapian::Error& error) {
    const std::string_view type = error.get_type();
    const char* const cause = error.get_error_string();  // the system's
    if (cause != nullptr && *cause != '\0')
        return IndexError(IndexFault::unreadable,
                          fmt::format("{}: {}: {}", subject, error.get_msg(), cause),
                          "check the folder's permissions and the disk, then try again");
    if (type == "DatabaseVersionError")
        return IndexError(
            IndexFault::damaged,
            fmt::format("{} was written by another Xapian: {}", subject, error.get_msg()),
            rebuild_hint);
    return IndexError(IndexFault::damaged,
                      fmt::format("{} is damaged: {}", subject, error.get_msg()), rebuild_hint);
}

void throw_index_error(const std::string& folder, const Xapian::Error& error) {
    throw explain_error(subject_of({folder}), error);
}

}  // namespace dateline
