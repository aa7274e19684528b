// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes of connections -> requests, responses -> bytes. The only file that knows Boost.Beast; what
// is answered is routes.h's. One thread, so that an answer that reads archives may be a process of
// its own (worker.h).
#pragma once

#include <cstdint>
#include <memory>

#include "searcher/web/site.h"

namespace dateline::web {

/// What a client may take of the server.
struct ServerLimits {
    std::size_t connections = 64;  ///< more wait until one ends
    std::size_t workers = 4;       ///< answers at the same time; more wait, within their time
    std::size_t slow_workers = 2;  ///< the same of what may take longer, which keeps none waiting
    std::size_t header_bytes = 8192;
    std::size_t body_bytes = 8192;
    std::size_t response_bytes = 256 << 20;
    int idle_seconds = 10;   ///< until a request is there, whole
    int write_seconds = 60;  ///< until a response is taken
};

class Server {
public:
    /// Listens on this machine alone: port 0 is any that is free. Throws Error if it cannot.
    explicit Server(std::uint16_t port, const ServerLimits& limits = {});
    ~Server();

    std::uint16_t port() const;

    /// Answers until SIGINT or SIGTERM.
    void run(const Site& site);

private:
    class Listener;
    std::unique_ptr<Listener> listener_;
};

}  // namespace dateline::web
