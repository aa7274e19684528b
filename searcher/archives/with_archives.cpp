// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/with_archives.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "common/error.h"
#include "common/index_store.h"
#include "searcher/archives/open_archive.h"

namespace dateline {
namespace {

using Use = std::function<void(const Archives&)>;

/// Those on this machine, which may change while they are read.
std::vector<std::string> local(const std::vector<NamedFolder>& archives) {
    std::vector<std::string> folders;
    for (const NamedFolder& archive : archives)
        if (!is_remote(archive.folder)) folders.push_back(archive.folder);
    return folders;
}

/// Does it again, if an index on another machine has changed since it was opened, or a connection
/// broke and it cannot be told which. `folder`: the only archive that it can be; else "".
void retry_remote(const std::string& folder, const std::function<void()>& work) {
    constexpr int most_attempts = 2;
    for (int attempt = 1;; ++attempt) {
        const bool last = attempt == most_attempts;
        try {
            return work();
        } catch (const Xapian::DatabaseModifiedError&) {
            if (last)
                throw IndexError(IndexFault::changing,
                                 "an index on another machine changes faster than it can be read",
                                 "try again when its indexer has finished", folder);
        } catch (const Xapian::NetworkError& error) {
            if (last)
                throw IndexError(IndexFault::unreachable,
                                 fmt::format("an archive on another machine did not answer ({})",
                                             error.get_msg()),
                                 "try ssh to it by hand", folder);
        }
    }
}

void attempt(const std::vector<NamedFolder>& archives, const std::function<void()>& work) {
    const std::vector<std::string> folders = local(archives);
    const bool any_remote = folders.size() < archives.size();
    const std::string only = archives.size() == 1 ? archives.front().folder : "";
    retry_while_changing(folders, [&] { any_remote ? retry_remote(only, work) : work(); });
}

/// Several archives, of which some may have to be left out.
class SeveralArchives {
public:
    SeveralArchives(const std::vector<NamedFolder>& wanted, const Use& use)
        : wanted_(wanted), use_(use), failed_(wanted.size()) {}

    std::vector<ArchiveReport> run() {
        for (;;) {
            try {
                attempt(wanted_, [&] { use_archives(open_all(), use_); });
                return reports_;
            } catch (const IndexError& error) {
                if (!leave_out(error) && !find_failing()) throw;
            }
        }
    }

private:
    /// Those that can be opened, each state of an index once.
    Archives open_all() {
        reports_.clear();
        begun_.assign(wanted_.size(), nullptr);
        for (std::size_t i = 0; i < wanted_.size(); ++i)
            if (!failed_[i]) begun_[i] = begin_archive(wanted_[i]);
        std::vector<Archive> opened;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            if (!failed_[i]) open_one(i, opened);
            if (failed_[i]) reports_.push_back(*failed_[i]);
        }
        if (opened.empty()) throw none_left();
        return Archives(std::move(opened));
    }

    /// The archive, or nothing, and why is in failed_. What fails once may do so because it is
    /// changing; the second try looks for that, which would cost the first one time.
    std::optional<Archive> try_to_open(std::size_t number) {
        const NamedFolder& wanted = wanted_[number];
        try {
            return open_archive(wanted, begun_[number]);
        } catch (const Xapian::Error&) {
        } catch (const IndexError& error) {
            if (error.fault() == IndexFault::unreachable) {
                failed_[number] = report_of(wanted, error);
                return std::nullopt;
            }
        }
        std::optional<Archive> made;
        try {
            attempt({wanted}, [&] { made = open_archive(wanted, begin_archive(wanted)); });
        } catch (const IndexError& error) {
            failed_[number] = report_of(wanted, error);
        }
        return made;
    }

    /// Adds it, and its report, if it can be opened and is none of the others.
    void open_one(std::size_t number, std::vector<Archive>& opened) {
        const NamedFolder& wanted = wanted_[number];
        std::optional<Archive> made = try_to_open(number);
        if (!made) return;
        ArchiveReport& report = reports_.emplace_back(ArchiveReport{wanted});
        report.articles = made->info.articles;
        const auto uuid = [](const Archive& archive) { return archive.database.get_uuid(); };
        const auto is_same = [&](const Archive& other) {
            return made->remote || other.remote
                       ? served_identity_of(made->database) == served_identity_of(other.database)
                       : identity_of(*made) == identity_of(other);
        };
        if (const auto same = std::ranges::find_if(opened, is_same); same != opened.end()) {
            report.state = archive_same;
            report.why = fmt::format("it is the same as '{}'", same->name);
            return;
        }
        if (const auto other = std::ranges::find(opened, uuid(*made), uuid); other != opened.end())
            report.why = fmt::format(
                "it is another state of '{}', and what both have is found twice", other->name);
        opened.push_back(std::move(*made));
    }

    /// The archive that the error names. Returns whether it names one.
    bool leave_out(const IndexError& error) {
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            if (failed_[i] || wanted_[i].folder != error.folder()) continue;
            failed_[i] = report_of(wanted_[i], error);
            return true;
        }
        return false;
    }

    /// Asks each archive alone, since what all of them threw does not tell which it was. Returns
    /// whether that found one.
    bool find_failing() {
        bool found = false;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            if (failed_[i]) continue;
            try {
                attempt({wanted_[i]}, [&] {
                    std::vector<Archive> alone;
                    alone.push_back(open_archive(wanted_[i], begin_archive(wanted_[i])));
                    use_archives(Archives(std::move(alone)), use_);
                });
            } catch (const IndexError& error) {
                failed_[i] = report_of(wanted_[i], error);
                found = true;
            } catch (const Error&) {
                // Of the question, not of the index.
            }
        }
        return found;
    }

    Error none_left() const {
        std::string message = "none of the archives can be searched";
        for (const auto& report : failed_)
            if (report)
                message +=
                    fmt::format("\n  {}: {}; {}", report->archive.name, report->why, report->mend);
        return Error(message);
    }

    const std::vector<NamedFolder>& wanted_;
    const Use& use_;
    std::vector<std::shared_ptr<RemoteReader>> begun_;  ///< connections to other machines
    std::vector<std::optional<ArchiveReport>> failed_;  ///< of those that are left out for good
    std::vector<ArchiveReport> reports_;
};

}  // namespace

std::vector<ArchiveReport> with_archives(const std::vector<NamedFolder>& wanted, const Use& use) {
    if (wanted.size() != 1) return SeveralArchives(wanted, use).run();
    ArchiveReport report{wanted.front()};
    attempt(wanted, [&] {
        std::vector<Archive> opened;
        opened.push_back(open_archive(wanted.front(), begin_archive(wanted.front())));
        report.articles = opened.front().info.articles;
        use_archives(Archives(std::move(opened)), use);
    });
    return {report};
}

}  // namespace dateline
