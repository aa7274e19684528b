// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/with_archives.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

#include "common/error.h"
#include "common/index_store.h"
#include "searcher/archives/known_sizes.h"
#include "searcher/archives/open_archive.h"
#include "searcher/remote/time_limit.h"

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

TimeLimit::Duration patience_of(const std::vector<NamedFolder>& archives) {
    unsigned most = 0;
    for (const NamedFolder& archive : archives) most = std::max(most, archive.patience);
    return std::chrono::seconds(most);
}

using Open = std::function<Archives()>;

[[noreturn]] void throw_unreadable(const std::string& why, const std::string& folder) {
    throw IndexError(
        IndexFault::damaged,
        fmt::format("what an archive on another machine answers cannot be read ({})", why),
        "try again; if it stays so, make it anew on that machine", folder);
}

/// Opens archives and uses them; once more, if an index on another machine has changed since it was
/// opened, or a connection to it broke. `folder`: the only archive that it can be; else "".
void use_remote(const std::string& folder, TimeLimit& limit, const Open& open, const Use& use) {
    for (bool last = false;; last = true) {
        bool is_open = false;
        try {
            limit.begin_step();
            const Archives archives = open();
            is_open = true;
            limit.begin_step();
            return use_archives(archives, use);
        } catch (const IndexError& error) {
            const bool broke = is_open && error.fault() == IndexFault::unreachable;
            if (last || !broke) throw;
        } catch (const Xapian::DatabaseModifiedError&) {
            if (last)
                throw IndexError(IndexFault::changing,
                                 "an index on another machine changes faster than it can be read",
                                 "try again when its indexer has finished", folder);
        } catch (const Xapian::NetworkError& error) {
            if (last || limit.step_is_over())
                throw IndexError(IndexFault::unreachable,
                                 fmt::format("an archive on another machine did not answer ({})",
                                             error.get_msg()),
                                 "try ssh to it by hand", folder);
        } catch (const Xapian::Error& error) {
            if (folder.empty()) throw;
            throw_unreadable(error.get_msg(), folder);
        } catch (const std::logic_error& error) {  // what a garbled answer makes of Xapian
            throw_unreadable(error.what(), folder);
        } catch (const std::bad_alloc&) {
            throw_unreadable("not enough memory", folder);
        }
    }
}

void attempt(const std::vector<NamedFolder>& wanted, TimeLimit& limit, const Open& open,
             const Use& use) {
    const std::vector<std::string> folders = local(wanted);
    const bool any_remote = folders.size() < wanted.size();
    const std::string only = wanted.size() == 1 ? wanted.front().folder : "";
    const auto work = [&] {
        any_remote ? use_remote(only, limit, open, use) : use_archives(open(), use);
    };
    folders.empty() ? work() : retry_while_changing(folders, work);
}

/// The same of one, which is all there is.
void attempt(const NamedFolder& wanted, TimeLimit& limit, const Use& use) {
    const auto open = [&] {
        std::vector<Archive> opened;
        opened.push_back(open_archive(wanted, limit));
        return Archives(std::move(opened));
    };
    attempt({wanted}, limit, open, use);
}

/// Several archives, of which some may have to be left out.
class SeveralArchives {
public:
    SeveralArchives(const std::vector<NamedFolder>& wanted, const Use& use)
        : wanted_(wanted), use_(use), limit_(patience_of(wanted)), failed_(wanted.size()) {}

    std::vector<ArchiveReport> run() {
        for (;;) {
            try {
                attempt(
                    wanted_, limit_, [this] { return open_all(); }, use_);
                recall_sizes(reports_);
                return reports_;
            } catch (const IndexError& error) {
                if (leave_out(error) || find_failing()) continue;
                if (std::exchange(tried_again_, true)) throw;
            }
        }
    }

private:
    /// Those that can be opened, each state of an index once; on other machines all at a time.
    Archives open_all() {
        reports_.clear();
        std::vector<std::future<Archive>> begun(wanted_.size());
        for (std::size_t i = 0; i < wanted_.size(); ++i)
            if (!failed_[i]) begun[i] = begin_to_open(wanted_[i]);
        std::vector<Archive> opened;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            if (!failed_[i]) open_one(i, begun[i], opened);
            if (failed_[i]) reports_.push_back(*failed_[i]);
        }
        if (opened.empty()) throw none_left();
        return Archives(std::move(opened));
    }

    std::future<Archive> begin_to_open(const NamedFolder& wanted) {
        const auto when = is_remote(wanted.folder) ? std::launch::async : std::launch::deferred;
        return std::async(when, [&] { return open_archive(wanted, limit_); });
    }

    /// The archive, or nothing, and why is in failed_. What fails once may do so because it is
    /// changing; the second try looks for that, which would cost the first one time.
    std::optional<Archive> try_to_open(std::size_t number, std::future<Archive>& begun) {
        const NamedFolder& wanted = wanted_[number];
        try {
            return begun.get();
        } catch (const Xapian::Error&) {
        } catch (const IndexError& error) {
            if (error.fault() == IndexFault::unreachable || error.fault() == IndexFault::silent) {
                failed_[number] = report_of(wanted, error);
                return std::nullopt;
            }
        }
        std::optional<Archive> made;
        try {
            attempt(wanted, limit_, [&](const Archives& one) { made = one.each().front(); });
        } catch (const IndexError& error) {
            failed_[number] = report_of(wanted, error);
        }
        return made;
    }

    /// Adds it, and its report, if it can be opened and is none of the others.
    void open_one(std::size_t number, std::future<Archive>& begun, std::vector<Archive>& opened) {
        const NamedFolder& wanted = wanted_[number];
        std::optional<Archive> made = try_to_open(number, begun);
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
                attempt(wanted_[i], limit_, use_);
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
    TimeLimit limit_;
    bool tried_again_ = false;                          ///< though each of them answers alone
    std::vector<std::optional<ArchiveReport>> failed_;  ///< of those that are left out for good
    std::vector<ArchiveReport> reports_;
};

}  // namespace

std::vector<ArchiveReport> with_archives(const std::vector<NamedFolder>& wanted, const Use& use) {
    if (wanted.size() != 1) return SeveralArchives(wanted, use).run();
    TimeLimit limit(patience_of(wanted));
    ArchiveReport report{wanted.front()};
    attempt(wanted.front(), limit, [&](const Archives& one) {
        report.articles = one.each().front().info.articles;
        use(one);
    });
    std::vector<ArchiveReport> reports{report};
    recall_sizes(reports);
    return reports;
}

}  // namespace dateline
