// SPDX-License-Identifier: GPL-2.0-or-later
// Reads what an index on another machine says of its articles, many at once: Xapian's own handle
// asks for one thing and waits for it, which is a round trip each. Stock xapian-progsrv answers any
// number of questions in their order.
//
// What was read is kept as long as the reader, so that whoever needs one article may ask for it
// alone after all were asked for together.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/remote/address.h"
#include "searcher/remote/answers.h"
#include "searcher/remote/ssh_process.h"
#include "searcher/remote/time_limit.h"
#include "searcher/remote/wire.h"

namespace dateline {

/// All functions throw IndexError (unreachable or silent, with the index as it was typed) where the
/// server does not answer, answers what is no answer, or not by the deadline; and Xapian's
/// DatabaseModifiedError where it was overtaken by changes.
class RemoteReader {
public:
    /// Begins to connect. `typed`: the index as the user named it; `limit` must outlive it.
    RemoteReader(std::string typed, RemoteAddress address, const TimeLimit& limit);

    /// As the server opened it.
    const ServedState& state();

    /// What tells that state from any other.
    std::string identity();

    void read_documents(std::span<const std::uint32_t> docids);
    void read_metadata(std::span<const std::string> keys);
    void read_lengths(std::span<const std::uint32_t> docids);
    void read_counts(std::span<const std::string> terms);
    void read_terms(std::span<const std::uint32_t> docids);

    const RemoteDocument& document(std::uint32_t docid);
    const std::string& metadata(const std::string& key);  ///< "": there is none
    std::uint32_t length(std::uint32_t docid);
    TermCounts counts(const std::string& term);
    const std::vector<ListedTerm>& terms(std::uint32_t docid);  ///< sorted

    std::vector<std::string> metadata_keys(const std::string& prefix);

    /// Throws, if it does not answer within a second.
    void check_alive();

    /// HOST or USER@HOST.
    const std::string& machine() const { return address_.host; }

    /// The command by which it is reached, for Xapian::Remote::open() of /bin/sh.
    const std::string& arguments() const { return arguments_; }

    /// Throws the IndexError that says that it did not answer, with what ssh said of it, if it said
    /// anything, else why Xapian's connection to it failed.
    [[noreturn]] void fail(const Xapian::NetworkError& error);

private:
    [[noreturn]] void fail(const WireError& error);
    [[noreturn]] void fail_closed(std::string_view why);
    [[noreturn]] void fail_in_time();
    /// Waits for it so long at most, or to the end of the step.
    WireMessage next(std::optional<TimeLimit::Duration> patience = {});
    void note_exception(const WireMessage& message);
    std::vector<Replies> ask(Ask kind, const std::vector<std::string>& bodies);
    std::vector<Replies> ask_at_once(Ask kind, std::span<const std::string> bodies);
    template <typename Key, typename Value>
    void read(Ask kind, std::span<const Key> wanted, std::unordered_map<Key, Value>& known,
              Value (*decode)(const Replies&));

    std::string typed_;
    RemoteAddress address_;
    std::string arguments_;
    const TimeLimit& limit_;
    std::optional<SshProcess> server_;
    std::string out_;
    std::string in_;
    std::size_t taken_ = 0;  ///< of in_, which has been read
    std::unique_ptr<ServedState> state_;
    std::unordered_map<std::uint32_t, RemoteDocument> documents_;
    std::unordered_map<std::string, std::string> metadata_;
    std::unordered_map<std::uint32_t, std::uint32_t> lengths_;
    std::unordered_map<std::string, TermCounts> counts_;
    std::unordered_map<std::uint32_t, std::vector<ListedTerm>> terms_;
};

}  // namespace dateline
