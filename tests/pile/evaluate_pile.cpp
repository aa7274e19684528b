// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-evaluate-pile: how well copies, stories and quotations are told, by gold data. A
// developer's program; it is not installed. docs/pile.md tells how it is used.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/run_main.h"
#include "tests/pile/copies.h"
#include "tests/pile/events.h"
#include "tests/pile/gold.h"
#include "tests/pile/quotes.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr const char* usage =
    "usage: dateline-evaluate-pile [--minimum FILE] [--only SET] DATA\n"
    "DATA has the folders pile/, news/ and collections/. FILE has lines of `figure least value`.\n";

struct GoldSet {
    std::string_view name;
    Figures (*figures)(const fs::path& data);
};

const std::vector<GoldSet> gold_sets{
    {"planted", planted_figures},
    {"natural", natural_figures},
    {"events", event_figures},
    {"quotes", quote_figures},
};

struct Options {
    std::string minimum;
    std::string only;
    std::string data;
};

Options read_options(std::span<const std::string_view> arguments) {
    Options options;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string_view name = arguments[at];
        const bool takes_value = name == "--minimum" || name == "--only";
        if (takes_value && at + 1 == arguments.size()) throw Error("a value is missing", usage);
        if (name == "--minimum")
            options.minimum = arguments[++at];
        else if (name == "--only")
            options.only = arguments[++at];
        else
            options.data = name;
    }
    if (options.data.empty()) throw Error("no data named", usage);
    return options;
}

/// Says which figures are below those of the file; true if none.
bool reaches(const std::string& file, const std::map<std::string, double>& reached) {
    std::ifstream stream(file);
    if (!stream) throw Error("cannot read '" + file + "'", "");
    bool good = true;
    for (std::string line; std::getline(stream, line);) {
        std::istringstream fields(line);
        std::string name;
        double least = 0;
        if (!(fields >> name >> least) || name.starts_with("#")) continue;
        const auto known = reached.find(name);
        if (known == reached.end() || known->second >= least) continue;
        good = false;
        std::cout << fmt::format("{}: below {}\n", name, least);
    }
    return good;
}

int run(std::span<const std::string_view> arguments) {
    const Options options = read_options(arguments);
    std::map<std::string, double> reached;
    for (const GoldSet& set : gold_sets) {
        if (!options.only.empty() && set.name != options.only) continue;
        for (const FigureRow& row : set.figures(options.data)) {
            reached[row.name] = row.value;
            std::cout << fmt::format("{:32} {:.4f}", row.name, row.value) << std::endl;
        }
    }
    return options.minimum.empty() || reaches(options.minimum, reached) ? 0 : 1;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
    return dateline::run_main("dateline-evaluate-pile", argc, argv, dateline::run);
}
