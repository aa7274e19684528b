// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-web: serves the page.
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "common/error.h"
#include "common/run_main.h"
#include "searcher/config_source.h"
#include "searcher/web/key_file.h"
#include "searcher/web/routes.h"
#include "searcher/web/server.h"
#include "searcher/web/web_options.h"

namespace dateline::web {
namespace {

std::string state_path(const std::string& name) {
    const std::string path = state_file(name);
    if (path.empty())
        throw Error("there is no place for the key: HOME is not set",
                    "set HOME, or XDG_STATE_HOME");
    return path;
}

/// By a page in a file, since every user can see what a command is given.
void open_browser(const std::string& address, std::uint16_t port) {
    const std::string page = state_path(fmt::format("open-{}.html", port));
    write_opening_page(page, address);
    const std::string command = environment("BROWSER").value_or("xdg-open");
    // Of a session of its own, and nobody's child: the Ctrl-C that ends the server is not for it.
    const pid_t starter = fork();
    if (starter == 0) {
        setsid();
        const pid_t browser = fork();
        if (browser == 0) {
            execlp(command.c_str(), command.c_str(), page.c_str(), static_cast<char*>(nullptr));
            std::cerr << "dateline-web: cannot start '" << command
                      << "': open the address above by hand\n"
                      << std::flush;
        }
        _exit(browser < 0 ? 1 : 0);
    }
    if (starter > 0) waitpid(starter, nullptr, 0);
}

int run(std::span<const std::string_view> arguments) {
    const WebCommand command = read_web_command(arguments);
    if (command.text) {
        std::cout << *command.text;
        return 0;
    }
    Site site;
    site.arguments = command.arguments;
    site.config = config_source();
    if (!command.names_index) site.usual_index = index_folder("");
    std::error_code ignored;
    site.folder = std::filesystem::current_path(ignored).string();
    site.today = current_day;
    site.places = follow_places();
    site.now = [] { return static_cast<std::int64_t>(std::time(nullptr)); };
    check_archives(site);
    Server server(command.port);
    site.secrets = {server.port(), key_in(state_path("web-key")), new_secret()};
    const std::string address =
        fmt::format("http://127.0.0.1:{}/?key={}", site.secrets.port, site.secrets.key);
    std::cout << "Dateline is at " << address << "\nCtrl-C ends it.\n" << std::flush;
    if (command.open) open_browser(address, site.secrets.port);
    server.run(site);
    return 0;
}

}  // namespace
}  // namespace dateline::web

int main(int argc, char** argv) {
    return dateline::run_main("dateline-web", argc, argv, dateline::web::run);
}
