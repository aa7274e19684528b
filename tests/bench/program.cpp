// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/program.h"

#include <iostream>
#include <stdexcept>
#include <vector>

namespace dateline::bench {
namespace {

constexpr const char* usage =
    "usage: index ARTICLES_DIR INDEX | update ARTICLES_DIR INDEX | "
    "search INDEX SET_FILE KIND [passages]";

void run(const Program& program, const std::vector<std::string>& words) {
    const std::string verb = words.empty() ? "" : words[0];
    if (verb == "index" && words.size() == 3 && program.index != nullptr)
        return program.index(words[1], words[2]);
    if (verb == "update" && words.size() == 3 && program.update != nullptr)
        return program.update(words[1], words[2]);
    const bool passages = words.size() == 5 && words[4] == "passages";
    if (verb != "search" || (words.size() != 4 && !passages)) throw std::runtime_error(usage);
    const auto kind = kind_named(words[3]);
    if (!kind) throw std::runtime_error("no kind of query is called " + words[3]);
    const Ask ask = program.open(words[1], *kind, passages);
    std::cout << measure(read_query_set(words[2], *kind), ask) << std::endl;
}

}  // namespace

int run(const Program& program, int argc, char** argv) {
    try {
        run(program, {argv + 1, argv + argc});
        return 0;
    } catch (const std::exception& error) {
        std::cerr << argv[0] << ": " << error.what() << '\n';
        return 2;
    }
}

}  // namespace dateline::bench
