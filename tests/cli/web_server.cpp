// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/web_server.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace dateline::cli {

Connection::Connection(std::uint16_t port)
    : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(port);
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&there), sizeof there) != 0)
        throw std::runtime_error("cannot connect");
    const timeval patience{60, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

Connection::~Connection() {
    close(socket_);
}

void Connection::send(const std::string& bytes) const {
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t sent = ::send(socket_, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
        if (sent <= 0) return;  // the server has ended it
        at += static_cast<std::size_t>(sent);
    }
}

void Connection::send_no_more() const {
    shutdown(socket_, SHUT_WR);
}

void Connection::reset_at_end() const {
    const linger at_once{1, 0};
    setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

std::string Connection::read_to_end() const {
    std::string bytes;
    std::array<char, 65536> buffer{};
    for (ssize_t got = 0; (got = recv(socket_, buffer.data(), buffer.size(), 0)) > 0;)
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
    return bytes;
}

Answer parse_answer(const std::string& bytes) {
    Answer answer;
    if (!bytes.starts_with("HTTP/1.1 ") && !bytes.starts_with("HTTP/1.0 ")) return answer;
    answer.status = std::atoi(bytes.c_str() + 9);
    const std::size_t end = bytes.find("\r\n\r\n");
    answer.head = bytes.substr(0, end);
    const std::size_t length = answer.head.find("Content-Length: ");
    const std::size_t size =
        length == answer.head.npos
            ? 0
            : static_cast<std::size_t>(std::atoll(answer.head.c_str() + length + 16));
    if (end != bytes.npos) answer.body = bytes.substr(end + 4, size);
    return answer;
}

WebServer::WebServer(const Sandbox& sandbox, const std::string& browser) {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    const std::string home = "HOME=" + sandbox.path().string();
    const std::string state = "XDG_STATE_HOME=" + (sandbox.path() / "state").string();
    const std::string index = "DATELINE_INDEX=" + (sandbox.path() / "index").string();
    const char* sanitizer = std::getenv("ASAN_OPTIONS");
    const std::string options =
        std::string("ASAN_OPTIONS=") + (sanitizer == nullptr ? "" : sanitizer);
    const std::string opens = "BROWSER=" + browser;
    process_ = fork();
    if (process_ == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        if (chdir(sandbox.path().c_str()) != 0) _exit(126);
        const char* const arguments[] = {DATELINE_WEB_PROGRAM,
                                         "--port",
                                         "0",
                                         "--today",
                                         "2026-03-01",
                                         browser.empty() ? nullptr : "--open",
                                         nullptr};
        std::vector<std::string> more;
        for (const auto& [name, value] : sandbox.environment) more.push_back(name + "=" + value);
        std::vector<const char*> variables{home.c_str(), state.c_str(), options.c_str(),
                                           opens.c_str()};
        if (!sandbox.environment.contains("PATH")) variables.push_back("PATH=/usr/bin:/bin");
        if (!sandbox.environment.contains("DATELINE_INDEX")) variables.push_back(index.c_str());
        for (const std::string& variable : more) variables.push_back(variable.c_str());
        variables.push_back(nullptr);
        execve(DATELINE_WEB_PROGRAM, const_cast<char* const*>(arguments),
               const_cast<char* const*>(variables.data()));
        _exit(127);
    }
    close(ends[1]);
    std::string line;
    for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) line += c;
    close(ends[0]);
    const std::size_t port = line.find("127.0.0.1:");
    const std::size_t key = line.find("?key=");
    REQUIRE_MESSAGE(key != line.npos, line);
    port_ = static_cast<std::uint16_t>(std::atoi(line.c_str() + port + 10));
    key_ = line.substr(key + 5);
}

WebServer::~WebServer() {
    if (process_ > 0) end(SIGKILL);
}

std::string WebServer::head(const std::string& target, const std::string& method) const {
    const std::string port = std::to_string(port_);
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port +
           "\r\nCookie: dateline-key-" + port + '=' + key_ + "\r\n";
}

Answer WebServer::get(const std::string& target) const {
    const Connection connection(port_);
    connection.send(head(target) + "Connection: close\r\n\r\n");
    return parse_answer(connection.read_to_end());
}

int WebServer::end(int signal) {
    kill(process_, signal);
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace dateline::cli
