// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/line_stream.h"

#include <fmt/format.h>

#include <string>

#include "indexer/readers/bytes/unpacked_text.h"

namespace dateline {

namespace {

// Cuts a stream of bytes into lines.
class LineCutter {
public:
    LineCutter(const LineSink& sink, std::size_t most_bytes, char line_end)
        : sink_(sink), most_bytes_(most_bytes), line_end_(line_end) {}

    void add(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find(line_end_);
            if (end == bytes.npos) {
                keep(bytes);
                return;
            }
            // Most lines lie whole in one block and are not copied.
            const bool whole = line_.empty() && !too_long_ && end <= most_bytes_;
            if (!whole) keep(bytes.substr(0, end));
            if (!emit(whole ? bytes.substr(0, end) : std::string_view(line_))) return;
            bytes.remove_prefix(end + 1);
        }
    }

    void finish() {
        if (!line_.empty() || too_long_) emit(line_);
    }

    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    void keep(std::string_view bytes) {
        if (too_long_ || line_.size() + bytes.size() > most_bytes_) {
            too_long_ = true;
            line_ = std::string();
        } else {
            line_ += bytes;
        }
    }

    bool emit(std::string_view line) {
        ++number_;
        if (too_long_) {
            const auto megabytes = most_bytes_ / (1024 * 1024);
            problems_.push_back(
                {"", number_, fmt::format("line is longer than {} MB", megabytes), true});
            too_long_ = false;
            return true;
        }
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool more = sink_(line, number_);
        line_.clear();
        return more;
    }

    const LineSink& sink_;
    std::size_t most_bytes_;
    char line_end_;
    std::string line_;
    std::uint32_t number_ = 0;
    bool too_long_ = false;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> for_each_line(const BlockSource& source, const LineSink& sink,
                                   std::size_t most_line_bytes, char line_end) {
    UnpackedText input(source);
    bool stopped = false;
    const LineSink guarded = [&](std::string_view line, std::uint32_t number) {
        stopped = !sink(line, number);
        return !stopped;
    };
    LineCutter lines(guarded, most_line_bytes, line_end);
    for (std::string_view block = input.next(); !block.empty() && !stopped; block = input.next())
        lines.add(block);
    if (!stopped) lines.finish();
    std::vector<Problem> problems = lines.take_problems();
    if (input.damaged()) problems.push_back(damaged_packing());
    return problems;
}

char line_end_of(const BlockSource& source) {
    constexpr std::size_t longest = 64 * 1024;
    UnpackedText input(source);
    bool after_cr = false;
    std::size_t seen = 0;
    while (seen < longest) {
        const std::string_view block = input.next();
        if (block.empty()) break;
        for (const char c : block) {
            if (after_cr) return c == '\n' ? '\n' : '\r';
            if (c == '\n') return c;
            after_cr = c == '\r';
        }
        seen += block.size();
    }
    return '\n';
}

}  // namespace dateline
