// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/error.h"

namespace dateline {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 28;  // of what is asked for at once
constexpr std::size_t most_questions = 256;               // at once

/// The body of a question.
std::string body_of(std::uint32_t docid) {
    return encode_number(docid);
}

std::string body_of(const std::string& name) {
    return name;
}

}  // namespace

RemoteReader::RemoteReader(std::string typed, RemoteAddress address, const TimeLimit& limit)
    : typed_(std::move(typed)), address_(std::move(address)), limit_(limit) {
    const std::vector<std::string> command =
        ssh_command(address_, std::chrono::ceil<std::chrono::seconds>(limit.whole()));
    arguments_ = arguments_for_sh(command);
    try {
        server_.emplace(command);
    } catch (const Error& error) {
        throw IndexError(IndexFault::unreachable, error.what(), error.hint(), typed_);
    }
}

void RemoteReader::fail(const WireError& error) {
    throw IndexError(IndexFault::unreachable,
                     fmt::format("'{}' did not answer ({})", typed_, error.what()),
                     fmt::format("see what 'ssh {}' says by itself", address_.host), typed_);
}

void RemoteReader::fail_closed(std::string_view why) {
    const std::string said = server_->reason();
    const bool no_server = said.find("xapian-progsrv") != said.npos;
    throw IndexError(IndexFault::unreachable,
                     fmt::format("'{}' did not answer ({})", typed_,
                                 said.empty() ? why : std::string_view(said)),
                     no_server ? "install Xapian's server there: sudo apt install xapian-tools"
                               : fmt::format("see what 'ssh {}' says by itself", address_.host),
                     typed_);
}

void RemoteReader::fail_in_time() {
    const std::string said = server_->reason();
    throw IndexError(
        IndexFault::silent,
        fmt::format("'{}' did not answer in time{}", typed_, said.empty() ? "" : " (" + said + ")"),
        fmt::format("wait longer with --timeout, or see what 'ssh {}' says by itself",
                    address_.host),
        typed_);
}

void RemoteReader::fail(const Xapian::NetworkError& error) {
    if (limit_.step_is_over() || std::string_view(error.get_type()) == "NetworkTimeoutError")
        fail_in_time();
    fail_closed(error.get_msg());
}

/// The next message; what is no message is a failure of the server's.
WireMessage RemoteReader::next(std::optional<TimeLimit::Duration> patience) {
    std::optional<SshProcess::Time> deadline;  // of messages that are here nobody asks the time
    for (;;) {
        std::string_view rest = std::string_view(in_).substr(taken_);
        if (auto message = take_message(rest)) {
            taken_ = in_.size() - rest.size();
            return std::move(*message);
        }
        in_.erase(0, std::exchange(taken_, 0));
        if (!state_) check_beginning(in_);
        if (!deadline)
            deadline = std::chrono::steady_clock::now() + patience.value_or(limit_.left_of_step());
        switch (server_->exchange(out_, in_, *deadline)) {
            case SshProcess::Ending::open:
                break;
            case SshProcess::Ending::closed:
                fail_closed("connection closed");
            case SshProcess::Ending::out_of_time:
                fail_in_time();
        }
    }
}

/// The server says why it could not do what it was asked.
void RemoteReader::note_exception(const WireMessage& message) {
    constexpr char modified = '\010';  // as Xapian's net/serialise-error.cc has them
    constexpr char not_found = '\013';
    std::string_view body = message.body;
    if (body.empty()) throw WireError("an error is none");
    const char type = body.front();
    body.remove_prefix(1);
    if (type == modified || type == not_found) throw Xapian::DatabaseModifiedError(typed_);
    take_bytes(body);  // its context
    throw IndexError(
        IndexFault::damaged,
        fmt::format("the index of '{}' cannot be read there ({})", typed_, take_bytes(body)),
        "try again if it is being copied, else make it anew on that machine", typed_);
}

std::vector<Replies> RemoteReader::ask(Ask kind, const std::vector<std::string>& bodies) {
    state();  // the greeting comes first
    std::vector<Replies> answers;
    for (std::size_t i = 0; i < bodies.size(); i += most_questions)
        std::ranges::move(ask_at_once(kind, std::span(bodies).subspan(
                                                i, std::min(most_questions, bodies.size() - i))),
                          std::back_inserter(answers));
    return answers;
}

