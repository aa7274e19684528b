// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/tell.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <utility>

#include "common/counted.h"
#include "searcher/archives/with_archives.h"
#include "searcher/cli/shell_words.h"
#include "searcher/query/in_words.h"
#include "searcher/search.h"

namespace dateline {
namespace {

/// A feed has so many at least, and whatever is not older than this.
constexpr std::size_t least_fed = 100;
constexpr std::int64_t fed_seconds = 30LL * 24 * 3600;
/// Of a search that was changed, or never told anything, so many are shown unless it is said how
/// many: the rest stays new.
constexpr std::uint32_t most_of_changed = 10;

using Places = std::set<std::pair<std::string, std::string>>;

Places places_of(const std::vector<MatchingArticle>& articles) {
    Places places;
    for (const MatchingArticle& article : articles)
        places.emplace(article.place.archive, article.place.id);
    return places;
}

/// What the change of a search from its old arguments did; nothing if those cannot be asked.
std::optional<Compared::Change> change_from(const Follower& follower,
                                            const std::vector<std::string>& before,
                                            const AskedArchives& archives,
                                            const std::vector<MatchingArticle>& matching) {
    try {
        const AskedSearch old = asked_search(follower, before, {});
        const Places then = places_of(matching_articles(archives, old.request, old.query));
        const Places now = places_of(matching);
        const auto only_in = [](const Places& some, const Places& others) {
            return static_cast<std::uint64_t>(std::ranges::count_if(
                some, [&](const auto& place) { return !others.contains(place); }));
        };
        return Compared::Change{only_in(now, then), only_in(then, now)};
    } catch (const IndexError&) {
        throw;
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::string change_note(const SavedSearch& search, const std::optional<Compared::Change>& change,
                        const std::vector<std::string>& before, std::uint64_t left) {
    const std::string rest =
        left == 0
            ? ""
            : fmt::format("; what is not shown stays new, and --catch-up {} marks all as seen",
                          search.name);
    if (before.empty()) return "nothing of this search was told before" + rest;
    std::string note = "the search was changed";
    if (change && change->more > 0)
        note += fmt::format(": {} now that did not",
                            counted(change->more, "article matches", "articles match"));
    if (change && change->fewer > 0)
        note += fmt::format("{} {} no longer", change->more > 0 ? "," : ":",
                            counted(change->fewer, "article matches", "articles match"));
    return fmt::format("{}; it was {}{}", note, shell_line(before), rest);
}

/// One search within its archives.
class Teller {
public:
    Teller(const Follower& follower, const SavedSearch& search, const Following& following,
           const AskedSearch& asked, const AskedArchives& archives, const std::optional<Seen>& seen)
        : follower_(follower),
          search_(search),
          following_(following),
          asked_(asked),
          archives_(archives),
          found_(compared(follower, search, asked, archives, seen)) {
        told_.seen = std::move(found_.news.seen);
        told_.changed = found_.news.moved;
        SearchPart part;
        part.name = search.name;
        part.read_as = in_words(asked.query);
        part.matches = found_.matching.size();
        part.tells_new = following.action == FollowAction::news;
        part.told = told_.seen.since;
        for (const SeenArticle& article : told_.seen.articles)
            part.told = std::max(part.told, article.told);
        told_.result.parts.push_back(std::move(part));
    }

    ToldSearch news() {
        SearchRequest request = asked_.request;
        const bool told_all = told_.seen.asked == search_.arguments;
        if (!told_all && !asked_.has_limit) request.limit = most_of_changed;
        std::vector<std::uint32_t> docids;
        for (const NewArticle& article : found_.news.articles)
            docids.push_back(match_of(article).docid);
        part().articles = docids.size();
        if (!request.count_only) show(request, docids);
        remember_shown();
        if (!told_all && part().articles > 0 && !request.count_only)
            told_.result.notes.push_back(
                change_note(search_, found_.change, told_.seen.asked, part().left));
        if (!told_all && part().left == 0) {
            told_.seen.asked = search_.arguments;
            told_.changed = true;
        }
        return std::move(told_);
    }

    /// What came in on that day or later, as far as it matches still.
    ToldSearch again() {
        const std::int64_t first = follower_.midnight(following_.since);
        show_records(asked_.request,
                     [&](const SeenArticle& article) { return article.told >= first; });
        return std::move(told_);
    }

    /// The latest first.
    ToldSearch feed() {
        for (const NewArticle& article : found_.news.articles) {
            if (article.record) continue;
            remember(told_.seen, match_of(article), article, follower_.now, false);
            told_.changed = true;
        }
        std::vector<std::int64_t> times;
        for (const SeenArticle& article : told_.seen.articles)
            if (!article.was_there) times.push_back(article.told);
        std::ranges::sort(times, std::greater{});
        std::int64_t first = follower_.now - fed_seconds;
        if (times.size() > least_fed) first = std::min(first, times[least_fed - 1]);
        if (times.size() <= least_fed) first = 0;
        SearchRequest request = asked_.request;
        request.limit = no_limit;
        show_records(request, [&](const SeenArticle& article) { return article.told >= first; });
        std::ranges::stable_sort(told_.result.hits, std::greater{}, [](const Hit& hit) {
            return hit.arrival ? hit.arrival->told : 0;
        });
        return std::move(told_);
    }

private:
    SearchPart& part() { return told_.result.parts.front(); }
    const MatchingArticle& match_of(const NewArticle& article) const {
        return found_.matching[article.match];
    }

    void show(const SearchRequest& request, const std::vector<std::uint32_t>& docids) {
        if (docids.empty()) return;
        SearchPart kept = std::move(part());
        told_.result = search_these(archives_.open, request, asked_.query, docids);
        kept.hits = told_.result.hits.size();
        told_.result.parts.push_back(std::move(kept));
    }

    /// Where the article lies that was told as that; "" if it is nowhere.
    std::string place_now(const std::string& told_as) const {
        if (told_as.empty()) return "";
        if (names_.empty())
            for (const SeenArticle& article : told_.seen.articles)
                names_.emplace(article.told_as, article.place);
        const auto place = names_.find(told_as);
        if (place == names_.end() || docid_at(archives_, place->second) == 0) return "";
        return id_shown(place->second);
    }

    Arrival arrival_of(const SeenArticle& record) const {
        return {search_.name, record.kind, place_now(record.of), record.told_as, record.told};
    }

    Arrival arrival_of(const NewArticle& article) const {
        if (article.record) {
            Arrival arrival = arrival_of(told_.seen.articles[*article.record]);
            arrival.mark = mark_of(match_of(article));
            return arrival;
        }
        return {search_.name,    article.kind,  article.of,
                article.told_as, follower_.now, mark_of(match_of(article))};
    }

    /// How a hit's article is named in places: of a single archive without its name.
    std::string shown(const Article& article) const {
        return archives_.asked.size() > 1 ? id_shown(article) : article.id;
    }

    /// Those that a hit stands for are shown with it.
    void remember_shown() {
        std::unordered_map<std::string, const NewArticle*> news;
        for (const NewArticle& article : found_.news.articles)
            news.emplace(id_shown(match_of(article).place), &article);
        std::set<std::string> done;
        for (Hit& hit : told_.result.hits) {
            std::vector<std::string> ids{shown(hit.article)};
            if (hit.copies)
                for (const std::string& id : hit.copies->ids) ids.push_back(with_archive(id));
            for (const std::string& id : ids) {
                const auto article = news.find(id);
                if (article == news.end()) continue;
                if (id == ids.front())
                    hit.arrival = arrival_of(*article->second);
                else if (hit.arrival && !done.contains(id))
                    hit.arrival->with.push_back(mark_of(match_of(*article->second)));
                if (!done.insert(id).second) continue;
                remember(told_.seen, match_of(*article->second), *article->second, follower_.now,
                         true);
                told_.changed = true;
            }
        }
        part().left = part().articles - done.size();
    }

    /// Where one of several archives answered, ids are told without its name.
    std::string with_archive(const std::string& id) const {
        const bool lacks = archives_.asked.size() > 1 && !archives_.open.several();
        return lacks ? id_shown(ArticlePlace{archives_.open.each().front().name, id}) : id;
    }

    template <typename Wanted>
    void show_records(SearchRequest request, const Wanted& wanted) {
        std::unordered_map<std::string, std::uint32_t> matching;
        for (const MatchingArticle& article : found_.matching)
            matching.emplace(id_shown(article.place), article.docid);
        std::unordered_map<std::string, const SeenArticle*> records;
        std::vector<std::uint32_t> docids;
        for (const SeenArticle& article : told_.seen.articles) {
            if (article.was_there || article.place.id.empty() || !wanted(article)) continue;
            const auto match = matching.find(id_shown(article.place));
            if (match == matching.end()) continue;
            docids.push_back(match->second);
            records.emplace(match->first, &article);
        }
        show(request, docids);
        for (Hit& hit : told_.result.hits)
            if (const auto record = records.find(shown(hit.article)); record != records.end())
                hit.arrival = arrival_of(*record->second);
        part().articles = docids.size();
    }

    const Follower& follower_;
    const SavedSearch& search_;
    const Following& following_;
    const AskedSearch& asked_;
    const AskedArchives& archives_;
    Compared found_;
    ToldSearch told_;
    mutable std::unordered_map<std::string, ArticlePlace>
        names_;  ///< places by `told_as`, once asked
};

}  // namespace

Compared compared(const Follower& follower, const SavedSearch& search, const AskedSearch& asked,
                  const AskedArchives& archives, const std::optional<Seen>& seen) {
    Compared found;
    found.matching = matching_articles(archives, asked.request, asked.query);
    found.news = whats_new(seen.value_or(Seen{}), found.matching, [&](const SeenArticle& record) {
        return has_its_text(archives, record);
    });
    const std::vector<std::string>& before = found.news.seen.asked;
    if (!before.empty() && before != search.arguments && !found.news.articles.empty())
        found.change = change_from(follower, before, archives, found.matching);
    return found;
}

ToldSearch tell_search(const Follower& follower, const SavedSearch& search,
                       const Following& following) {
    const AskedSearch asked = asked_search(follower, search.arguments, following.display);
    const std::optional<Seen> seen = load_seen(follower.places, search.name);
    ToldSearch told;
    const auto reports = with_archives(asked.archives, [&](const Archives& open) {
        const AskedArchives archives{open, asked.archives};
        Teller teller(follower, search, following, asked, archives, seen);
        switch (following.action) {
            case FollowAction::again:
                told = teller.again();
                break;
            case FollowAction::feed:
                told = teller.feed();
                break;
            default:
                told = teller.news();
        }
    });
    tell_archives(reports, told.result);
    return told;
}

}  // namespace dateline
