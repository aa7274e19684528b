// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/read_articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "common/error.h"
#include "common/input_file.h"
#include "indexer/document/article_ids.h"
#include "indexer/metadata/metadata.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/readers.h"

namespace dateline {
namespace {

constexpr std::size_t most_words = 1'000'000;  // of one article; the rest is cut off
constexpr std::size_t bytes_for_most_words =
    most_words * 2;  // fewer bytes cannot hold so many words

/// Turns what a reader found into articles of one file.
class FileArticles {
public:
    FileArticles(const FileToRead& input, const ReadSettings& settings, const ArticleSink& sink,
                 FileReading& reading)
        : input_(input),
          settings_(settings),
          sink_(sink),
          record_(reading.record),
          counts_(reading.counts),
          path_(input.file.path()),
          own_(articles_before(input)),
          known_(input.items == nullptr ? own_ : *input.items),
          ids_(input.root.number, path_, [this](const std::string& id) { return is_taken(id); }),
          seen_(known_.size()) {}

    void add_file(Reading reading) {
        record_.container = is_container(reading.articles);
        add_problems(std::move(reading));
        for (RawArticle& raw : reading.articles) {
            const std::uint64_t hash = record_.container ? item_hash(raw, record_.item_context) : 0;
            add(std::move(raw), hash);
        }
    }

    void add_item(const FileItem& item) {
        settings_.heed_stop();
        record_.container = true;
        Reading reading = read_item(item);
        add_problems(std::move(reading));
        for (RawArticle& raw : reading.articles)
            add(std::move(raw), item_hash(item.bytes, record_.item_context));
    }

    /// The known articles that were not among those added.
    std::vector<std::string> gone() const {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < seen_.size(); ++i)
            if (!seen_[i]) ids.push_back(known_[i].id);
        return ids;
    }

private:
    void add_problems(Reading&& reading) {
        for (Problem& problem : reading.problems) record_.problems.add(std::move(problem));
    }

    /// A file of one article is none, unless the id of its place is taken.
    bool is_container(const std::vector<RawArticle>& articles) const {
        if (articles.size() != 1) return !articles.empty();
        return !articles[0].identity.empty() || is_taken(file_id(input_.root.number, path_));
    }

    /// The article of a file of its own is known by its place. The items of a container that has
    /// not changed are not looked up: all are known.
    static KnownItems articles_before(const FileToRead& input) {
        const FileRecord* before = input.before;
        if (before == nullptr || before->container || before->articles == 0) return {};
        return {{file_id(input.root.number, input.file.path()), 0, 0}};
    }

    bool is_taken(const std::string& id) const {
        return sink_.taken && find_item(known_, id) == nullptr && sink_.taken(id);
    }

    /// The article as the index has it, if it does.
    const KnownItem* recognize(const std::string& id) {
        const KnownItem* known = find_item(known_, id);
        if (known != nullptr) seen_[static_cast<std::size_t>(known - known_.data())] = true;
        return known;
    }

    void add(RawArticle raw, std::uint64_t hash) {
        const std::uint32_t line = std::max(raw.line, 1U);
        const std::string id =
            record_.container ? ids_.next(raw.identity) : file_id(input_.root.number, path_);
        const KnownItem* known = recognize(id);
        const bool same = known != nullptr && known->hash == hash && hash != 0;
        ++record_.articles;
        ++(known == nullptr ? counts_.added : same ? counts_.unchanged : counts_.updated);
        const bool keeps = same && sink_.keep;
        if (keeps && known->line != line) sink_.keep(*known, line);
        // What was wrong with it has to be said again.
        if (keeps && input_.before != nullptr && input_.before->problems.size() == 0) return;
        Article article = article_of(std::move(raw), id, hash, line);
        if (!keeps) sink_.put(article);
    }

    Article article_of(RawArticle raw, const std::string& id, std::uint64_t hash,
                       std::uint32_t line) {
        const Place place{path_of(raw), input_.defaults.fields, input_.defaults.from};
        const PlaceUnit unit = raw.unit;
        std::string item = std::move(raw.item);
        ResolvedArticle resolved = resolve(std::move(raw), place, settings_.outlets());
        record_.asked.add(resolved.asked);
        for (Problem& problem : resolved.problems) record_.problems.add(std::move(problem));
        Article article = std::move(resolved.article);
        article.id = id;
        article.root = input_.root.number;
        article.path = path_;
        if (record_.container) article.item_line = line;
        article.unit = unit;
        article.item = std::move(item);
        article.file = record_.container ? FileStamp{0, 0, 0, hash} : record_.stamp;
        check(article, line);
        return article;
    }

    /// What the place of the article may say of it: a file in an archive has a name of its own.
    std::string path_of(const RawArticle& raw) const {
        if (!raw.path_tells) return "";
        const bool is_file = !raw.item.empty() && raw.unit != PlaceUnit::item;
        return is_file ? path_ + "/" + raw.item : path_;
    }

    void check(Article& article, std::uint32_t line) {
        if (article.published && article.published->day > settings_.today)
            record_.problems.add(
                {"", line,
                 fmt::format("the date {} is in the future", to_string(*article.published)), false,
                 ProblemKind::future_date});
        if (article.body.size() > bytes_for_most_words) cut_long_body(article, line);
    }