std::vector<Replies> RemoteReader::ask_at_once(Ask kind, std::span<const std::string> bodies) {
    for (const std::string& body : bodies)
        out_ += encode_message({static_cast<unsigned char>(kind), body});
    std::vector<Replies> answers;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        Replies& replies = answers.emplace_back();
        for (;;) {
            WireMessage message = next();
            if (is(message, Reply::exception)) note_exception(message);
            bytes += sizeof(message) + message.body.size();
            if (bytes > most_bytes) throw WireError("an answer is too long");
            if (is_list(kind) && is(message, Reply::done)) break;
            replies.push_back(std::move(message));
            if (!is_list(kind)) break;
        }
    }
    return answers;
}

const ServedState& RemoteReader::state() {
    if (state_) return *state_;
    try {
        const WireMessage greeting = next();
        if (is(greeting, Reply::exception)) note_exception(greeting);
        state_ = std::make_unique<ServedState>(decode_greeting(greeting));
    } catch (const WireError& error) {
        fail(error);
    }
    return *state_;
}

std::string RemoteReader::identity() {
    const ServedState& served = state();
    return fmt::format("{} {} {} {}", served.uuid, served.articles, served.last_docid,
                       served.total_length);
}

/// Asks for what is not known.
template <typename Key, typename Value>
void RemoteReader::read(Ask kind, std::span<const Key> wanted,
                        std::unordered_map<Key, Value>& known,
                        Value (*decode)(const Replies&)) try {
    std::vector<Key> missing;
    std::vector<std::string> bodies;
    for (const Key& key : wanted) {
        if (known.contains(key)) continue;
        missing.push_back(key);
        bodies.push_back(body_of(key));
    }
    const std::vector<Replies> answers = ask(kind, bodies);
    for (std::size_t i = 0; i < missing.size(); ++i) known.emplace(missing[i], decode(answers[i]));
} catch (const WireError& error) {
    fail(error);
}

void RemoteReader::read_documents(std::span<const std::uint32_t> docids) {
    read(Ask::document, docids, documents_, decode_document);
}

void RemoteReader::read_metadata(std::span<const std::string> keys) {
    read(Ask::metadata, keys, metadata_, decode_metadata);
}

void RemoteReader::read_lengths(std::span<const std::uint32_t> docids) {
    read(Ask::length, docids, lengths_, decode_length);
}

void RemoteReader::read_counts(std::span<const std::string> terms) {
    read(Ask::frequencies, terms, counts_, decode_counts);
}

void RemoteReader::read_terms(std::span<const std::uint32_t> docids) {
    read(Ask::term_list, docids, terms_, decode_terms);
}

const RemoteDocument& RemoteReader::document(std::uint32_t docid) {
    read_documents({&docid, 1});
    return documents_.at(docid);
}

const std::string& RemoteReader::metadata(const std::string& key) {
    read_metadata({&key, 1});
    return metadata_.at(key);
}

std::uint32_t RemoteReader::length(std::uint32_t docid) {
    read_lengths({&docid, 1});
    return lengths_.at(docid);
}

TermCounts RemoteReader::counts(const std::string& term) {
    read_counts({&term, 1});
    return counts_.at(term);
}

const std::vector<ListedTerm>& RemoteReader::terms(std::uint32_t docid) {
    read_terms({&docid, 1});
    return terms_.at(docid);
}

void RemoteReader::check_alive() try {
    out_ += encode_message({static_cast<unsigned char>(Ask::keep_alive), ""});
    next(std::min<TimeLimit::Duration>(std::chrono::seconds(1), limit_.left()));
} catch (const WireError& error) {
    fail(error);
}

std::vector<std::string> RemoteReader::metadata_keys(const std::string& prefix) try {
    return decode_keys(ask(Ask::metadata_keys, {prefix}).front(), prefix);
} catch (const WireError& error) {
    fail(error);
}

}  // namespace dateline
