// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include "common/origin.h"
#include "common/stored_article.h"
#include "indexer/inspect/known_roots.h"
#include "indexer/inspect/repeated_text.h"
#include "indexer/sync/root_plan.h"

namespace dateline {
namespace {

using Paths = std::map<std::uint32_t, std::string>;  // of the roots, by number

class Audit {
public:
    Audit(const Xapian::Database& database, const Paths& roots, const Day& today)
        : database_(database), roots_(roots), today_(today) {}

    void add_problems(const Ledger& ledger) {
        for (const auto& [path, record] : ledger.files())
            for (const Problem& problem : record.problems.first) {
                const FindingKind kind = kind_of(problem);
                if (kind == FindingKind::future_date) continue;  // may have come since then
                add(kind, ledger.root(), path, {problem.unit, problem.line, problem.item},
                    problem.message);
            }
    }

    void add_articles() {
        const std::vector<Xapian::docid> docids(database_.postlist_begin(""),
                                                database_.postlist_end(""));
        for (const Xapian::docid docid : docids) add_article(docid);
        for (const Xapian::docid docid : docids) add_furniture(docid);
    }

    std::vector<Finding> sorted() {
        std::ranges::sort(findings_);
        const auto twice = std::ranges::unique(findings_);
        findings_.erase(twice.begin(), twice.end());
        return std::move(findings_);
    }

private:
    struct Where {
        PlaceUnit unit;
        std::uint32_t number;
        std::string item;
    };

    static Where where(const Article& article) {
        return {article.unit, article.item_line, article.item};
    }

    void add(FindingKind kind, std::uint32_t root, const std::string& path, const Where& where,
             const std::string& message) {
        findings_.push_back({kind, whole_path(roots_.at(root), path), where.number, where.unit,
                             where.item, message});
    }

    /// Nothing of a folder that is not asked about.
    std::optional<Article> read(Xapian::docid docid) const {
        Article article = decode_display(database_.get_document(docid).get_data());
        if (!roots_.contains(article.root)) return std::nullopt;
        decode_text(database_.get_metadata(text_key(docid)), article);
        return article;
    }

    void add_article(Xapian::docid docid) {
        const auto known = read(docid);
        if (!known) return;
        const Article& article = *known;
        const auto tell = [&](FindingKind kind, const std::string& message = "") {
            add(kind, article.root, article.path, where(article), message);
        };
        if (!article.published)
            tell(FindingKind::undated);
        else if (article.published->day > today_)
            tell(FindingKind::future_date, to_string(*article.published));
        if (article.title.empty())
            tell(FindingKind::no_title);
        else if (origin_of(article, "title") == Origin::file_name)
            tell(FindingKind::no_title, "its file name serves as one");
        if (article.outlet.empty()) tell(FindingKind::no_outlet);
        if (article.url.empty()) tell(FindingKind::no_url);
        if (article.body.find_first_not_of(" \n\t") == std::string::npos)
            tell(FindingKind::empty_body);
        else if (looks_cut(article.body))
            tell(FindingKind::cut_body, "its text ends as the beginning of a longer one does");
        note_url(article);
        note_text(article);
    }

    std::string place_of(const Article& article) const {
        return place_text(whole_path(roots_.at(article.root), article.path), article.unit,
                          article.item_line, article.item);
    }

    void note_text(const Article& article) {
        if (const auto first = texts_.note(article.outlet, article.body, place_of(article)))
            add(FindingKind::same_text, article.root, article.path, where(article), "as " + *first);
    }

    /// When all texts are noted.
    void add_furniture(Xapian::docid docid) {
        const auto article = read(docid);
        if (article && texts_.is_furniture(article->outlet, article->body))
            add(FindingKind::furniture, article->root, article->path, where(*article), "");
    }

    void note_url(const Article& article) {
        if (article.url.empty()) return;
        const auto [first, fresh] = urls_.emplace(article.url, place_of(article));
        if (!fresh)
            add(FindingKind::same_url, article.root, article.path, where(article),
                fmt::format("{}, as {}", article.url, first->second));
    }

    const Xapian::Database& database_;
    const Paths& roots_;
    const Day today_;
    std::vector<Finding> findings_;
    RepeatedText texts_;
    std::unordered_map<std::string, std::string> urls_;  // and where each was met first
};

std::string_view trimmed_end(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \n\t");
    return last == std::string_view::npos ? "" : text.substr(0, last + 1);
}

}  // namespace

FindingKind kind_of(const Problem& problem) {
    constexpr std::array<FindingKind, 7> kinds{
        FindingKind::other,       FindingKind::bad_date,
        FindingKind::future_date, FindingKind::bad_front_matter,
        FindingKind::empty_body,  FindingKind::cut_body,
        FindingKind::bad_encoding};  // in the order of ProblemKind
    static_assert(kinds.size() == static_cast<std::size_t>(ProblemKind::kinds));
    if (problem.kind != ProblemKind::other) return kinds[static_cast<std::size_t>(problem.kind)];
    return problem.fatal ? FindingKind::unreadable : FindingKind::other;
}

bool looks_cut(std::string_view body) {
    constexpr std::array<std::string_view, 8> ends{
        "…", "...", "[…]", "[...]", "Read more", "Read More", "Continue reading", "Read more »"};
    const std::string_view text = trimmed_end(body);
    if (text.ends_with(" chars]")) {  // "[+1234 chars]"
        const std::size_t open = text.rfind("[+");
        return open != std::string_view::npos && text.size() - open < 20;
    }
    return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

std::vector<Finding> audit_index(const InspectOptions& options, const Day& today) {
    std::vector<Finding> findings;
    with_index(options.index, [&](const Xapian::Database& database) {
        IndexState state = load_known_state(options.index);
        Paths paths;
        for (const Root& root : known_roots(state, options.folders))
            paths.emplace(root.number, root.path);
        Audit audit(database, paths, today);
        for (const auto& [number, path] : paths) audit.add_problems(state.ledger(number));
        audit.add_articles();
        findings = audit.sorted();
    });
    return findings;
}

}  // namespace dateline
