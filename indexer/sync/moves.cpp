// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/moves.h"

#include <map>
#include <set>
#include <utility>

#include "common/error.h"
#include "common/origin.h"
#include "indexer/dates/dates.h"
#include "indexer/document/article_ids.h"
#include "indexer/metadata/dates/date_path.h"
#include "indexer/metadata/language.h"
#include "indexer/readers/file_ending.h"

namespace dateline {
namespace {

/// A file that is gone, and whether one has been found that it became.
struct Vanished {
    RootWork* work;
    std::string path;
    bool found = false;
};

std::string name_of(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

/// Files of the same content that are gone. There may be very many, so none is looked at twice.
class Alike {
public:
    void add(Vanished gone) {
        names_.emplace(name_of(gone.path), files_.size());
        files_.push_back(std::move(gone));
    }

    /// The first one of this name that has not been taken yet, else the first of any name, or
    /// nullptr.
    Vanished* take(const std::string& name) {
        while (first_ < files_.size() && files_[first_].found) ++first_;
        if (first_ == files_.size()) return nullptr;
        const auto named = names_.lower_bound({name, 0});
        const bool has_name = named != names_.end() && named->first == name;
        Vanished& gone = files_[has_name ? named->second : first_];
        names_.erase({name_of(gone.path), static_cast<std::size_t>(&gone - files_.data())});
        gone.found = true;
        return &gone;
    }

    const std::vector<Vanished>& files() const { return files_; }

private:
    std::vector<Vanished> files_;
    std::set<std::pair<std::string, std::size_t>> names_;  ///< of those not taken, with the place
    std::size_t first_ = 0;                                ///< all before it are taken
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
        for (const auto& [content, alike] : vanished_)
            for (const Vanished& gone : alike.files())
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
        vanished_[{record.stamp.size, record.stamp.hash}].add({&work, path});
        sizes_.insert(record.stamp.size);
    }

    /// True if the file is one that moved; then it is noted in the plan.
    bool take_move(RootWork& work, const WalkedFile& file) {
        if (!sizes_.contains(file.stamp.size)) return false;
        if (state_.ledger(work.root.number).find(file.path()) != nullptr) return false;
        std::uint64_t hash = 0;
        try {
            hash = hash_file(whole_path(work.root, file.path()));
        } catch (const Error&) {
            return false;  // its reader will say why
        }
        const auto same = vanished_.find({file.stamp.size, hash});
        if (same == vanished_.end()) return false;
        const Vanished* from = same->second.take(file.name);
        if (from == nullptr) return false;
        const std::uint32_t root = from->work->root.number;
        work.plan.moved.push_back(
            {file, hash, root, from->path, state_.ledger(root).find(from->path)->articles});
        return true;
    }

    std::vector<RootWork>& roots_;
    IndexState& state_;
    std::map<Content, Alike> vanished_;
    std::set<std::uint64_t> sizes_;
    std::set<std::pair<const RootWork*, std::string>> found_;
};

bool is_of_path(Origin origin) {
    return origin == Origin::file_path || origin == Origin::file_name;
}

}  // namespace

void find_moves(std::vector<RootWork>& roots, IndexState& state) {
    MoveFinder(roots, state).run();
}

std::optional<Article> keepable_article(const FileRecord& record, const FilePlace& from,
                                        const FilePlace& to, const XapianWriter& writer) {
    const std::string id = file_id(to.root, to.path);
    if (record.container || record.articles != 1 || writer.has(id)) return {};
    if (ending_of(from.path) != ending_of(to.path)) return {};  // names tell formats apart
    if (date_in_path("/" + from.path) != date_in_path("/" + to.path) ||
        language_in_path(from.path) != language_in_path(to.path))
        return {};
    std::optional<Article> article = writer.article(file_id(from.root, from.path));
    if (!article) return {};
    for (const auto& [name, origin] : article->derived)
        if (is_of_path(origin_of(origin))) return {};
    article->id = id;
    article->root = to.root;
    article->path = to.path;
    return article;
}

}  // namespace dateline
