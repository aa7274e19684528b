// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/find_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "common/error.h"
#include "common/fields.h"
#include "common/folding.h"
#include "common/stored_article.h"
#include "searcher/archives/archive_names.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::vector<Xapian::docid> articles_with(const Xapian::Database& database,
                                         const std::string& term) {
    return {database.postlist_begin(term), database.postlist_end(term)};
}

/// The articles of the file `path` below root `root` (of all roots, if nullptr). The term is
/// folded, so the name itself is compared too.
std::vector<Xapian::docid> articles_of_file(const Xapian::Database& database,
                                            const std::string& path, const Root* root) {
    std::vector<Xapian::docid> found;
    for (const Xapian::docid docid :
         articles_with(database, make_term(field("path").prefix, fold_value(path)))) {
        const Article article = decode_display(database.get_document(docid).get_data());
        if (article.path == path && (root == nullptr || article.root == root->number))
            found.push_back(docid);
    }
    return found;
}

/// An absolute path below one of the archive's roots.
std::vector<Xapian::docid> articles_at(const Archive& archive, const std::string& path) {
    for (const Root& root : archive.info.roots) {
        const std::string beginning = root.path == "/" ? "/" : root.path + "/";
        if (!path.starts_with(beginning)) continue;
        auto found = articles_of_file(archive.database, path.substr(beginning.size()), &root);
        if (!found.empty()) return found;
    }
    return {};
}

/// Numbers in the archive's own database.
std::vector<Xapian::docid> find_in(const Archive& archive, const std::string& which,
                                   const std::string& folder) {
    const Xapian::Database& database = archive.database;
    auto found = articles_with(database, make_term(id_prefix, which));
    if (found.empty()) found = articles_of_file(database, which, nullptr);
    if (!found.empty()) return found;
    const fs::path here = fs::path(folder) / which;  // `which` alone if that is absolute
    found = articles_at(archive, plain_path(here.string()));
    if (!found.empty()) return found;
    if (const std::size_t mark = which.find('#'); mark != std::string::npos) {
        found = find_in(archive, which.substr(0, mark), folder);
        std::erase_if(found, [&](Xapian::docid docid) {
            return decode_display(database.get_document(docid).get_data()).item !=
                   which.substr(mark + 1);
        });
        if (!found.empty()) return found;
    }
    std::error_code problem;
    const fs::path real = fs::canonical(here, problem);
    return problem ? found : articles_at(archive, real.string());
}

/// "desk:1abc" taken apart; without an archive's name before it, `archive` is nullptr.
struct AskedArticle {
    const Archive* archive = nullptr;
    std::string which;
};

AskedArticle taken_apart(const Archives& archives, const std::string& which) {
    for (std::size_t colon = which.rfind(':'); colon != std::string::npos && colon > 0;
         colon = which.rfind(':', colon - 1)) {
        const std::string name = fold_value(which.substr(0, colon));
        for (const Archive& archive : archives.each())
            if (fold_value(archive.name) == name) return {&archive, which.substr(colon + 1)};
    }
    return {nullptr, which};
}

[[noreturn]] void refuse_several(const std::string& which, std::size_t articles) {
    throw Error(fmt::format("file '{}' has {} articles", which, articles),
                fmt::format("give the id of one; dateline-search 'path:\"{}\"' lists them", which));
}

}  // namespace

std::vector<Xapian::docid> find_article(const Archives& archives, const NamedArticle& named) {
    const AskedArticle asked = taken_apart(archives, named.which);
    std::vector<Xapian::docid> found;
    for (std::size_t i = 0; i < archives.each().size(); ++i) {
        const Archive& archive = archives.each()[i];
        if (asked.archive != nullptr && asked.archive != &archive) continue;
        const std::vector<Xapian::docid> own = find_in(archive, asked.which, named.folder);
        if (own.size() > 1) refuse_several(asked.which, own.size());
        for (const Xapian::docid docid : own) found.push_back(archives.docid_of(i, docid));
    }
    return found;
}

void tell_missing(const NamedArticle& named, const std::vector<ArchiveReport>& reports) {
    const bool may_be_there = std::ranges::any_of(reports, &ArchiveReport::failed);
    throw Error(fmt::format("there is no article '{}' in the {}", named.which,
                            reports.size() > 1 ? "archives" : "index"),
                may_be_there ? fmt::format("{}", fmt::join(notes_of(reports), "\n"))
                             : "give an id as hits show it, or the path of an indexed file",
                may_be_there ? 2 : 1);
}

}  // namespace dateline
