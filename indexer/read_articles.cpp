// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read_articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "common/error.h"
#include "indexer/metadata/metadata.h"
#include "indexer/readers/line_stream.h"
#include "indexer/readers/readers.h"

namespace dateline {
namespace {

constexpr std::size_t most_words = 1'000'000;  // of one article; the rest is cut off
constexpr std::size_t bytes_for_most_words =
    most_words * 2;  // fewer bytes cannot hold so many words

/// JSON Lines by name, also compressed: such files may be larger than memory and are streamed.
bool is_archive(std::string_view name) {
    for (const std::string_view packing : {".gz", ".zst"})
        if (name.ends_with(packing)) name.remove_suffix(packing.size());
    return name.ends_with(".jsonl") || name.ends_with(".ndjson");
}

/// Turns what a reader found into articles of one file.
class FileArticles {
public:
    FileArticles(const FileToRead& input, const ReadSettings& settings, FileRecord& record,
                 const ArticleSink& sink)
        : input_(input),
          settings_(settings),
          record_(record),
          sink_(sink),
          path_(input.file.path()) {}

    void add(Reading reading, bool one_of_many) {
        for (Problem& problem : reading.problems) record_.problems.push_back(std::move(problem));
        for (RawArticle& raw : reading.articles) add(std::move(raw), one_of_many);
    }

private:
    void add(RawArticle raw, bool one_of_many) {
        const std::uint32_t line = raw.line;
        const std::string id = next_id(raw);
        const Place place{path_, input_.defaults.fields, input_.defaults.from};
        ResolvedArticle resolved = resolve(std::move(raw), place, settings_.outlets);
        std::ranges::move(resolved.problems, std::back_inserter(record_.problems));
        Article& article = resolved.article;
        article.id = id;
        article.root = input_.root.number;
        article.path = path_;
        if (one_of_many) article.item_line = line;
        article.file = record_.stamp;
        check(article, line);
        record_.ids.push_back(id);
        sink_(article);
    }

    /// The id of the file's path or the item's own identity; the same item twice keeps both.
    std::string next_id(const RawArticle& raw) {
        std::string identity = path_;
        if (!raw.identity.empty()) identity += '\n' + raw.identity;
        const unsigned times = ++seen_[identity];
        if (times > 1) identity += fmt::format("\n#{}", times);
        return article_id(input_.root.number, identity);
    }

    void check(Article& article, std::uint32_t line) {
        if (article.published && article.published->day > settings_.today)
            record_.problems.push_back(
                {"", line,
                 fmt::format("the date {} is in the future", to_string(*article.published)),
                 false});
        if (article.body.size() > bytes_for_most_words) cut_long_body(article, line);
    }

    void cut_long_body(Article& article, std::uint32_t line) {
        std::size_t words = 0;
        for (std::size_t at = 1; at < article.body.size(); ++at) {
            const bool begins = article.body[at] > ' ' && article.body[at - 1] <= ' ';
            if (!begins || ++words < most_words) continue;
            article.body.resize(at);
            record_.problems.push_back(
                {"", line, fmt::format("cut after {} words", most_words), false});
            return;
        }
    }

    const FileToRead& input_;
    const ReadSettings& settings_;
    FileRecord& record_;
    const ArticleSink& sink_;
    std::string path_;
    std::unordered_map<std::string, unsigned> seen_;
};

bool same_content(const FileRecord& now, const FileRecord* before) {
    return before != nullptr && now.stamp.hash == before->stamp.hash &&
           now.stamp.size == before->stamp.size && now.context == before->context &&
           before->outcome != FileOutcome::unreadable;
}

void read_whole(const std::string& path, std::string_view bytes, FileArticles& articles,
                FileRecord& record) {
    Format format = Format::unknown;
    Reading reading = read_file(path, bytes, format);
    if (format == Format::unknown) {
        record.outcome = FileOutcome::skipped;
        return;
    }
    const bool many = reading.articles.size() > 1;
    articles.add(std::move(reading), many);
}

void stream_lines(const std::string& path, FileArticles& articles, FileRecord& record) {
    InputFile file(path);
    const LineSink sink = [&](std::string_view line, std::uint32_t number) {
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return true;
        Reading reading = read_json_line(line);
        for (RawArticle& raw : reading.articles) raw.line = number;
        for (Problem& problem : reading.problems) problem.line = number;
        articles.add(std::move(reading), true);
        return true;
    };
    for (Problem& problem :
         for_each_line([&](std::span<char> block) { return file.read(block); }, sink))
        record.problems.push_back(std::move(problem));
}

}  // namespace

std::uint64_t ReadSettings::context(const Defaults& defaults) const {
    return content_hash(
        fmt::format("{} {} {}", readers_version, content_hash(outlets_text), defaults.hash));
}

FileRecord read_articles(const FileToRead& input, const ReadSettings& settings,
                         const FileRecord* before, bool* same, const ArticleSink& sink) {
    FileRecord record{input.file.name,
                      input.file.stamp,
                      settings.context(input.defaults),
                      FileOutcome::indexed,
                      {},
                      {}};
    const std::string path = input.root.path + "/" + input.file.path();
    FileArticles articles(input, settings, record, sink);
    try {
        const bool archive = is_archive(input.file.name);
        if (!archive && input.file.stamp.size > settings.most_article_bytes) {
            record.outcome = FileOutcome::broken;
            record.problems.push_back(
                {"", 0,
                 fmt::format("larger than {} MB; --max-article-size reads it all the same",
                             settings.most_article_bytes >> 20),
                 true});
            return record;
        }
        const std::string bytes = archive ? "" : read_bytes(path);
        record.stamp.hash = archive ? hash_file(path) : content_hash(bytes);
        *same = same_content(record, before);
        if (*same) {
            const FileStamp stamp = record.stamp;
            record = *before;
            record.stamp = stamp;
        } else if (archive) {
            stream_lines(path, articles, record);
        } else {
            read_whole(path, bytes, articles, record);
        }
    } catch (const Error& error) {
        record.outcome = FileOutcome::unreadable;
        record.problems.push_back({"", 0, error.what(), true});
    }
    const bool fatal = std::ranges::any_of(record.problems, &Problem::fatal);
    if (fatal && record.ids.empty() && record.outcome == FileOutcome::indexed)
        record.outcome = FileOutcome::broken;
    return record;
}

}  // namespace dateline
