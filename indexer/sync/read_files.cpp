// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/read_files.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <set>

#include "common/error.h"
#include "indexer/writers/bulk/segment.h"
#include "indexer/writers/threads.h"

namespace dateline {
namespace {

constexpr std::uint64_t most_block_bytes = 64
                                           << 20;  // of files; a block's runs wait for their turn
constexpr std::size_t bytes_per_file = 450;  // about, of the lists of files and what came of them

/// Consecutive files.
struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// About as many blocks as threads, but none too large, so that memory is bounded.
std::vector<Block> cut_into_blocks(const std::vector<FileToRead>& files, unsigned jobs) {
    std::uint64_t total = 0;
    for (const FileToRead& file : files) total += file.file.stamp.size;
    const std::uint64_t share = std::min(most_block_bytes, total / jobs + 1);
    std::vector<Block> blocks;
    std::uint64_t bytes = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        bytes += files[i].file.stamp.size;
        if (bytes < share && i + 1 < files.size()) continue;
        blocks.push_back({begin, i + 1});
        begin = i + 1;
        bytes = 0;
    }
    return blocks;
}

/// A thread's tools, used for one block after the other. What is known of words is kept between
/// them, as long as it takes half the memory that a run may.
class Worker {
public:
    Worker(const ReadSettings& settings, const TakenIds& taken_ids, std::size_t memory_bytes)
        : settings_(settings),
          taken_ids_(taken_ids),
          memory_bytes_(std::min(memory_bytes, bulk::most_segment_bytes)) {
        begin_vocabulary();
    }

    FileReading read(const FileToRead& file, BulkLoader& loader, std::vector<bulk::Run>& runs) {
        ArticleSink sink;
        sink.put = [&](Article& article) {
            segment_.add(builder_->build(article), *vocabulary_);
            if (segment_.memory_bytes() < memory_bytes_) return;
            runs.push_back(finish());
            runs.back().spill(loader.spill_file());
        };
        if (!taken_ids_.empty())
            sink.taken = [&](const std::string& id) {
                const auto taken = taken_ids_.find(id);
                return taken != taken_ids_.end() && taken->second != &file.file;
            };
        return read_articles(file, settings_, sink);
    }

    /// The run of what was read since the last one, if anything was.
    std::optional<bulk::Run> finish_block() {
        if (segment_.documents() == 0) return std::nullopt;
        return finish();
    }

    const std::set<std::string>& languages() {
        note_languages();
        return languages_;
    }

private:
    bulk::Run finish() {
        for (const auto& [stem, form] : builder_->take_new_forms()) segment_.add_form(stem, form);
        bulk::Run run = segment_.finish(*vocabulary_);
        if (vocabulary_->size() * bulk::bytes_per_term > memory_bytes_ / 2) begin_vocabulary();
        return run;
    }

    void begin_vocabulary() {
        note_languages();
        builder_.reset();
        vocabulary_ = std::make_unique<Vocabulary>();
        builder_ = std::make_unique<DocumentBuilder>(*vocabulary_);
    }

    void note_languages() {
        if (builder_)
            for (const std::string& code : builder_->languages()) languages_.insert(code);
    }

    const ReadSettings& settings_;
    const TakenIds& taken_ids_;
    bulk::Segment segment_;
    std::size_t memory_bytes_;
    std::unique_ptr<Vocabulary> vocabulary_;
    std::unique_ptr<DocumentBuilder> builder_;
    std::set<std::string> languages_;
};

/// Hands out blocks, and takes their runs in the blocks' order.
class FilesReader {
public:
    FilesReader(BulkLoader& loader, const std::vector<FileToRead>& files,
                const ReadSettings& settings, const ReadFilesOptions& options)
        : loader_(loader),
          files_(files),
          settings_(settings),
          options_(options),
          blocks_(cut_into_blocks(files, options.jobs)) {
        read_.changes.resize(files.size());
    }

    FilesRead run() {
        loader_.spill_file();  // made here, used by all threads
        {
            const auto helpers = start_threads(options_.jobs - 1, [this] { work(true); });
            work(false);
        }
        if (failure_) std::rethrow_exception(failure_);
        read_.languages.assign(languages_.begin(), languages_.end());
        return std::move(read_);
    }

private:
    /// A helper that cannot even begin leaves the work to the others.
    void work(bool is_helper) {
        std::optional<Worker> worker;
        try {
            worker.emplace(settings_, options_.taken_ids, memory_share() / 2);
            for (std::optional<std::size_t> block = next_block(); block; block = next_block())
                append(*block, read_block(*worker, blocks_[*block]));
            const std::lock_guard lock(mutex_);
            for (const std::string& code : worker->languages()) languages_.insert(code);
        } catch (...) {
            if (is_helper && !worker) return;
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
            turn_changed_.notify_all();
        }
    }

    /// What a thread may hold: a run and its vocabulary.
    std::size_t memory_share() const {
        const std::size_t most = options_.memory_bytes;
        const std::size_t lists = std::min(files_.size() * bytes_per_file, most - most / 4);
        return (most - lists) / options_.jobs;
    }

    std::optional<std::size_t> next_block() {
        const std::lock_guard lock(mutex_);
        if (failure_ || next_ == blocks_.size()) return std::nullopt;
        return next_++;
    }

    std::vector<bulk::Run> read_block(Worker& worker, const Block& block) {
        std::vector<bulk::Run> runs;
        for (std::size_t i = block.begin; i < block.end; ++i) {
            read_.changes[i] = change_of(files_[i], worker.read(files_[i], loader_, runs));
            const std::uint64_t done = ++done_;
            if (options_.progress) options_.progress(done, files_.size());
        }
        if (std::optional<bulk::Run> rest = worker.finish_block()) runs.push_back(std::move(*rest));
        return runs;
    }

    /// Waits for its turn, so that few finished blocks are held at once.
    void append(std::size_t block, std::vector<bulk::Run> runs) {
        std::unique_lock lock(mutex_);
        turn_changed_.wait(lock, [&] { return turn_ == block || failure_; });
        if (failure_) return;
        const bool many = blocks_.size() > options_.jobs;
        for (bulk::Run& run : runs) {
            if (many) run.spill(loader_.spill_file());
            loader_.append(std::move(run));
        }
        ++turn_;
        turn_changed_.notify_all();
    }

    BulkLoader& loader_;
    const std::vector<FileToRead>& files_;
    const ReadSettings& settings_;
    const ReadFilesOptions& options_;
    const std::vector<Block> blocks_;
    std::atomic<std::uint64_t> done_ = 0;
    std::mutex mutex_;  // of all below
    std::condition_variable turn_changed_;
    std::size_t next_ = 0;
    std::size_t turn_ = 0;
    FilesRead read_;
    std::set<std::string> languages_;
    std::exception_ptr failure_;
};

}  // namespace

FilesRead read_files(BulkLoader& loader, const std::vector<FileToRead>& files,
                     const ReadSettings& settings, const ReadFilesOptions& options) {
    try {
        return FilesReader(loader, files, settings, options).run();
    } catch (const std::bad_alloc&) {
        throw Error("not enough memory to read the articles",
                    "try again with fewer --jobs or less --memory");
    }
}

}  // namespace dateline
