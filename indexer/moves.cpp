// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/moves.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "common/error.h"
#include "indexer/article_ids.h"
#include "indexer/metadata/dates.h"
#include "indexer/metadata/language.h"

namespace dateline {
namespace {

/// A file that is gone, and whether one has been found that it became.
struct Vanished {
    RootWork* work;
    std::string path;
    bool found = false;
};

using Content = std::pair<std::uint64_t, std::uint64_t>;  // size, hash

class MoveFinder {
public:
    MoveFinder(std::vector<RootWork>& roots, IndexState& state) : roots_(roots), state_(state) {}

    void run() {
        for (RootWork& work : roots_)
            for (const std::string& path : work.plan.gone) note(work, path);
        if (vanished_.empty()) return;
        for (RootWork& work : roots_)
            std::erase_if(work.plan.read,
                          [&](const WalkedFile& file) { return take_move(work, file); });
        for (const auto& [content, files] : vanished_)
            for (const Vanished& gone : files)
                if (gone.found) found_.emplace(gone.work, gone.path);
        for (RootWork& work : roots_)
            std::erase_if(work.plan.gone, [&](const std::string& path) {
                return found_.contains({&work, path});
            });
    }

private:
    void note(RootWork& work, const std::string& path) {
        const FileRecord& record = *state_.ledger(work.root.number).find(path);
        if (record.articles == 0 || record.stamp.hash == 0) return;
        vanished_[{record.stamp.size, record.stamp.hash}].push_back({&work, path});
        sizes_.insert(record.stamp.size);
    }

    /// True if the file is one that moved; then it is noted in the plan.
    bool take_move(RootWork& work, const WalkedFile& file) {
        if (!sizes_.contains(file.stamp.size)) return false;
        if (state_.ledger(work.root.number).find(file.path()) != nullptr) return false;
        std::uint64_t hash = 0;
        try {
            hash = hash_file(work.root.path + "/" + file.path());
        } catch (const Error&) {
            return false;  // its reader will say why
        }
        const auto same = vanished_.find({file.stamp.size, hash});
        if (same == vanished_.end()) return false;
        Vanished* from = pick(same->second, file.name);
        if (from == nullptr) return false;
        from->found = true;
        work.plan.moved.push_back({file, hash, from->work->root.number, from->path});
        return true;
    }

    static Vanished* pick(std::vector<Vanished>& files, const std::string& name) {
        Vanished* first = nullptr;
        for (Vanished& gone : files) {
            if (gone.found) continue;
            if (gone.path.substr(gone.path.rfind('/') + 1) == name) return &gone;
            if (first == nullptr) first = &gone;
        }
        return first;
    }

    std::vector<RootWork>& roots_;
    IndexState& state_;
    std::map<Content, std::vector<Vanished>> vanished_;
    std::set<std::uint64_t> sizes_;
    std::set<std::pair<const RootWork*, std::string>> found_;
};

std::string extension(const std::string& path) {
    return std::filesystem::path(path).extension().string();
}

bool is_of_path(const std::string& from) {
    return from == "file path" || from == "file name";
}

}  // namespace

void find_moves(std::vector<RootWork>& roots, IndexState& state) {
    MoveFinder(roots, state).run();
}

std::optional<Article> keepable_article(const FileRecord& record, const FilePlace& from,
                                        const FilePlace& to, const XapianWriter& writer) {
    const std::string id = file_id(to.root, to.path);
    if (record.container || record.articles != 1 || writer.has(id)) return {};
    if (extension(from.path) != extension(to.path)) return {};  // names tell formats apart
    if (date_in_path("/" + from.path) != date_in_path("/" + to.path) ||
        language_in_path(from.path) != language_in_path(to.path))
        return {};
    std::optional<Article> article = writer.article(file_id(from.root, from.path));
    if (!article) return {};
    for (const auto& [name, source] : article->derived)
        if (is_of_path(source)) return {};
    article->id = id;
    article->root = to.root;
    article->path = to.path;
    return article;
}

}  // namespace dateline