    void cut_long_body(Article& article, std::uint32_t line) {
        std::size_t words = 0;
        for (std::size_t at = 1; at < article.body.size(); ++at) {
            const bool begins = article.body[at] > ' ' && article.body[at - 1] <= ' ';
            if (!begins || ++words < most_words) continue;
            article.body.resize(at);
            record_.problems.add(
                {"", line, fmt::format("cut after {} words", most_words), false, ProblemKind::cut});
            return;
        }
    }

    const FileToRead& input_;
    const ReadSettings& settings_;
    const ArticleSink& sink_;
    FileRecord& record_;
    ArticleCounts& counts_;
    std::string path_;
    KnownItems own_;
    const KnownItems& known_;  // they may be many
    ItemIds ids_;
    std::vector<bool> seen_;
};

bool same_content(const FileRecord& now, const FileRecord* before) {
    return before != nullptr && now.stamp.hash == before->stamp.hash &&
           now.stamp.size == before->stamp.size && now.context == before->context &&
           before->outcome != FileOutcome::unreadable;
}

void read_whole(const std::string& path, std::string_view bytes, const ReadSettings& settings,
                FileArticles& articles, FileRecord& record) {
    Format format = Format::unknown;
    Reading reading = read_alone(path, bytes, format);
    settings.heed_stop();  // a Ctrl-C also ends what reads a PDF: that says nothing of the file
    if (format == Format::unknown)
        record.outcome = FileOutcome::skipped;
    else
        articles.add_file(std::move(reading));
}

FileBytes bytes_of(const InputFile& file, const ReadSettings& settings) {
    return {file.size(), [&](std::uint64_t offset, std::span<char> block) {
                settings.heed_stop();
                return file.read_at(offset, block);
            }};
}

void stream_items(const ContainerRow& row, const FileBytes& bytes, FileArticles& articles,
                  FileRecord& record) {
    FileEnd end = row.read(bytes, [&](const FileItem& item) {
        articles.add_item(item);
        return true;
    });
    for (Problem& problem : end.problems) record.problems.add(std::move(problem));
    if (!end.holds_articles && record.articles == 0) record.outcome = FileOutcome::skipped;
}

/// Reads what is in the file. False if it has not changed and its articles are kept.
bool read_content(const FileToRead& input, const ReadSettings& settings, bool may_keep,
                  FileArticles& articles, FileReading& reading) {
    const std::string path = whole_path(input.root, input.file.path());
    const InputFile file(path);
    const FileBytes streamed = bytes_of(file, settings);
    const ContainerRow* container = find_container(input.file.name, streamed);
    FileRecord& record = reading.record;
    if (container == nullptr && input.file.stamp.size > settings.most_article_bytes) {
        record.outcome = FileOutcome::too_large;
        record.problems.add(
            {"", 0,
             fmt::format("larger than {} MB; --max-article-size reads it all the same",
                         settings.most_article_bytes >> 20),
             true});
        return true;
    }
    const std::string bytes = container != nullptr ? "" : read_bytes(path);
    record.stamp.hash = container != nullptr ? hash_file(path) : content_hash(bytes);
    const bool same = same_content(record, input.before);
    if (same && may_keep) return false;
    if (container != nullptr)
        stream_items(*container, streamed, articles, record);
    else
        read_whole(path, bytes, settings, articles, record);
    if (same) reading.counts = {0, 0, record.articles, 0};
    return true;
}

/// The record of before, of the file as it is now.
void keep_record(const FileRecord& before, FileReading& reading) {
    const FileStamp stamp = reading.record.stamp;
    reading.record = before;
    reading.record.stamp = stamp;
    reading.counts.unchanged = before.articles;
}

}  // namespace

std::uint64_t item_context(const FileRecord* before, std::uint64_t context) {
    const bool kept = before != nullptr && before->container && before->context == context;
    return kept ? before->item_context : context;
}

FileReading read_articles(const FileToRead& input, const ReadSettings& settings,
                          const ArticleSink& sink) {
    settings.heed_stop();
    FileReading reading;
    FileRecord& record = reading.record;
    record.stamp = input.file.stamp;
    record.context = settings.context(input.defaults);
    record.item_context = item_context(input.before, record.context);
    if (input.before != nullptr && input.before->container)
        record.asked = input.before->asked;  // of the items that are known again
    FileArticles articles(input, settings, sink, reading);
    try {
        if (!read_content(input, settings, sink.keep != nullptr, articles, reading)) {
            keep_record(*input.before, reading);
            return reading;
        }
    } catch (const Error& error) {
        record.outcome = FileOutcome::unreadable;
        record.problems.add({"", 0, error.what(), true});
    }
    reading.gone = articles.gone();
    reading.counts.removed = reading.gone.size();
    if (record.problems.fatal && record.articles == 0 && record.outcome == FileOutcome::indexed)
        record.outcome = FileOutcome::broken;
    return reading;
}

std::optional<std::uint64_t> count_new_items(const std::string& path, const ReadSettings& settings,
                                             std::uint64_t context, const KnownItems& known) {
    const InputFile file(path);
    const FileBytes bytes = bytes_of(file, settings);
    const ContainerRow* container = find_container(path, bytes);
    if (container == nullptr) return std::nullopt;
    std::vector<std::uint64_t> hashes;
    for (const KnownItem& item : known) hashes.push_back(item.hash);
    std::ranges::sort(hashes);
    std::uint64_t count = 0;
    container->read(bytes, [&](const FileItem& item) {
        count += !std::ranges::binary_search(hashes, item_hash(item.bytes, context));
        return true;
    });
    return count;
}

}  // namespace dateline
