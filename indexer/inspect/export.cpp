// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/export.h"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <memory>

#include "common/error.h"
#include "common/index_store.h"
#include "common/stored_article.h"
#include "common/whole_file.h"
#include "indexer/inspect/article_line.h"
#include "indexer/inspect/packer.h"

namespace dateline {
namespace {

/// Takes the lines.
struct LineSink {
    std::function<void()> begin;  ///< also anew, if the index has changed since
    std::function<void(const std::string& line)> add;
};

std::map<std::uint32_t, std::string> root_paths(const Xapian::Database& database) {
    std::map<std::uint32_t, std::string> paths;
    for (const Root& root : read_info(database).roots) paths.emplace(root.number, root.path);
    return paths;
}

std::uint64_t add_articles(const Xapian::Database& database, const LineSink& sink) {
    std::uint64_t count = 0;
    std::map<std::uint32_t, std::string> roots = root_paths(database);
    const auto end = database.postlist_end("");
    for (auto docid = database.postlist_begin(""); docid != end; ++docid) {
        Article article = decode_display(database.get_document(*docid).get_data());
        decode_text(database.get_metadata(text_key(*docid)), article);
        sink.add(article_line(article, roots[article.root]));
        ++count;
    }
    return count;
}

std::uint64_t export_articles(const std::string& index, const LineSink& sink) {
    std::uint64_t count = 0;
    with_index(index, [&](const Xapian::Database& database) {
        sink.begin();
        count = add_articles(database, sink);
    });
    return count;
}

}  // namespace

std::uint64_t export_to_file(const std::string& index, const std::string& path,
                             const std::atomic<bool>& stop) {
    std::unique_ptr<WholeFile> file;
    std::unique_ptr<Packer> packer;
    const auto begin = [&] {
        if (!file) file = std::make_unique<WholeFile>(path);  // there is an index
        file->restart();
        packer = make_packer(packing_of(path), [&](std::string_view block) { file->write(block); });
    };
    const auto add = [&](const std::string& line) {
        if (stop) throw Error(fmt::format("interrupted; '{}' was not written", path), "", 130);
        packer->add(line);
    };
    const std::uint64_t count = export_articles(index, {begin, add});
    packer->finish();
    file->finish();
    return count;
}

std::uint64_t export_to_stream(const std::string& index, std::ostream& out) {
    bool begun = false;
    const auto begin = [&] {
        if (begun)
            throw Error("the index was written anew while its articles were exported",
                        "export them into a file, which then is begun anew, or when no "
                        "'dateline-index' runs");
    };
    const auto add = [&](const std::string& line) {
        begun = true;
        out.write(line.data(), static_cast<std::streamsize>(line.size()));
    };
    return export_articles(index, {begin, add});
}

}  // namespace dateline
