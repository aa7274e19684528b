// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <csignal>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "common/error.h"
#include "searcher/web/http.h"
#include "searcher/web/jobs.h"
#include "searcher/web/routes.h"

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
        serializer_.reset();
        output_.reset();  // may be large, and the next request far away
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
                                     shared_.limits.response_bytes);
        stream_.expires_never();
        watch();
        job_->begin(shared_.site, std::move(*request),
                    [self = shared_from_this()](Response response) {
                        self->job_.reset();
                        self->write(std::move(response), self->keeps_alive_);
                    });
    }

    /// A client that goes while its answer is worked out needs none. Of one that sends more already
    /// only a reset tells that.
    void watch(tcp::socket::wait_type what = tcp::socket::wait_read) {
        stream_.socket().async_wait(
            what, [self = shared_from_this(), what](const Failure& failure) {
                char byte = 0;
                if (failure || !self->job_) return;
                const ssize_t got =
                    recv(self->stream_.socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
                const bool gone = got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
                if (gone || what == tcp::socket::wait_error)
                    std::exchange(self->job_, nullptr)->give_up();
                else
                    self->watch(tcp::socket::wait_error);
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
        : limits_(limits), acceptor_(context_), signals_(context_), pause_(context_) {
        // Before the address is known to anybody: from then on a signal ends it in order.
        for (const int number : {SIGINT, SIGTERM, SIGCHLD}) signals_.add(number);
        const tcp::endpoint here(asio::ip::address_v4::loopback(), port);
        Failure failure;
        acceptor_.open(here.protocol(), failure);
        // Else what --open starts would keep the port.
        if (!failure) fcntl(acceptor_.native_handle(), F_SETFD, FD_CLOEXEC);
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
    }

    /// Sessions that wait in the context end with it, when nobody counts them any longer.
    ~Listener() {
        if (shared_) shared_->connection_ends = [] {};
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

private:
    void accept() {
        if (accepting_ || connections_ >= limits_.connections) return;
        accepting_ = true;
        acceptor_.async_accept([this](const Failure& failure, tcp::socket socket) {
            accepting_ = false;
            if (failure == asio::error::operation_aborted) return;
            if (failure) return accept_later();
            ++connections_;
            std::make_shared<Session>(std::move(socket), *shared_)->read();
            accept();
        });
    }

    /// No descriptor is left, for one: asked again at once, the system would say so for ever.
    void accept_later() {
        pause_.expires_after(std::chrono::milliseconds(100));
        pause_.async_wait([this](const Failure& failure) {
            if (!failure) accept();
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
    asio::steady_timer pause_;
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
