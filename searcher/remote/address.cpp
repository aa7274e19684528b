// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/address.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/ascii.h"
#include "common/error.h"

namespace dateline {
namespace {

constexpr std::string_view scheme = "ssh://";

[[noreturn]] void fail(std::string_view typed, std::string_view why) {
    throw Error(fmt::format("'{}' is no address of an index: {}", typed, why),
                "write ssh://HOST/PATH, with HOST as ssh knows it");
}

int hex_digit(char c) {
    if (ascii::is_digit(c)) return c - '0';
    const char lower = ascii::lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decoded(std::string_view text, std::string_view typed) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
        if (high < 0 || low < 0) fail(typed, "a % is written %25");
        plain += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return plain;
}

bool has_controls(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; });
}

/// Of a user's or a host's name.
bool is_name(std::string_view name) {
    return !name.empty() && name.front() != '-' && std::ranges::all_of(name, [](char c) {
        return ascii::is_letter(c) || ascii::is_digit(c) || c == '.' || c == '-' || c == '_' ||
               c == ':';
    });
}

/// In single quotes, for a POSIX shell.
std::string quoted(std::string_view word) {
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? "'\\''" : std::string(1, c);
    return text + "'";
}

/// Takes the port off a host's name; an IPv6 address stands in brackets.
std::string take_port(std::string_view& host, std::string_view typed) {
    const bool bracketed = host.starts_with('[');
    const std::size_t end = bracketed ? host.find(']') : std::min(host.find(':'), host.size());
    if (end == host.npos) fail(typed, "a bracket is open");
    std::string_view rest = host.substr(bracketed ? end + 1 : end);
    host = bracketed ? host.substr(1, end - 1) : host.substr(0, end);
    if (!bracketed && host.find(':') != host.npos) fail(typed, "its host cannot be");
    if (rest.empty()) return "";
    rest.remove_prefix(1);
    const bool number =
        !rest.empty() && rest.size() <= 5 && std::ranges::all_of(rest, ascii::is_digit);
    if (!number || std::stoi(std::string(rest)) < 1 || std::stoi(std::string(rest)) > 65535)
        fail(typed, "a port is a number from 1 to 65535");
    return std::string(rest);
}

}  // namespace

bool is_remote(std::string_view index) {
    return index.starts_with(scheme);
}

RemoteAddress parse_address(std::string_view typed) {
    if (!is_remote(typed)) fail(typed, "it does not begin with ssh://");
    std::string_view rest = typed.substr(scheme.size());
    const std::size_t slash = rest.find('/');
    if (slash == rest.npos || slash + 1 == rest.size()) fail(typed, "there is no path");
    RemoteAddress address;
    address.path = decoded(rest.substr(slash), typed);
    if (has_controls(address.path)) fail(typed, "there is a control character in it");
    if (address.path.starts_with("/~/")) address.path = "./" + address.path.substr(3);
    std::string_view host = rest.substr(0, slash);
    const std::size_t at = host.rfind('@');
    const std::string_view user = at == host.npos ? "" : host.substr(0, at);
    if (at != host.npos) host.remove_prefix(at + 1);
    address.port = take_port(host, typed);
    if (!is_name(host) || (at != host.npos && !is_name(user))) fail(typed, "its host cannot be");
    address.host = at == host.npos ? std::string(host) : fmt::format("{}@{}", user, host);
    return address;
}

std::vector<std::string> ssh_command(const RemoteAddress& address, std::chrono::seconds patience) {
    const auto tenths = [&](int number) {
        return std::to_string(std::max<std::int64_t>(1, patience.count() * number / 10));
    };
    std::vector<std::string> command{"ssh", "-T",
                                     "-o",  "BatchMode=yes",
                                     "-o",  "LogLevel=ERROR",
                                     "-o",  "ConnectTimeout=" + tenths(5),
                                     "-o",  "ServerAliveInterval=" + tenths(3),
                                     "-o",  "ServerAliveCountMax=2",
                                     "-o",  "ClearAllForwardings=yes",
                                     "-o",  "ForwardAgent=no"};
    if (!address.port.empty()) command.insert(command.end(), {"-p", address.port});
    command.insert(command.end(),
                   {"--", address.host, "exec xapian-progsrv " + quoted(address.path)});
    return command;
}

std::string arguments_for_sh(const std::vector<std::string>& command) {
    std::string line = "exec";
    for (const std::string& word : command) line += " " + quoted(word);
    std::string digits;
    for (const char c : line) digits += fmt::format("\\0{:03o}", static_cast<unsigned char>(c));
    return fmt::format("-c eval${{IFS}}\"$(printf${{IFS}}%b${{IFS}}'{}')\"", digits);
}

}  // namespace dateline
