// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a fuzz target as an ordinary test: on each seed file, then on some thousand mutations of
// them, always the same ones. With libFuzzer the targets are linked without this file.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

namespace {

constexpr int mutations_per_seed = 1500;

// Pieces that mean something to one format or another.
constexpr auto pieces =
    std::to_array<std::string_view>({"---\n",
                                     "+++\n",
                                     "\n\n",
                                     "\r\n",
                                     "\r",
                                     "\"",
                                     "'",
                                     ": ",
                                     "- ",
                                     "[",
                                     "]",
                                     "](",
                                     "[[",
                                     "]]",
                                     "{{",
                                     "}}",
                                     "{%",
                                     "%}",
                                     "{:",
                                     "<",
                                     ">",
                                     "</",
                                     "/>",
                                     "<!--",
                                     "-->",
                                     "<p>",
                                     "</p>",
                                     "<script>",
                                     "<td>",
                                     "&",
                                     ";",
                                     "&#",
                                     "&#x110000;",
                                     "=?utf-8?q?",
                                     "?=",
                                     "=",
                                     "==",
                                     "\\",
                                     "\\u0000",
                                     "\\ud800",
                                     "|",
                                     "`",
                                     "```\n",
                                     "*",
                                     "**",
                                     "_",
                                     "#",
                                     "> ",
                                     "![",
                                     "<![CDATA[",
                                     "]]>",
                                     "<item>",
                                     "</item>",
                                     "<?xml ",
                                     "\xEF\xBB\xBF",
                                     "\xFF\xFE",
                                     "\xC3",
                                     "\xE2\x80",
                                     "\xF0\x9F\x98\x80",
                                     "\xE3\x80\x80",
                                     "~",
                                     "0",
                                     "9999999999",
                                     " date 2026-02-27 ",
                                     "--x\n",
                                     "Content-Type: multipart/mixed; boundary=x\n",
                                     "[caption",
                                     "\t",
                                     "    ",
                                     "&a;",
                                     "*a",
                                     "&a [",
                                     "? "});

std::string read_seed(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Mutator {
public:
    explicit Mutator(const std::vector<std::string>& seeds) : seeds_(seeds) {}

    std::string mutated(std::string text) {
        constexpr std::size_t most_bytes = 1U << 16U;
        for (std::size_t steps = below(4) + 1; steps > 0; --steps) mutate(text);
        if (text.size() > most_bytes) text.resize(most_bytes);
        return text;
    }

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }

    void mutate(std::string& text) {
        const std::size_t at = below(text.size() + 1);
        const std::size_t count = std::min(below(40), text.size() - at);
        switch (below(7)) {
            case 0:
                text.insert(at, pieces[below(pieces.size())]);
                break;
            case 1:
                text.erase(at, count);
                break;
            case 2:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
                break;
            case 3:
                text.insert(below(text.size() + 1), text.substr(at, count));
                break;
            case 4:
                text.resize(at);
                break;
            case 5:
                repeat(text, at);
                break;
            default:
                splice(text, at);
                break;
        }
    }

    void repeat(std::string& text, std::size_t at) {
        const std::string_view piece = pieces[below(pieces.size())];
        std::string many;
        for (std::size_t left = below(300); left > 0; --left) many += piece;
        text.insert(at, many);
    }

    void splice(std::string& text, std::size_t at) {
        const std::string& other = seeds_[below(seeds_.size())];
        text.resize(at);
        text += other.substr(below(other.size() + 1));
    }

    const std::vector<std::string>& seeds_;
    std::mt19937 random_{20260226};
};

void run(const std::string& text) {
    // A copy of exactly that size, so that a sanitizer sees a read behind its end.
    const std::vector<unsigned char> bytes(text.begin(), text.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::filesystem::path> paths;
    for (int at = 1; at < count; ++at) {
        for (const auto& entry : std::filesystem::directory_iterator(arguments[at])) {
            if (entry.is_regular_file()) paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    if (paths.empty()) {
        std::fputs("usage: replay SEED-FOLDER…\n", stderr);
        return 2;
    }
    std::vector<std::string> seeds = {""};
    for (const auto& path : paths) seeds.push_back(read_seed(path));
    Mutator mutator(seeds);
    for (const std::string& seed : seeds) {
        run(seed);
        for (int left = mutations_per_seed; left > 0; --left) run(mutator.mutated(seed));
    }
    std::printf("%zu seeds, %zu inputs\n", seeds.size(), seeds.size() * (mutations_per_seed + 1));
    return 0;
}
