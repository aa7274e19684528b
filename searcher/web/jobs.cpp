// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/jobs.h"

#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/buffer.hpp>
#include <csignal>
#include <utility>

#include "searcher/web/worker.h"

namespace dateline::web {

using Failure = boost::system::error_code;

void Workers::when_free(std::function<void()> start) {
    waiting_.push_back(std::move(start));
    start_waiting();
}

void Workers::one_is_free() {
    ++free_;
    start_waiting();
}

void Workers::leave(pid_t process) {
    left_.push_back(process);
    reap();
}

void Workers::reap() {
    std::erase_if(left_, [](pid_t one) { return waitpid(one, nullptr, WNOHANG) != 0; });
}

void Workers::start_waiting() {
    while (free_ > 0 && !waiting_.empty()) {
        --free_;
        const std::function<void()> start = std::move(waiting_.front());
        waiting_.pop_front();
        start();
    }
}

Job::Job(boost::asio::io_context& context, Workers& workers, std::size_t most_bytes)
    : pipe_(context), clock_(context), workers_(workers), most_bytes_(most_bytes) {}

void Job::begin(const Site& site, Request request, Done done) {
    done_ = std::move(done);
    route_ = route_of(request);
    clock_.expires_after(route_->limit);
    clock_.async_wait([self = shared_from_this()](const Failure& failure) {
        if (!failure) self->end(not_in_time(*self->route_));
    });
    workers_.when_free([self = shared_from_this(), &site, request = std::move(request)] {
        self->start(site, request);
    });
}

void Job::give_up() {
    done_ = nullptr;
    end({});
}

void Job::start(const Site& site, const Request& request) {
    if (ended_) return workers_.one_is_free();
    has_place_ = true;
    const auto worker = start_worker([&] { return respond(site, request); });
    if (!worker) return end(busy());
    process_ = worker->process;
    Failure failure;
    pipe_.assign(worker->pipe, failure);
    if (!failure) return read();
    close(worker->pipe);
    end(busy());
}

void Job::read() {
    pipe_.async_read_some(boost::asio::buffer(buffer_),
                          [self = shared_from_this()](const Failure& failure, std::size_t size) {
                              if (self->ended_) return;
                              self->bytes_.append(self->buffer_.data(), size);
                              if (self->bytes_.size() > self->most_bytes_)
                                  return self->end(too_large());
                              if (!failure) return self->read();
                              auto response = unpack(self->bytes_);
                              self->end(response ? std::move(*response) : no_answer());
                          });
}

void Job::end(Response response) {
    if (std::exchange(ended_, true)) return;
    clock_.cancel();
    Failure ignored;
    pipe_.close(ignored);
    if (process_ > 0) {
        kill(process_, SIGKILL);
        workers_.leave(process_);
    }
    bytes_ = {};
    const Done done = std::move(done_);
    if (done) done(std::move(response));
    if (has_place_) workers_.one_is_free();
}

}  // namespace dateline::web
