// SPDX-License-Identifier: GPL-2.0-or-later
// The built dateline-web, running in a sandbox, and connections to it.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "tests/cli/harness.h"

namespace dateline::cli {

/// One connection; closed at its end.
class Connection {
public:
    explicit Connection(std::uint16_t port);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void send(const std::string& bytes) const;
    void send_no_more() const;
    /// It ends as if the client had been killed: what comes is not read.
    void reset_at_end() const;
    /// All that comes until the server ends the connection.
    std::string read_to_end() const;

private:
    int socket_ = -1;
};

struct Answer {
    int status = 0;
    std::string head;
    std::string body;
};

/// Of the first response among the bytes.
Answer parse_answer(const std::string& bytes);

class WebServer {
public:
    /// On a port that is free, of the sandbox's index; waits until it listens. With a browser,
    /// which it is told to open.
    explicit WebServer(const Sandbox& sandbox, const std::string& browser = "");
    ~WebServer();
    WebServer(const WebServer&) = delete;
    WebServer& operator=(const WebServer&) = delete;

    std::uint16_t port() const { return port_; }
    const std::string& key() const { return key_; }
    pid_t process() const { return process_; }

    /// The head of a request as a browser with the cookie sends it, without the empty line.
    std::string head(const std::string& target, const std::string& method = "GET") const;
    Answer get(const std::string& target) const;

    /// Sends the signal and waits: the exit status, 128 + signal if killed.
    int end(int signal);

private:
    pid_t process_ = 0;
    std::uint16_t port_ = 0;
    std::string key_;
};

}  // namespace dateline::cli
