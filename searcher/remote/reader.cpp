// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "common/error.h"
#include "common/terminal.h"

namespace dateline {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 28;  // of what is asked for at once
constexpr std::size_t most_questions = 256;               // at once

template <typename Number>
Number narrow(std::uint64_t number) {
    if (number > std::numeric_limits<Number>::max()) throw WireError("a number is too large");
    return static_cast<Number>(number);
}

/// The bodies of questions for those that are not known.
template <typename Key, typename Known>
std::vector<Key> unknown(std::span<const Key> wanted, const Known& known) {
    std::vector<Key> missing;
    for (const Key& key : wanted)
        if (!known.contains(key)) missing.push_back(key);
    return missing;
}

std::vector<std::string> encoded(const std::vector<std::uint32_t>& docids) {
    std::vector<std::string> bodies;
    for (const std::uint32_t docid : docids) bodies.push_back(encode_number(docid));
    return bodies;
}

bool is(const WireMessage& message, Reply reply) {
    return message.type == static_cast<unsigned char>(reply);
}

std::string_view of_kind(const WireMessage& message, Reply kind) {
    if (!is(message, kind)) throw WireError("an answer is to another question");
    return message.body;
}

/// The answer to one question of one message.
std::string_view only(const std::vector<WireMessage>& replies, Reply kind) {
    return of_kind(replies.front(), kind);
}

/// Whether a question is answered by several messages, the last of which says so.
bool is_list(Ask kind) {
    return kind == Ask::document || kind == Ask::term_list || kind == Ask::metadata_keys;
}

/// A message whose name begins as that of the one before.
std::string continued(std::string_view body, std::string_view before) {
    if (body.empty()) throw WireError("a message is too short");
    const auto same = static_cast<unsigned char>(body.front());
    if (same > before.size()) throw WireError("a name begins with more than there is");
    return std::string(before.substr(0, same)).append(body.substr(1));
}

/// What speaks before the server is mostly a shell that greets whoever comes.
void check_beginning(std::string_view bytes) {
    if (bytes.empty() || is({static_cast<unsigned char>(bytes.front()), ""}, Reply::state) ||
        is({static_cast<unsigned char>(bytes.front()), ""}, Reply::exception))
        return;
    throw WireError(
        fmt::format("something else than a server speaks there: '{}'; let the shell "
                    "there print nothing where it is not asked to",
                    make_safe(bytes.substr(0, std::min<std::size_t>(bytes.find('\n'), 40)))));
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

std::vector<RemoteReader::Replies> RemoteReader::ask(Ask kind,
                                                     const std::vector<std::string>& bodies) {
    state();  // the greeting comes first
    std::vector<Replies> answers;
    for (std::size_t i = 0; i < bodies.size(); i += most_questions)
        std::ranges::move(ask_at_once(kind, std::span(bodies).subspan(
                                                i, std::min(most_questions, bodies.size() - i))),
                          std::back_inserter(answers));
    return answers;
}

std::vector<RemoteReader::Replies> RemoteReader::ask_at_once(Ask kind,
                                                             std::span<const std::string> bodies) {
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

RemoteDocument RemoteReader::decode_document(const Replies& replies) {
    if (replies.empty()) throw WireError("an answer is empty");
    RemoteDocument document;
    document.data = only(replies, Reply::data);
    for (std::size_t i = 1; i < replies.size(); ++i) {
        std::string_view body = of_kind(replies[i], Reply::value);
        const auto slot = narrow<std::uint32_t>(take_number(body));
        document.values.emplace(slot, body);
    }
    return document;
}

void RemoteReader::read_documents(std::span<const std::uint32_t> docids) try {
    const std::vector<std::uint32_t> missing = unknown(docids, documents_);
    const std::vector<Replies> answers = ask(Ask::document, encoded(missing));
    for (std::size_t i = 0; i < missing.size(); ++i)
        documents_.emplace(missing[i], decode_document(answers[i]));
} catch (const WireError& error) {
    fail(error);
}

void RemoteReader::read_metadata(std::span<const std::string> keys) try {
    const std::vector<std::string> missing = unknown(keys, metadata_);
    const std::vector<Replies> answers = ask(Ask::metadata, missing);
    for (std::size_t i = 0; i < missing.size(); ++i)
        metadata_.emplace(missing[i], only(answers[i], Reply::metadata));
} catch (const WireError& error) {
    fail(error);
}

void RemoteReader::read_lengths(std::span<const std::uint32_t> docids) try {
    const std::vector<std::uint32_t> missing = unknown(docids, lengths_);
    const std::vector<Replies> answers = ask(Ask::length, encoded(missing));
    for (std::size_t i = 0; i < missing.size(); ++i) {
        std::string_view body = only(answers[i], Reply::length);
        lengths_.emplace(missing[i], narrow<std::uint32_t>(take_number(body)));
    }
} catch (const WireError& error) {
    fail(error);
}

void RemoteReader::read_counts(std::span<const std::string> terms) try {
    const std::vector<std::string> missing = unknown(terms, counts_);
    const std::vector<Replies> answers = ask(Ask::frequencies, missing);
    for (std::size_t i = 0; i < missing.size(); ++i) {
        std::string_view body = only(answers[i], Reply::frequencies);
        TermCounts counts;
        counts.articles = take_number(body);
        counts.occurrences = take_number(body);
        counts_.emplace(missing[i], counts);
    }
} catch (const WireError& error) {
    fail(error);
}

void RemoteReader::read_terms(std::span<const std::uint32_t> docids) try {
    const std::vector<std::uint32_t> missing = unknown(docids, terms_);
    const std::vector<Replies> answers = ask(Ask::term_list, encoded(missing));
    for (std::size_t i = 0; i < missing.size(); ++i) {
        std::vector<ListedTerm> list;
        std::string name;
        if (answers[i].empty()) throw WireError("an answer is empty");
        only(answers[i], Reply::length);
        for (const WireMessage& message : std::span(answers[i]).subspan(1)) {
            std::string_view body = of_kind(message, Reply::term);
            const auto wdf = narrow<std::uint32_t>(take_number(body));
            take_number(body);  // its articles
            name = continued(body, name);
            list.push_back({name, wdf});
        }
        terms_.emplace(missing[i], std::move(list));
    }
} catch (const WireError& error) {
    fail(error);
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
    std::vector<std::string> keys;
    std::string key = prefix;
    const std::vector<Replies> answers = ask(Ask::metadata_keys, {prefix});
    for (const WireMessage& message : answers.front()) {
        key = continued(of_kind(message, Reply::metadata_key), key);
        keys.push_back(key);
    }
    return keys;
} catch (const WireError& error) {
    fail(error);
}

}  // namespace dateline
