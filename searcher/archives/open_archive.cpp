// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/open_archive.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "common/error.h"
#include "common/index_store.h"
#include "searcher/remote/reader.h"

namespace dateline {
namespace {

std::string identity_of_served(const Xapian::Database& database) {
    return fmt::format("{} {} {} {}", database.get_uuid(), database.get_doccount(),
                       database.get_lastdocid(), database.get_total_length());
}

/// Two connections: Xapian's own, which matches, and one that reads many articles at once. Both are
/// of one state of the index.
Archive open_remote(const NamedFolder& wanted) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(wanted.patience);
    const RemoteAddress address = parse_address(wanted.folder);
    auto reader = std::make_shared<RemoteReader>(wanted.folder, address, deadline);
    Archive archive{wanted.name, wanted.folder, {}, {}, reader};
    try {
        archive.database = Xapian::Remote::open("/bin/sh", arguments_for_sh(ssh_command(address)),
                                                wanted.patience * 1000);
    } catch (const Xapian::NetworkError& error) {
        reader->fail(error.get_msg());
    }
    if (reader->identity() != identity_of_served(archive.database))
        throw Xapian::DatabaseModifiedError(wanted.folder);
    archive.info =
        read_info({[&](const std::vector<std::string>& keys) { reader->read_metadata(keys); },
                   [&](const std::string& key) { return reader->metadata(key); },
                   [&](const std::string& prefix) { return reader->metadata_keys(prefix); }});
    archive.info.articles = reader->state().articles;
    check_versions(wanted.folder, archive.info);
    return archive;
}

/// Throws what is wrong with one of those on other machines, if anything is.
void find_unreachable(const Archives& archives, const std::string& why) {
    for (const Archive& archive : archives.each()) {
        if (!archive.remote) continue;
        try {
            Xapian::Database(archive.database).keep_alive();
        } catch (const Xapian::NetworkError&) {
            archive.remote->fail(why);
        }
    }
}

}  // namespace

Archive open_archive(const NamedFolder& wanted) {
    if (is_remote(wanted.folder)) return open_remote(wanted);
    OpenIndex opened = open_once(wanted.folder);
    return {wanted.name, wanted.folder, std::move(opened.database), std::move(opened.info), {}};
}

void use_archives(const Archives& archives, const std::function<void(const Archives&)>& use) {
    try {
        use(archives);
    } catch (const Xapian::NetworkError& error) {
        find_unreachable(archives, error.get_msg());
        throw;
    } catch (const Xapian::UnimplementedError& error) {
        if (!archives.any_remote()) throw;
        throw Error(fmt::format("that cannot be asked of an archive on another machine ({})",
                                error.get_msg()),
                    "name archives on this one: --index DIR");
    }
}

}  // namespace dateline
