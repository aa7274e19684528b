// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/line_stream.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace dateline {

namespace {

constexpr std::size_t block_bytes = 128 * 1024;

// Cuts a stream of bytes into lines.
class LineCutter {
public:
    LineCutter(const LineSink& sink, std::size_t most_bytes)
        : sink_(sink), most_bytes_(most_bytes) {}

    bool add(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            if (end == bytes.npos) {
                keep(bytes);
                return true;
            }
            // Most lines lie whole in one block and are not copied.
            const bool whole = line_.empty() && !too_long_ && end <= most_bytes_;
            if (!whole) keep(bytes.substr(0, end));
            if (!emit(whole ? bytes.substr(0, end) : std::string_view(line_))) return false;
            bytes.remove_prefix(end + 1);
        }
        return true;
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
    std::string line_;
    std::uint32_t number_ = 0;
    bool too_long_ = false;
    std::vector<Problem> problems_;
};

// The first block, already read to tell the compression, then the rest.
class Input {
public:
    explicit Input(const BlockSource& source) : source_(source), block_(block_bytes) { read(); }

    std::string_view block() const { return {block_.data(), size_}; }
    bool read() {
        size_ = std::min(source_(block_), block_.size());
        return size_ > 0;
    }

private:
    const BlockSource& source_;
    std::vector<char> block_;
    std::size_t size_ = 0;
};

// True if all could be decompressed, or the sink asked to stop.
bool inflate_lines(Input& input, LineCutter& lines) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    if (inflateInit2(&stream, gzip_window) != Z_OK) return false;
    const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
    std::vector<char> out(block_bytes);
    int state = Z_OK;
    do {
        // zlib's interface has no const.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.block().data()));
        stream.avail_in = static_cast<uInt>(input.block().size());
        do {
            if (state == Z_STREAM_END) {
                if (stream.avail_in == 0) break;
                inflateReset(&stream);  // another member follows
            }
            stream.next_out = reinterpret_cast<Bytef*>(out.data());
            stream.avail_out = static_cast<uInt>(out.size());
            state = inflate(&stream, Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) return false;
            if (!lines.add({out.data(), out.size() - stream.avail_out})) return true;
        } while (stream.avail_in > 0 || stream.avail_out == 0);
    } while (input.read());
    return state == Z_STREAM_END;
}

bool unzstd_lines(Input& input, LineCutter& lines) {
    const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream(ZSTD_createDStream(),
                                                                               ZSTD_freeDStream);
    // A window of 128 MB is the largest that zstd's own tool takes without being asked.
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, 27);
    std::vector<char> out(block_bytes);
    std::size_t left = 0;  // 0 at the end of a frame
    do {
        ZSTD_inBuffer from{input.block().data(), input.block().size(), 0};
        bool full = false;  // zstd may hold more than it gave
        while (from.pos < from.size || full) {
            ZSTD_outBuffer to{out.data(), out.size(), 0};
            left = ZSTD_decompressStream(stream.get(), &to, &from);
            if (ZSTD_isError(left) != 0) return false;
            if (!lines.add({out.data(), to.pos})) return true;
            full = to.pos == to.size && left != 0;
        }
    } while (input.read());
    return left == 0;
}

bool plain_lines(Input& input, LineCutter& lines) {
    do {
        if (!lines.add(input.block())) return true;
    } while (input.read());
    return true;
}

}  // namespace

std::vector<Problem> for_each_line(const BlockSource& source, const LineSink& sink,
                                   std::size_t most_line_bytes) {
    Input input(source);
    bool stopped = false;
    const LineSink guarded = [&](std::string_view line, std::uint32_t number) {
        stopped = !sink(line, number);
        return !stopped;
    };
    LineCutter lines(guarded, most_line_bytes);
    bool whole = true;
    if (input.block().starts_with("\x1F\x8B")) {
        whole = inflate_lines(input, lines);
    } else if (input.block().starts_with("\x28\xB5\x2F\xFD")) {
        whole = unzstd_lines(input, lines);
    } else {
        whole = plain_lines(input, lines);
    }
    if (!stopped) lines.finish();
    std::vector<Problem> problems = lines.take_problems();
    if (!whole)
        problems.push_back(
            {"", 0, "compressed file is damaged or cut off", true, ProblemKind::cut});
    return problems;
}

}  // namespace dateline
