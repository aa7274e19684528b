// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/folder_changes.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

namespace dateline {
namespace {

namespace fs = std::filesystem;
using Folders = std::vector<fs::path>;

constexpr std::array<std::string_view, 12> words{"harbours", "flooded", "running", "elections",
                                                 "Zürich",   "voted",   "cities",  "1.5",
                                                 "trade",    "otters",  "cargoes", "naïve"};
constexpr std::array<std::string_view, 5> subfolders{"", "x/", "x/y/", "2026/02/", "en/"};
constexpr std::array<std::string_view, 4> endings{".md", ".txt", ".html", ".jsonl"};

std::string text(Chance& chance) {
    std::string line;
    for (std::size_t i = 2 + chance.number(8); i > 0; --i) line.append(chance.pick(words)) += ' ';
    return line + "end.";
}

std::string json_line(Chance& chance) {
    const std::string id =
        chance.one_in(2) ? "" : fmt::format(R"("id": "n{}", )", chance.number(6));
    return fmt::format(R"({{{}"title": "Item {}", "text": "{}"}})", id, chance.number(100),
                       text(chance));
}

std::string content(const std::string& ending, Chance& chance) {
    if (chance.one_in(20)) return chance.one_in(2) ? "" : std::string("\0\1\2\0", 4);
    if (ending == ".jsonl") {
        std::string lines;
        for (std::size_t i = chance.number(7); i > 0; --i) lines += json_line(chance) + "\n";
        return lines;
    }
    if (ending == ".html")
        return fmt::format("<html><head><title>{}</title></head><body><p>{}</p></body></html>\n",
                           text(chance), text(chance));
    return fmt::format("---\ntitle: {}\ndate: 2026-02-{:02}\n---\n\n{}\n\n{}\n", text(chance),
                       1 + chance.number(28), text(chance), text(chance));
}

std::string read_all(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_all(const fs::path& path, const std::string& bytes) {
    std::error_code ignored;
    fs::create_directories(path.parent_path(), ignored);
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Regular files below the folder that are not hidden, in order.
Folders files_in(const fs::path& folder, std::string_view ending = "") {
    Folders files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().filename().string().front() != '.' &&
            entry.path().string().ends_with(ending))
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// No names of which XXH3 makes one id in two folders: that happens to short ones with numbers, and
/// then it depends on the history which of the articles gets another id.
fs::path new_name(const fs::path& folder, const std::string& ending, Chance& chance) {
    return folder / fmt::format("{}item-{}{}", chance.pick(subfolders), chance.number(40), ending);
}

/// A name that is not taken, in a folder that can be made.
bool is_free(const fs::path& path) {
    std::error_code error;
    for (fs::path above = path.parent_path(); !above.empty() && above != "/";
         above = above.parent_path())
        if (fs::exists(above, error) && !fs::is_directory(above, error)) return false;
    return !fs::exists(fs::symlink_status(path, error));
}

std::string add(const Folders& folders, Chance& chance) {
    const std::string ending(chance.pick(endings));
    const fs::path path = new_name(chance.pick(folders), ending, chance);
    if (!is_free(path)) return "";
    write_all(path, content(ending, chance));
    return "add " + path.string();
}

/// Some file of some folder; empty if there is none.
fs::path some_file(const Folders& folders, Chance& chance, std::string_view ending = "") {
    const Folders files = files_in(chance.pick(folders), ending);
    return files.empty() ? fs::path() : chance.pick(files);
}

std::string change(const Folders& folders, Chance& chance) {
    const fs::path path = some_file(folders, chance);
    if (path.empty()) return "";
    write_all(path, content(path.extension().string(), chance));
    return "change " + path.string();
}

/// Neither size nor time of change tell of it.
std::string change_secretly(const Folders& folders, Chance& chance) {
    const fs::path path = some_file(folders, chance);
    if (path.empty()) return "";
    std::string bytes = read_all(path);
    const std::size_t at = bytes.rfind("end.");
    if (at == std::string::npos) return "";
    const auto time = fs::last_write_time(path);
    bytes.replace(at, 3, "net");
    write_all(path, bytes);
    fs::last_write_time(path, time);
    return "change, with its old time and size, " + path.string();
}

std::string touch(const Folders& folders, Chance& chance) {
    const fs::path path = some_file(folders, chance);
    if (path.empty()) return "";
    fs::last_write_time(path, fs::last_write_time(path) - std::chrono::hours(chance.number(90)));
    return "touch " + path.string();
}

std::string move(const Folders& folders, Chance& chance) {
    const fs::path path = some_file(folders, chance);
    if (path.empty()) return "";
    const std::string ending =
        chance.one_in(6) ? std::string(chance.pick(endings)) : path.extension().string();
    const fs::path target = new_name(chance.pick(folders), ending, chance);
    if (!is_free(target)) return "";
    fs::create_directories(target.parent_path());
    fs::rename(path, target);
    return "move " + path.string() + " to " + target.string();
}

std::string copy(const Folders& folders, Chance& chance) {
    const fs::path path = some_file(folders, chance);
    if (path.empty()) return "";
    const fs::path target = new_name(chance.pick(folders), path.extension().string(), chance);
    if (!is_free(target)) return "";
    write_all(target, read_all(path));
    return "copy " + path.string() + " to " + target.string();
}

std::string swap(const Folders& folders, Chance& chance) {
    const fs::path a = some_file(folders, chance);
    const fs::path b = some_file(folders, chance);
    if (a.empty() || b.empty() || a == b) return "";
    const fs::path between = a.parent_path() / ".between";
    fs::rename(a, between);
    fs::rename(b, a);
    fs::rename(between, b);
    return "swap " + a.string() + " and " + b.string();
}

std::string remove(const Folders& folders, Chance& chance) {
    const fs::path path = some_file(folders, chance);
    if (path.empty()) return "";
    fs::remove(path);
    return "remove " + path.string();
}

/// A pipe or a folder where an article was.
std::string replace(const Folders& folders, Chance& chance) {
    const fs::path path = some_file(folders, chance);
    if (path.empty()) return "";
    fs::remove(path);
    if (!chance.one_in(2)) {
        write_all(path / "inside.md", content(".md", chance));
        return "a folder at " + path.string();
    }
    if (mkfifo(path.c_str(), 0600) != 0) return "";
    return "a pipe at " + path.string();
}

std::string move_folder(const Folders& folders, Chance& chance) {
    const fs::path from = chance.pick(folders) / chance.pick(subfolders);
    const fs::path to = chance.pick(folders) / fmt::format("folder{}", chance.number(3));
    if (!fs::is_directory(from) || from.has_filename() || fs::exists(to)) return "";
    const fs::path folder = from.parent_path();
    if (std::ranges::find(folders, folder) != folders.end()) return "";
    fs::rename(folder, to);
    return "move folder " + folder.string() + " to " + to.string();
}

std::string remove_folder(const Folders& folders, Chance& chance) {
    const fs::path folder = chance.pick(folders) / "x";
    if (!fs::is_directory(folder)) return "";
    fs::remove_all(folder);
    return "remove folder " + folder.string();
}

/// Lines come, go, change and are repeated.
std::string change_lines(const Folders& folders, Chance& chance) {
    const fs::path path = some_file(folders, chance, ".jsonl");
    if (path.empty()) return "";
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    const std::size_t at = chance.number(lines.size() + 1);
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t how = chance.number(6);
    if (how == 0)
        lines.push_back(json_line(chance));
    else if (how == 1)
        lines.insert(place, json_line(chance));
    else if (how == 2)
        lines.insert(place, chance.one_in(2) ? "" : "{not json");
    else if (at == lines.size())
        return "";
    else if (how == 3)
        lines.erase(place);
    else if (how == 4)
        lines[at] = json_line(chance);
    else
        lines.push_back(lines[at]);
    std::string bytes;
    for (const std::string& line : lines) bytes += line + "\n";
    write_all(path, bytes);
    return fmt::format("change {} of {}", how, path.string());
}

/// Of the files that rule over a folder.
std::string rule(const Folders& folders, Chance& chance, const char* name,
                 const std::vector<std::string>& contents) {
    const fs::path path = chance.pick(folders) / chance.pick(subfolders) / name;
    if (!fs::is_directory(path.parent_path())) return "";
    const std::string bytes = chance.pick(contents);
    if (bytes.empty())
        fs::remove(path);
    else
        write_all(path, bytes);
    return path.string() + " says '" + bytes.substr(0, bytes.find('\n')) + "'";
}

std::string set_defaults(const Folders& folders, Chance& chance) {
    return rule(folders, chance, ".dateline.yaml",
                {"", "outlet: The Verge\n", "outlet: TRT World\nsection: Ports\n"});
}

std::string set_ignored(const Folders& folders, Chance& chance) {
    return rule(folders, chance, ".datelineignore",
                {"", "*.txt\n", "x/\n", "*.jsonl\n!item-3.jsonl\n"});
}

using Change = std::string (*)(const Folders&, Chance&);
/// Some more often than others.
constexpr std::array<Change, 24> changes{
    add,          add,          add,         change,        change,       change_secretly,
    touch,        touch,        move,        move,          move,         copy,
    swap,         remove,       remove,      replace,       change_lines, change_lines,
    change_lines, change_lines, move_folder, remove_folder, set_defaults, set_ignored};

}  // namespace

void fill_folder(const fs::path& folder, Chance& chance) {
    fs::create_directories(folder);
    for (int i = 0; i < 8; ++i) add({folder}, chance);
    write_all(folder / "list.jsonl", json_line(chance) + "\n" + json_line(chance) + "\n");
}

std::string change_folders(const Folders& folders, Chance& chance) {
    if (folders.empty()) return "";
    return chance.pick(changes)(folders, chance);
}

}  // namespace dateline
