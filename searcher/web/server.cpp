// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/server.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <csignal>
#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "common/error.h"
#include "searcher/web/http.h"
#include "searcher/web/routes.h"
#include "searcher/web/worker.h"

namespace dateline::web {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using Failure = beast::error_code;
using Input = http::request<http::string_body>;
using Output = http::response<http::string_body>;

/// The status for bytes that are no request; 0 where the client is gone or said nothing.
int status_of(const Failure& failure) {
    if (failure == http::error::end_of_stream || failure == http::error::partial_message ||
        failure == beast::error::timeout ||
        failure.category() == asio::error::get_system_category())
        return 0;
    if (failure == http::error::header_limit) return 431;
    return failure == http::error::body_limit ? 413 : 400;
}

std::optional<Request> request_of(const Input& input) {
    std::vector<Header> headers;
    for (const auto& field : input)
        headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
    const auto text = [](beast::string_view view) {
        return std::string_view(view.data(), view.size());
    };
    return read_request(text(input.method_string()), text(input.target()), headers, input.body());
}

Output output_of(Response response, unsigned version, bool keeps_alive) {
    Output output(http::int_to_status(static_cast<unsigned>(response.status)), version);
    output.reason(std::string(reason_of(response.status)));
    for (const auto& [name, value] : safety_headers()) output.set(name, value);
    for (const auto& [name, value] : response.headers) output.insert(name, value);
    output.set(http::field::content_type, response.type);
    output.keep_alive(keeps_alive);
    output.body() = std::move(response.body);
    output.prepare_payload();
    return output;
}

/// The processes that work out answers: so many at a time, the others wait in order.
class Workers {
public:
    explicit Workers(std::size_t most) : free_(most) {}

    void when_free(std::function<void()> start) {
        waiting_.push_back(std::move(start));
        start_waiting();
    }
    void one_is_free() {
        ++free_;
        start_waiting();
    }

    /// Nobody needs it any longer; it is reaped when it is gone, and by nobody else before that, so
    /// that its number is its own until then.
    void leave(pid_t process) {
        left_.push_back(process);
        reap();
    }
    void reap() {
        std::erase_if(left_, [](pid_t one) { return waitpid(one, nullptr, WNOHANG) != 0; });
    }

private:
    void start_waiting() {
        while (free_ > 0 && !waiting_.empty()) {
            --free_;
            const std::function<void()> start = std::move(waiting_.front());
            waiting_.pop_front();
            start();
        }
    }

    std::size_t free_;
    std::deque<std::function<void()>> waiting_;
    std::vector<pid_t> left_;
};

/// One answer that is worked out by a process, within its time.
class Job : public std::enable_shared_from_this<Job> {
public:
    using Done = std::function<void(Response)>;

    Job(asio::io_context& context, Workers& workers, const ServerLimits& limits)
        : pipe_(context), clock_(context), workers_(workers), limits_(limits) {}

    void begin(const Site& site, Request request, Done done) {
        done_ = std::move(done);
        route_ = route_of(request);
        clock_.expires_after(route_->limit);
        clock_.async_wait([self = shared_from_this()](const Failure& failure) {
            if (!failure) self->end(not_in_time(self->route_));
        });
        workers_.when_free([self = shared_from_this(), &site, request = std::move(request)] {
            self->start(site, request);
        });
    }

    /// Nobody waits for it any longer.
    void give_up() {
        done_ = nullptr;
        end({});
    }

private:
    void start(const Site& site, const Request& request) {
        if (ended_) return workers_.one_is_free();
        const auto worker = start_worker([&] { return respond(site, request); });
        has_worker_ = true;
        if (!worker) return end(busy());
        process_ = worker->process;
        pipe_.assign(worker->pipe);
        read();
    }

    void read() {
        pipe_.async_read_some(asio::buffer(buffer_), [self = shared_from_this()](
                                                         const Failure& failure, std::size_t size) {
            if (self->ended_) return;
            self->bytes_.append(self->buffer_.data(), size);
            if (self->bytes_.size() > self->limits_.response_bytes) return self->end(too_large());
            if (!failure) return self->read();
            auto response = unpack(self->bytes_);
            self->end(response ? std::move(*response) : no_answer());
        });
    }

    void end(Response response) {
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
        if (has_worker_) workers_.one_is_free();
    }

    asio::posix::stream_descriptor pipe_;
    asio::steady_timer clock_;
    Workers& workers_;
    const ServerLimits& limits_;
    const Route* route_ = nullptr;
    Done done_;
    pid_t process_ = 0;
    bool has_worker_ = false;
    bool ended_ = false;
    std::string bytes_;
    std::array<char, 65536> buffer_{};
};

/// What all connections share.
struct Shared {
    Shared(const Site& asked, const ServerLimits& given)
        : site(asked), limits(given), workers(given.workers), slow_workers(given.slow_workers) {}

    /// An export must not keep a page waiting.
    Workers& workers_for(const Route& route) {
        return route.limit > usual_limit ? slow_workers : workers;
    }

