// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/open_archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/index_store.h"
#include "searcher/remote/reader.h"

namespace dateline {
namespace {

/// In milliseconds, for each message; nought would be for ever. Less than the step, since Xapian
/// says who let it wait, and the end of the step does not.
unsigned xapian_patience(const TimeLimit& limit) {
    return std::max(1U, static_cast<unsigned>(limit.left_of_step().count() * 5 / 6));
}

/// What a server says of its index.
IndexError told_by_server(const std::string& folder, const Xapian::Error& error) {
    const std::string_view type = error.get_type();
    std::string_view said = error.get_msg();
    if (said.starts_with("REMOTE:")) said.remove_prefix(7);
    if (type == "DatabaseNotFoundError")
        return IndexError(
            IndexFault::missing, fmt::format("there is no index at '{}' ({})", folder, said),
            "make it on that machine with 'dateline-index', or mend the path", folder);
    return IndexError(IndexFault::damaged,
                      fmt::format("the index of '{}' cannot be read there ({})", folder, said),
                      "try again if it is being copied, else make it anew on that machine", folder);
}

/// Throws IndexErrors that name the index, also where it is of another version.
IndexInfo info_of(const std::string& folder, RemoteReader& reader) {
    constexpr const char* mend =
        "make it anew on that machine, with a dateline-index of this machine's version";
    try {
        IndexInfo info =
            read_info({[&](const std::vector<std::string>& keys) { reader.read_metadata(keys); },
                       [&](const std::string& key) { return reader.metadata(key); },
                       [&](const std::string& prefix) { return reader.metadata_keys(prefix); }});
        info.articles = reader.state().articles;
        check_versions(folder, info);
        return info;
    } catch (const IndexError& error) {
        if (!error.folder().empty()) throw;
        throw IndexError(error.fault(), fmt::format("'{}': {}", folder, error.what()), mend,
                         folder);
    } catch (const Error& error) {
        throw IndexError(IndexFault::damaged, fmt::format("'{}': {}", folder, error.what()), mend,
                         folder);
    }
}

/// Two connections: Xapian's own, which matches, and one that reads many articles at once. Both are
/// of one state of the index, and made at the same time: ssh does so while Xapian's is waited for.
Archive open_remote(const NamedFolder& wanted, TimeLimit& limit) {
    const auto reader =
        std::make_shared<RemoteReader>(wanted.folder, parse_address(wanted.folder), limit);
    Archive archive{wanted.name, wanted.folder, {}, {}, reader, {}};
    archive.server = std::make_shared<ChildGuard>(limit);
    try {
        archive.database =
            Xapian::Remote::open("/bin/sh", reader->arguments(), xapian_patience(limit));
    } catch (const Xapian::NetworkError& error) {
        reader->state();  // which may tell why
        reader->fail(error);
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const Xapian::Error& error) {
        throw told_by_server(wanted.folder, error);
    }
    archive.server->known();
    if (reader->identity() != served_identity_of(archive.database))
        throw Xapian::DatabaseModifiedError(wanted.folder);
    archive.info = info_of(wanted.folder, *reader);
    return archive;
}

/// Xapian's name of the connection to an archive.
std::string context_of(const Archive& archive) {
    return fmt::format("remote:prog(/bin/sh {})", archive.remote->arguments());
}

/// Throws the IndexError of the archive that an error of the network is about, if that can be told:
/// Xapian names it where it waited in vain, and not where an answer was none.
void blame(const Archives& archives, const Xapian::NetworkError& error) {
    const auto remote = [](const Archive& archive) { return archive.remote != nullptr; };
    const bool single = std::ranges::count_if(archives.each(), remote) == 1;
    for (const Archive& archive : archives.each())
        if (archive.remote && (single || error.get_context() == context_of(archive)))
            archive.remote->fail(error);
    for (const Archive& archive : archives.each())
        if (archive.remote) archive.remote->check_alive();
}

/// The same of what a server found wrong with its index.
void blame_index(const Archives& archives, const Xapian::Error& error) {
    for (const Archive& archive : archives.each())
        if (archive.remote && error.get_context() == context_of(archive))
            throw told_by_server(archive.folder, error);
}

}  // namespace

Archive open_archive(const NamedFolder& wanted, TimeLimit& limit) {
    if (is_remote(wanted.folder)) return open_remote(wanted, limit);
    OpenIndex opened = open_once(wanted.folder);
    return {wanted.name, wanted.folder, std::move(opened.database), std::move(opened.info), {}, {}};
}

void use_archives(const Archives& archives, const std::function<void(const Archives&)>& use) {
    try {
        use(archives);
    } catch (const Xapian::NetworkError& error) {
        blame(archives, error);
        throw;
    } catch (const Xapian::UnimplementedError& error) {
        blame_index(archives, error);
        if (!archives.any_remote()) throw;
        throw Error(fmt::format("that cannot be asked of an archive on another machine ({})",
                                error.get_msg()),
                    "name archives on this one: --index DIR");
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const Xapian::Error& error) {
        blame_index(archives, error);
        throw;
    }
}

}  // namespace dateline
