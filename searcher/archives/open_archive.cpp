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

/// Two connections: Xapian's own, which matches, and one that reads many articles at once. Both are
/// of one state of the index, and made at the same time: ssh does so while Xapian's is waited for.
Archive open_remote(const NamedFolder& wanted, TimeLimit& limit) {
    const RemoteAddress address = parse_address(wanted.folder);
    const auto reader = std::make_shared<RemoteReader>(wanted.folder, address, limit);
    const auto guard = std::make_shared<ChildGuard>(limit);
    Archive archive{wanted.name, wanted.folder, {}, {}, reader, guard};
    try {
        archive.database = Xapian::Remote::open("/bin/sh", arguments_for_sh(ssh_command(address)),
                                                xapian_patience(limit));
    } catch (const Xapian::NetworkError& error) {
        reader->state();  // which may tell why
        reader->fail(error);
    } catch (const Xapian::Error&) {
        reader->state();
        throw;
    }
    guard->known();
    if (reader->identity() != served_identity_of(archive.database))
        throw Xapian::DatabaseModifiedError(wanted.folder);
    archive.info =
        read_info({[&](const std::vector<std::string>& keys) { reader->read_metadata(keys); },
                   [&](const std::string& key) { return reader->metadata(key); },
                   [&](const std::string& prefix) { return reader->metadata_keys(prefix); }});
    archive.info.articles = reader->state().articles;
    check_versions(wanted.folder, archive.info);
    return archive;
}

/// Xapian's name of the connection to an archive.
std::string context_of(const Archive& archive) {
    return fmt::format("remote:prog(/bin/sh {})",
                       arguments_for_sh(ssh_command(parse_address(archive.folder))));
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
        if (!archives.any_remote()) throw;
        throw Error(fmt::format("that cannot be asked of an archive on another machine ({})",
                                error.get_msg()),
                    "name archives on this one: --index DIR");
    }
}

}  // namespace dateline