    const Site& site;
    const ServerLimits& limits;
    Workers workers;
    Workers slow_workers;
    asio::io_context* context = nullptr;
    std::function<void()> connection_ends;
};

/// One connection: a request, its answer, the next request.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session(tcp::socket socket, Shared& shared) : stream_(std::move(socket)), shared_(shared) {}
    ~Session() { shared_.connection_ends(); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void read() {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(shared_.limits.header_bytes));
        parser_->body_limit(shared_.limits.body_bytes);
        stream_.expires_after(std::chrono::seconds(shared_.limits.idle_seconds));
        http::async_read(stream_, buffer_, *parser_,
                         [self = shared_from_this()](const Failure& failure, std::size_t) {
                             self->was_read(failure);
                         });
    }

private:
    void was_read(const Failure& failure) {
        if (failure) {
            const int status = status_of(failure);
            if (status == 0) return close();
            return write(not_a_request(status), false);
        }
        const Input& input = parser_->get();
        keeps_alive_ = input.keep_alive();
        auto request = request_of(input);
        if (!request) return write(not_a_request(400), false);
        if (auto response = quick_response(shared_.site, *request))
            return write(std::move(*response), keeps_alive_);
        job_ = std::make_shared<Job>(*shared_.context, shared_.workers_for(*route_of(*request)),
                                     shared_.limits);
        stream_.expires_never();
        watch();
        job_->begin(shared_.site, std::move(*request),
                    [self = shared_from_this()](Response response) {
                        self->job_.reset();
                        self->write(std::move(response), self->keeps_alive_);
                    });
    }

    /// A client that goes while its answer is worked out needs none.
    void watch() {
        stream_.socket().async_wait(
            tcp::socket::wait_read, [self = shared_from_this()](const Failure& failure) {
                char byte = 0;
                if (failure || !self->job_) return;
                const ssize_t got =
                    recv(self->stream_.socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
                if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
                    std::exchange(self->job_, nullptr)->give_up();
            });
    }

    void write(Response response, bool keeps_alive) {
        const Input& input = parser_->get();
        const bool head = input.method() == http::verb::head;
        output_.emplace(
            output_of(std::move(response), input.version() == 10 ? 10 : 11, keeps_alive));
        serializer_.emplace(*output_);
        stream_.expires_after(std::chrono::seconds(shared_.limits.write_seconds));
        const auto written = [self = shared_from_this(), keeps_alive](const Failure& failure,
                                                                      std::size_t) {
            if (failure || !keeps_alive) return self->close();
            self->read();
        };
        if (head) return http::async_write_header(stream_, *serializer_, written);
        http::async_write(stream_, *serializer_, written);
    }

    void close() {
        Failure ignored;
        // Workers hold copies of the socket: only this tells the other side.
        stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
        stream_.close();
    }

    beast::tcp_stream stream_;
    Shared& shared_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;
    std::optional<Output> output_;
    std::optional<http::response_serializer<http::string_body>> serializer_;
    std::shared_ptr<Job> job_;
    bool keeps_alive_ = false;
};

}  // namespace

class Server::Listener {
public:
    Listener(std::uint16_t port, const ServerLimits& limits)
        : limits_(limits), acceptor_(context_), signals_(context_) {
        // Before the address is known to anybody: from then on a signal ends it in order.
        for (const int number : {SIGINT, SIGTERM, SIGCHLD}) signals_.add(number);
        const tcp::endpoint here(asio::ip::address_v4::loopback(), port);
        Failure failure;
        acceptor_.open(here.protocol(), failure);
        if (!failure) acceptor_.set_option(tcp::acceptor::reuse_address(true), failure);
        if (!failure) acceptor_.bind(here, failure);
        if (!failure) acceptor_.listen(asio::socket_base::max_listen_connections, failure);
        if (!failure) return;
        if (failure == asio::error::address_in_use)
            throw Error(fmt::format("port {} is taken", port),
                        "if dateline-web runs there already, open its page; else give another "
                        "with --port N, or --port 0 for any that is free");
        throw Error(fmt::format("cannot listen on port {}: {}", port, failure.message()),
                    "give a port from 1024 to 65535 with --port N");
    }

    std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

    void run(const Site& site) {
        shared_.emplace(site, limits_);
        shared_->context = &context_;
        shared_->connection_ends = [this] {
            --connections_;
            accept();
        };
        wait_for_signal();
        accept();
        context_.run();
        shared_->connection_ends = [] {};
    }

private:
    void accept() {
        if (accepting_ || connections_ >= limits_.connections) return;
        accepting_ = true;
        acceptor_.async_accept([this](const Failure& failure, tcp::socket socket) {
            accepting_ = false;
            if (failure == asio::error::operation_aborted) return;
            if (!failure) {
                ++connections_;
                std::make_shared<Session>(std::move(socket), *shared_)->read();
            }
            accept();
        });
    }

    void wait_for_signal() {
        signals_.async_wait([this](const Failure& failure, int number) {
            if (failure) return;
            if (number != SIGCHLD) return context_.stop();
            shared_->workers.reap();
            shared_->slow_workers.reap();
            wait_for_signal();
        });
    }

    ServerLimits limits_;
    std::optional<Shared> shared_;  // outlives what waits in the context
    asio::io_context context_{1};
    tcp::acceptor acceptor_;
    asio::signal_set signals_;
    std::size_t connections_ = 0;
    bool accepting_ = false;
};

Server::Server(std::uint16_t port, const ServerLimits& limits)
    : listener_(std::make_unique<Listener>(port, limits)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return listener_->port();
}

void Server::run(const Site& site) {
    listener_->run(site);
}

}  // namespace dateline::web
