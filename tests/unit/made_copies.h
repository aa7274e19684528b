// SPDX-License-Identifier: GPL-2.0-or-later
// A random archive full of copies, and the families of its texts, told by comparing all with all.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/folding.h"
#include "searcher/archives/archives.h"
#include "searcher/pile/copies.h"
#include "searcher/pile/story_days.h"
#include "tests/unit/made_text.h"
#include "tests/unit/small_index.h"

namespace dateline {

/// The same for the same seed.
class CopyMaker {
public:
    explicit CopyMaker(unsigned seed) : random_(seed) {}

    std::vector<Article> articles(std::size_t count) {
        std::vector<Article> made;
        while (made.size() < count) made.push_back(next(made));
        return made;
    }

    std::uint32_t number(std::uint32_t most) {
        return static_cast<std::uint32_t>(random_()) % (most + 1);
    }

    /// One more, which may be a copy of one of those.
    Article next(const std::vector<Article>& others) {
        const std::string name = fmt::format("a{}", made_++);
        const bool fresh = others.empty() || number(2) == 0;
        const std::string body =
            fresh ? own_text(30 + number(300))
                  : changed(others[number(static_cast<std::uint32_t>(others.size() - 1))].body);
        Article article = made_article(name, "Title of " + name, body, date());
        if (const std::uint32_t outlet = number(5); outlet > 0) {
            article.outlet = fmt::format("Outlet {}", outlet);
            // What stands below each article of the outlet, on some of its pages.
            if (number(3) == 0) article.body += words(outlet, 100 + 20 * outlet);
        }
        return article;
    }

private:
    std::string own_text(std::size_t length) { return words(100 + texts_++, length); }

    std::string date() {
        const std::uint32_t kind = number(11);
        if (kind == 0) return "";
        return kind == 1 ? "2026-02" : fmt::format("2026-02-{:02}", 1 + number(27));
    }

    std::string changed(const std::string& body) {
        std::vector<std::string> all;
        for (std::size_t at = 0; at < body.size();) {
            const std::size_t end = body.find(' ', at) + 1;
            all.push_back(body.substr(at, end - at));
            at = end;
        }
        const auto joined = [&](std::size_t from, std::size_t to) {
            std::string text;
            for (std::size_t i = from; i < to; ++i) text += all[i];
            return text;
        };
        switch (number(6)) {
            case 0:
                return body;
            case 1:  // some words are others
                for (std::string& word : all)
                    if (number(15) == 0) word = own_text(1);
                return joined(0, all.size());
            case 2:  // cut at its end
                return joined(0, all.size() / (2 + number(2)));
            case 3:  // its middle
                return joined(all.size() / 4, all.size() * 3 / 4);
            case 4:  // goes on
                return body + own_text(all.size() / 2);
            case 5:  // in a longer one
                return own_text(all.size()) + body + own_text(all.size() / 2);
            default:  // behind other words
                return own_text(20) + body;
        }
    }

    std::mt19937 random_;
    std::uint32_t made_ = 0;
    std::uint32_t texts_ = 0;
};

using Ids = std::set<std::string>;
using Families = std::map<std::string, Ids>;  // of each article

/// As if the archive had more articles than that.
inline constexpr std::uint64_t large = 0;

/// What comparing each two texts gives that are near in time.
struct ComparedArchive {
    Families families;         ///< by the copies that the index proposes
    std::size_t copies = 0;    ///< pairs that hold a family together
    std::size_t proposed = 0;  ///< of these: their sketches share what a search goes by
};

inline ComparedArchive compare_all(const Archives& archives,
                                   std::uint64_t most = most_for_single_terms) {
    struct Read {
        CopyFacts facts;
        std::string id;
        std::string outlet;
        DateRange days;
        ComparedText text;
    };
    std::vector<Read> all;
    const Xapian::Database& database = archives.all();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const Article article = whole_article(archives.at(*at));
        Read& read = all.emplace_back();
        read.facts = std::move(copy_facts(database, {*at}).front());
        read.id = article.title;
        read.outlet = fold_value(article.outlet);
        read.text = compared_text(article.body);
        if (article.published) read.days = days_of(*article.published);
    }
    ComparedArchive compared;
    for (const Read& read : all) compared.families[read.id] = {read.id};
    for (const Read& a : all)
        for (const Read& b : all) {
            if (&a == &b) break;
            const auto apart = days_between(a.days, b.days);
            const bool same_outlet = !a.outlet.empty() && a.outlet == b.outlet;
            if (!near_enough(apart)) continue;  // their titles are never the same
            const auto kind = copy_kind(a.text, b.text, {same_outlet, apart, false});
            if (!kind || !links(*kind)) continue;
            ++compared.copies;
            std::vector<std::string> shared;
            std::ranges::set_intersection(a.facts.sketch, b.facts.sketch,
                                          std::back_inserter(shared));
            if (!share_enough(shared.size(), a.facts.signature, b.facts.signature)) continue;
            if (!apart && all.size() > most && shared.size() < 2) continue;
            ++compared.proposed;
            Ids both = compared.families[a.id];
            both.merge(Ids(compared.families[b.id]));
            for (const std::string& id : both) compared.families[id] = both;
        }
    return compared;
}

/// The titles of a family.
inline Ids titles_of(const Archives& archives, const std::vector<Xapian::docid>& family) {
    Ids ids;
    for (const Xapian::docid docid : family) ids.insert(display_of(archives.at(docid)).title);
    return ids;
}

inline std::vector<Xapian::docid> all_articles(const Archives& archives) {
    return {archives.all().postlist_begin(""), archives.all().postlist_end("")};
}

/// Of all articles as they are found, all at once.
inline Families found_families(const Archives& archives,
                               std::uint64_t most = most_for_single_terms) {
    const std::vector<Xapian::docid> all = all_articles(archives);
    CopyFinder copies(archives, most);
    const auto found = copies.families_of(all);
    Families families;
    for (std::size_t i = 0; i < all.size(); ++i)
        families[display_of(archives.at(all[i])).title] = titles_of(archives, found[i]);
    return families;
}

}  // namespace dateline
