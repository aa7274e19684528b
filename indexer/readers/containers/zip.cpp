// SPDX-License-Identifier: GPL-2.0-or-later
// Zip archives of exports: each file in one that would be read by itself is read as it would be
// there, files of many too; an archive in an archive, but none in that. A file's place is
// `export.zip#content/page.html`.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "common/counted.h"
#include "common/place.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/zip_limits.h"
#include "indexer/readers/containers/zip_metadata.h"
#include "indexer/readers/library_message.h"
#include "indexer/readers/not_read.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr std::uint64_t most_inner_bytes = 128 * 1024 * 1024;  // of an archive in an archive
constexpr std::string_view zip_mark = "PK\x03\x04";

bool is_gzip_or_zstd(std::string_view head) {
    return head.starts_with("\x1F\x8B") || head.starts_with("\x28\xB5\x2F\xFD");
}

/// Folders, and what systems and programs keep for themselves.
bool is_none(std::string_view path) {
    if (path.empty() || path.ends_with('/')) return true;
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        const bool hidden = part.starts_with('.') && part != "." && part != "..";
        if (hidden || part == "__MACOSX") return true;
        path.remove_prefix(std::min(part.size() + 1, path.size()));
    }
    return false;
}

class ZipItems {
public:
    ZipItems(const FileBytes& file, const ItemSink& sink) : sink_(sink), limits_(file.size) {
        try {
            read(file, "");
        } catch (const Damaged& damaged) {
            say(damaged.message, true);
        } catch (const TooMuch&) {
            say(fmt::format("unpacks to more than {} times its size; the rest is not read",
                            most_zip_ratio),
                true);
        }
    }

    FileEnd end() {
        for (auto& [message, note] : notes_) {
            if (note.files > 1) {
                note.problem.item.clear();
                note.problem.message += fmt::format(" (so in {} files)", grouped(note.files));
            }
            problems_.push_back(std::move(note.problem));
        }
        if (remarks_ > 0)
            say(fmt::format("{} on its pages, left out", counted(remarks_, "note", "notes")),
                false);
        if (!others_.empty()) say("not read in it: " + not_read_text(others_), false);
        const bool fatal = std::ranges::any_of(problems_, [](const Problem& p) { return p.fatal; });
        if (!holds_articles_ && problems_.empty()) say("nothing in it", false);
        return {std::move(problems_), holds_articles_ || fatal};
    }

private:
    /// What is said of files in it as a whole, and of how many.
    struct Note {
        Problem problem;
        std::uint64_t files = 0;
    };

    void say(std::string message, bool fatal, std::string_view path = "") {
        problems_.push_back({"", 0, std::move(message), fatal,
                             fatal ? ProblemKind::cut : ProblemKind::empty, PlaceUnit::line,
                             std::string(path)});
    }

    void say_large(std::uint64_t most, const std::string& path) {
        say(fmt::format("larger than {} MB; unpack the archive to have it read", most >> 20), true,
            path);
    }

    /// An archive: the outermost one, whose files are in no folder, or one in it.
    void read(const FileBytes& file, const std::string& folder) {
        const std::unique_ptr<ZipArchive> archive = open_zip(file);
        const std::vector<std::string> names = archive->names();
        if (archive->count() > names.size())
            say(fmt::format("more than {} files; those behind are not read", grouped(names.size())),
                true, folder);
        ZipMetadata metadata;
        std::vector<bool> read(names.size());
        for (std::size_t number = 0; number < names.size(); ++number)
            if (names_metadata(names[number]) && !is_none(names[number]))
                read[number] = read_metadata(archive->file(number), metadata);
        for (std::size_t number = 0; number < names.size() && !stopped_; ++number) {
            if (read[number] || is_none(names[number])) continue;
            if (metadata.is_remark(names[number])) {
                ++remarks_;
                continue;
            }
            read_member(archive->file(number), folder + names[number],
                        metadata.about(names[number]), folder.empty());
        }
    }

    bool read_metadata(const FileBytes& file, ZipMetadata& metadata) {
        try {
            const std::optional<std::string> json = load(limits_.bounded(file), longest_item);
            return json && metadata.add(*json);
        } catch (const Damaged&) {  // said when it is read as what it is
            return false;
        }
    }

    void read_member(const FileBytes& file, const std::string& path, std::string_view about,
                     bool may_be_archive) {
        try {
            const FileBytes member = limits_.bounded(file);
            std::string head(std::min<std::uint64_t>(format_head_bytes, member.size), '\0');
            head.resize(member.read_at(0, head));
            const bool is_packed = is_gzip_or_zstd(head);
            if (head.starts_with(zip_mark))
                read_archive(member, path, about, may_be_archive);
            else if (const ContainerRow* row = is_packed ? nullptr : find_container(path, member))
                read_items(*row, member, path);
            else if (format_alone(path, head) == Format::unknown)
                count_file(path, others_);  // its beginning says so
            else
                read_alone_in(member, path, about);
        } catch (const Damaged& damaged) {
            say("damaged or encrypted: " + library_message(damaged.message), true, path);
        }
    }

