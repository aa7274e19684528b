// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/archive.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>

namespace dateline {
namespace {

namespace fs = std::filesystem;
using cli::Output;
using cli::Sandbox;

const std::vector<std::string> whole_index{"XAPIANDB", "generation-N", "last-run", "lock"};

std::string article(int number, const std::string& more) {
    return fmt::format(
        "---\ntitle: Report {0} of the harbour\ndate: 2026-02-{1:02}\noutlet: The Verge\n---\n\n"
        "Ships number {0} came in. {2}\n\nThe pilots of the {0}th fleet sang.\n",
        number, number % 28 + 1, more);
}

std::string item(int number, const std::string& more) {
    return fmt::format(
        R"({{"id": "item-{0}", "title": "Item {0}", "date": "2026-01-{1:02}", "text": "Cargo of the item {0}. {2}"}})"
        "\n",
        number, number % 28 + 1, more);
}

std::string items(const std::vector<int>& numbers, int changed) {
    std::string lines;
    for (const int number : numbers)
        lines += item(number, number == changed ? "Mended later." : "");
    return lines;
}

bool is_placeholder(const std::string& path) {
    return path.find("/empty/") != std::string::npos;
}

}  // namespace

void write_archive(const Sandbox& sandbox) {
    for (int i = 1; i <= 9; ++i)
        sandbox.write(fmt::format("a/2026/{}.md", i), article(i, "Old words."));
    sandbox.write("a/list.jsonl", items({1, 2, 3, 4, 5, 6}, 0));
    for (int i = 11; i <= 16; ++i)
        sandbox.write(fmt::format("b/{}.txt", i), article(i, "Others say so."));
    for (int i = 21; i <= 24; ++i) sandbox.write(fmt::format("c/{}.md", i), article(i, "New."));
}

void change_archive(const Sandbox& sandbox) {
    const fs::path root = sandbox.path();
    sandbox.write("a/2026/1.md", article(1, "Newer words stand here."));
    sandbox.write("a/2026/2.md", article(2, "Words newer still."));
    fs::remove(root / "a/2026/3.md");
    fs::remove(root / "a/2026/4.md");
    fs::create_directories(root / "a/moved");
    fs::rename(root / "a/2026/5.md", root / "a/moved/5.md");
    fs::rename(root / "b/11.txt", root / "a/11.txt");
    sandbox.write("a/30.md", article(30, "Added."));
    sandbox.write("b/31.md", article(31, "Added, too."));
    sandbox.write("a/list.jsonl", items({1, 2, 4, 7, 5, 6, 8}, 4));
}

IndexContents from_nothing(const Sandbox& sandbox, const RootNames& roots,
                           const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"--index=reference", "--verbose"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    fs::remove_all(sandbox.path() / "reference");
    for (std::uint32_t number = 0; number <= (roots.empty() ? 0 : roots.rbegin()->first);
         ++number) {
        const auto root = roots.find(number);
        if (root == roots.end()) {
            const std::string name = fmt::format("empty/{}", number);
            fs::create_directories(sandbox.path() / name);
            arguments.push_back(name);
        } else {
            arguments.push_back(root->second);
        }
    }
    const Output made = sandbox.index(arguments);
    IndexContents contents = read_contents(sandbox.path() / "reference");
    if (made.status > 1) contents.flaws.push_back("cannot be made from nothing: " + told(made));
    contents.problems = problems_told(made.err);
    std::erase_if(contents.roots, [](const auto& root) { return is_placeholder(root.second); });
    return contents;
}

std::string unsoundness(const Sandbox& sandbox) {
    const std::string stub = sandbox.read("index/XAPIANDB");
    if (stub.empty()) return "";
    std::string found;
    if (const Output output = sandbox.index({"--verify"}); output.status != 0)
        found += "--verify: " + told(output);
    const std::string generation = stub.substr(5, stub.size() - 6);
    if (const Output output = sandbox.run(
            "/usr/bin/env", {"-u", "LD_PRELOAD", "/usr/bin/xapian-check", "index/" + generation});
        output.status != 0)
        found += "xapian-check: " + told(output);
    return found;
}

std::string leftovers(const Sandbox& sandbox) {
    std::vector<std::string> names = names_in(sandbox.path() / "index");
    std::string all;
    for (std::string& name : names) {
        all += " " + name;
        if (name.starts_with("generation-")) name = "generation-N";
    }
    return names == whole_index ? "" : "in the index folder:" + all + "\n";
}

IndexContents index_contents(const Sandbox& sandbox) {
    try {
        return read_contents(sandbox.path() / "index");
    } catch (const Xapian::Error& error) {
        IndexContents damaged;
        damaged.flaws.push_back("cannot be read: " + error.get_description());
        return damaged;
    } catch (const std::exception& error) {
        IndexContents damaged;
        damaged.flaws.push_back(std::string("cannot be read: ") + error.what());
        return damaged;
    }
}

void copy_folder(const Sandbox& sandbox, const std::string& from, const std::string& to) {
    fs::remove_all(sandbox.path() / to);
    if (fs::exists(sandbox.path() / from))
        fs::copy(sandbox.path() / from, sandbox.path() / to, fs::copy_options::recursive);
}

std::string problems_told(const std::string& errors) {
    std::vector<std::string> lines;
    std::istringstream told(errors);
    for (std::string line; std::getline(told, line);)
        if (!line.starts_with("note: ")) lines.push_back(line);
    std::ranges::sort(lines);
    return fmt::format("{}", fmt::join(lines, "\n"));
}

std::string told(const Output& output) {
    return fmt::format("status {}: {}{}\n", output.status, output.out, output.err);
}

}  // namespace dateline
