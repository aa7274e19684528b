// SPDX-License-Identifier: GPL-2.0-or-later
// Answers that are worked out by processes (worker.h): so many at a time, each within its time.
#pragma once

#include <sys/types.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/web/routes.h"

namespace dateline::web {

/// Places for processes, which those who wait get in their order.
class Workers {
public:
    explicit Workers(std::size_t most) : free_(most) {}

    /// Runs `start` when there is a place, perhaps now; one_is_free() gives it back.
    void when_free(std::function<void()> start);
    void one_is_free();

    /// Nobody needs the process any longer; it is reaped when it is gone, and by nobody else before
    /// that, so that its number is its own until then.
    void leave(pid_t process);
    void reap();

private:
    void start_waiting();

    std::size_t free_;
    std::deque<std::function<void()>> waiting_;
    std::vector<pid_t> left_;
};

class Job : public std::enable_shared_from_this<Job> {
public:
    using Done = std::function<void(Response)>;

    /// A response of more bytes is not read.
    Job(boost::asio::io_context& context, Workers& workers, std::size_t most_bytes);

    /// Works out what respond() answers, and hands it to `done`; what took too long, crashed or is
    /// too large is told instead. The request has a route that reads archives; `site` outlives it.
    void begin(const Site& site, Request request, Done done);

    /// Nobody waits for it any longer.
    void give_up();

private:
    void start(const Site& site, const Request& request);
    void read();
    void end(Response response);

    boost::asio::posix::stream_descriptor pipe_;
    boost::asio::steady_timer clock_;
    Workers& workers_;
    std::size_t most_bytes_;
    const Route* route_ = nullptr;
    Done done_;
    pid_t process_ = 0;
    bool has_place_ = false;
    bool ended_ = false;
    std::string bytes_;
    std::array<char, 65536> buffer_{};
};

}  // namespace dateline::web