    /// Documents and e-books are archives too, and so are web archives.
    void read_archive(const FileBytes& member, const std::string& path, std::string_view about,
                      bool may_be_archive) {
        const std::optional<std::string> bytes = load(member, most_inner_bytes);
        if (!bytes) return say_large(most_inner_bytes, path);
        const FileBytes inner = bytes_in_memory(*bytes);
        const ContainerRow* row = find_container(path, inner);
        if (row == nullptr) return read_alone_in(inner, path, about);
        if (row->read != read_zip) return read_items(*row, inner, path);
        if (may_be_archive) return read(inner, path + "/");
        say("an archive in an archive in an archive; unpack it", true, path);
    }

    void read_items(const ContainerRow& row, const FileBytes& file, const std::string& path) {
        FileEnd end = row.read(file, [&](const FileItem& item) {
            return give({item.bytes, item.number, item.unit, path,
                         [&] { return placed(read_item(item), path); }, true});
        });
        holds_articles_ = holds_articles_ || end.holds_articles;
        if (end.problems.empty() && !end.holds_articles) count_file(path, others_);
        for (Problem& problem : end.problems) note(std::move(problem), path);
    }

    void read_alone_in(const FileBytes& file, const std::string& path, std::string_view about) {
        const std::optional<std::string> loaded = load(file, longest_item);
        if (!loaded) return say_large(longest_item, path);
        if (format_alone(path, *loaded) == Format::unknown) {
            count_file(path, others_);
            return;
        }
        holds_articles_ = true;
        const std::string_view bytes = *loaded;
        const auto read = [&] {
            Format format = Format::unknown;
            Reading reading = read_alone(path, bytes, format);
            for (RawArticle& article : reading.articles) add_metadata(about, article);
            return placed(std::move(reading), path);
        };
        if (about.empty()) {
            give({bytes, 1, PlaceUnit::line, path, read, true});
        } else {
            const std::string both = std::string(about).append("\n").append(bytes);
            give({both, 1, PlaceUnit::line, path, read, true});
        }
    }

    bool give(const FileItem& item) {
        stopped_ = !sink_(item);
        return !stopped_;
    }

    /// What was read of a file in it, with its place there.
    Reading placed(Reading reading, const std::string& path) {
        const auto name = [&](PlaceUnit unit, std::uint32_t number, const std::string& item) {
            return place_text(path, unit, unit == PlaceUnit::item ? number : 0, item);
        };
        for (RawArticle& article : reading.articles) {
            article.item = name(article.unit, article.line, article.item);
            article.identity = article.identity.empty() ? path : path + "\n" + article.identity;
        }
        std::vector<Problem> problems = std::exchange(reading.problems, {});
        for (Problem& problem : problems) {
            if (reading.articles.empty() && !problem.fatal) {
                note(std::move(problem), path);
                continue;
            }
            problem.item = name(problem.unit, problem.line, problem.item);
            reading.problems.push_back(std::move(problem));
        }
        return reading;
    }

    /// What is said of many files in the same words is said once.
    void note(Problem problem, const std::string& path) {
        problem.item = problem.item.empty() ? path : path + "#" + problem.item;
        if (problem.fatal || problem.line != 0) {
            problems_.push_back(std::move(problem));
            return;
        }
        Note& known = notes_[problem.message];
        if (known.files++ == 0) known.problem = std::move(problem);
    }

    const ItemSink& sink_;
    ZipLimits limits_;
    bool holds_articles_ = false;
    std::uint64_t remarks_ = 0;
    bool stopped_ = false;
    FilesByEnding others_;
    std::map<std::string, Note> notes_;  // by what is said
    std::vector<Problem> problems_;
};

}  // namespace

bool begins_zip(const FileStart& start) {
    if (start.ending != "zip" || !start.head.starts_with("PK")) return false;
    // Documents are such archives as well; these are told by their first file.
    constexpr std::size_t first_name_ends = 64;
    const std::string_view first = start.head.substr(0, first_name_ends);
    const auto has = [&](std::string_view name) { return first.find(name) != first.npos; };
    return !has("mimetype") && !has("[Content_Types].xml");
}

FileEnd read_zip(const FileBytes& file, const ItemSink& sink) {
    return ZipItems(file, sink).end();
}

}  // namespace dateline
