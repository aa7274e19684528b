// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/remote/address.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>
#include <vector>

#include "common/error.h"

namespace dateline {
namespace {

/// What /bin/sh prints that is started as Xapian starts a program: with the arguments parted at
/// blanks.
std::string printed_by_sh(const std::string& arguments) {
    std::vector<std::string> words{"/bin/sh"};
    for (std::size_t at = 0; at < arguments.size();) {
        const std::size_t end = std::min(arguments.find(' ', at), arguments.size());
        if (end > at) words.push_back(arguments.substr(at, end - at));
        at = end + 1;
    }
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        execv(argv[0], argv.data());
        _exit(127);
    }
    close(ends[1]);
    std::string out;
    std::array<char, 4096> block{};
    for (ssize_t got = 0; (got = read(ends[0], block.data(), block.size())) > 0;)
        out.append(block.data(), static_cast<std::size_t>(got));
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return out;
}

TEST_CASE("an address has a host, perhaps a user and a port, and a path") {
    struct Row {
        std::string typed;
        RemoteAddress address;
    };
    const Row rows[] = {
        {"ssh://desk/srv/index", {"desk", "", "/srv/index"}},
        {"ssh://ann@desk.example.org:2222/a", {"ann@desk.example.org", "2222", "/a"}},
        {"ssh://desk/~/my%20index", {"desk", "", "./my index"}},
        {"ssh://desk/a b/it's", {"desk", "", "/a b/it's"}},
        {"ssh://[::1]:22/x", {"::1", "22", "/x"}},
        {"ssh://desk/100%25", {"desk", "", "/100%"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(is_remote(row.typed));
        CHECK(parse_address(row.typed) == row.address);
    }
    CHECK_FALSE(is_remote("/ssh://x"));
    CHECK_FALSE(is_remote("desk:/srv"));
}

TEST_CASE("what could be an option, a command or nothing at all is no address") {
    for (const std::string_view typed : {"ssh://",
                                         "ssh:///x",
                                         "ssh://desk",
                                         "ssh://desk/",
                                         "ssh://-oProxyCommand=x/y",
                                         "ssh://-l@desk/x",
                                         "ssh://a b/x",
                                         "ssh://desk:0/x",
                                         "ssh://desk:65536/x",
                                         "ssh://desk:/x",
                                         "ssh://desk:2a/x",
                                         "ssh://desk;x/y",
                                         "ssh://$(x)/y",
                                         "ssh://de`x`sk/y",
                                         "ssh://desk/a%0ab",
                                         "ssh://desk/a\nb",
                                         "ssh://desk/a%0",
                                         "ssh://desk/%zz",
                                         "ssh://desk/a%00b",
                                         "ssh://[::1/x",
                                         "ssh://@desk/x",
                                         "ssh://a@b@/x"}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(parse_address(typed), Error);
    }
}

TEST_CASE("the path is one word of the other machine's shell, and the host no option of ssh") {
    const std::vector<std::string> command =
        ssh_command({"ann@desk", "2222", "/it's a $(path)"}, std::chrono::seconds(10));
    CHECK(command.front() == "ssh");
    REQUIRE(command.size() > 5);
    CHECK(std::vector(command.end() - 5, command.end()) ==
          std::vector<std::string>{"-p", "2222", "--", "ann@desk",
                                   "exec xapian-progsrv '/it'\\''s a $(path)'"});
}

TEST_CASE("a command comes whole through arguments that are parted at blanks") {
    const std::vector<std::string> words{"printf",         "<%s>", "a b",  "",           "it's",
                                         "$(x) `y` \\ \"", "\t\n", "100%", "caf\xc3\xa9"};
    const std::string arguments = arguments_for_sh(words);
    CHECK(printed_by_sh(arguments) == "<a b><><it's><$(x) `y` \\ \"><\t\n><100%><caf\xc3\xa9>");
}

}  // namespace
}  // namespace dateline
