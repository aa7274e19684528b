// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/following.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "common/nearest_name.h"
#include "searcher/archives/with_archives.h"
#include "searcher/following/tell.h"
#include "searcher/query/in_words.h"
#include "searcher/search.h"

namespace dateline {
namespace {

[[noreturn]] void no_search(const std::vector<SavedSearch>& searches, const std::string& name) {
    NearestName nearest(name);
    for (const SavedSearch& search : searches) nearest.offer(search.name);
    const std::string_view meant = nearest.name();
    throw Error(fmt::format("there is no saved search '{}'", name),
                !meant.empty()     ? fmt::format("did you mean '{}'? --saved lists them", meant)
                : searches.empty() ? "save one: dateline-search --save NAME WORDS"
                                   : "dateline-search --saved lists them");
}

const SavedSearch& named_search(const std::vector<SavedSearch>& searches, const std::string& name) {
    const auto search = std::ranges::find(searches, name, &SavedSearch::name);
    if (search == searches.end()) no_search(searches, name);
    return *search;
}

/// Those named, each once, or all.
std::vector<SavedSearch> chosen_searches(const std::vector<SavedSearch>& searches,
                                         const std::vector<std::string>& names) {
    if (names.empty()) return searches;
    std::vector<SavedSearch> chosen;
    for (const std::string& name : names)
        if (std::ranges::find(chosen, name, &SavedSearch::name) == chosen.end())
            chosen.push_back(named_search(searches, name));
    return chosen;
}

void check(const Follower& follower, const SavedSearch& search) {
    if (search.wrong.empty()) return;
    throw Error(fmt::format("{}, line {}: {}", follower.places.searches, search.line, search.wrong),
                "mend it there");
}

/// Adds the result of one search behind those before it.
void append(SearchResult result, SearchResult& all, bool with_name) {
    if (with_name)
        for (std::string& note : result.notes)
            note = fmt::format("{}: {}", result.parts.front().name, note);
    all.articles = std::max(all.articles, result.articles);
    all.all_words = all.all_words + result.all_words;
    all.some_words = all.some_words + result.some_words;
    for (ArchiveReport& report : result.archives)
        if (std::ranges::none_of(all.archives, [&](const ArchiveReport& known) {
                return known.archive.folder == report.archive.folder;
            }))
            all.archives.push_back(std::move(report));
    std::ranges::move(result.parts, std::back_inserter(all.parts));
    std::ranges::move(result.hits, std::back_inserter(all.hits));
    std::ranges::move(result.notes, std::back_inserter(all.notes));
}

/// What matches now, with notes of how the words were understood.
struct SavedNow {
    std::vector<MatchingArticle> matching;
    std::vector<std::string> notes;
};

/// What counts as seen is what was there: that of an archive that did not answer is not known.
void check_all_answered(const std::vector<ArchiveReport>& reports) {
    for (const ArchiveReport& report : reports)
        if (report.failed())
            throw Error(
                fmt::format("archive '{}' cannot be asked: {}", report.archive.name, report.why),
                "do this again when it can; else its articles would be new then");
}

SavedNow ask_now(const AskedSearch& asked) {
    SavedNow now;
    SearchRequest few = asked.request;
    few.limit = 1;
    few.with_passages = false;
    few.counting = Counting::usual;
    const auto reports = with_archives(asked.archives, [&](const Archives& open) {
        now = {};
        now.matching = matching_articles({open, asked.archives}, asked.request, asked.query);
    });
    check_all_answered(reports);
    const SearchResult result = search(asked.archives, few);
    now.notes = result.notes;
    if (now.matching.empty()) std::ranges::move(advice(result), std::back_inserter(now.notes));
    return now;
}

/// The file's text with the search, which is read back from it to be sure.
std::string text_with(const Follower& follower, const SearchCommand& command, SavedSearch& saved) {
    const std::string before = searches_text(follower.places);
    const std::string& name = command.following->names.front();
    const auto searches = read_searches(before, follower.places.searches);
    if (std::ranges::find(searches, name, &SavedSearch::name) != searches.end())
        throw Error(fmt::format("there is a saved search '{}' already", name),
                    fmt::format("change it in {}, or remove it with --forget {}",
                                follower.places.searches, name));
    std::string text = with_search(
        before, name, with_whole_paths(follower, command.following->search), command.request.query);
    const auto after = read_searches(text, follower.places.searches);
    saved = named_search(after, name);
    check(follower, saved);
    if (after.size() != searches.size() + 1)
        throw Error(fmt::format("'{}' cannot be written into {}", name, follower.places.searches),
                    "write it there yourself");
    return text;
}

/// Marks what is new of a search, as far as `marks` does; how many that were. `all`: whatever there
/// is, so that all archives must be there.
template <typename Marks>
std::uint64_t mark(const Follower& follower, const std::string& name, bool all,
                   const std::vector<std::string>& display, const Marks& marks) {
    const FileLock lock = lock_seen(follower.places, follower.longest_wait, follower.on_wait);
    const auto searches = load_searches(follower.places);
    const SavedSearch& search = named_search(searches, name);
    check(follower, search);
    const AskedSearch asked = asked_search(follower, search.arguments, display);
    const std::optional<Seen> before = load_seen(follower.places, name);
    Seen seen;
    std::uint64_t marked = 0;
    const auto reports = with_archives(asked.archives, [&](const Archives& open) {
        Compared found = compared(follower, search, asked, {open, asked.archives}, before);
        seen = std::move(found.news.seen);
        marked = 0;
        for (const NewArticle& fresh : found.news.articles)
            marked += marks(seen, found.matching[fresh.match], fresh);
        if (marked == found.news.articles.size()) seen.asked = search.arguments;
    });
    if (all) check_all_answered(reports);
    store_seen(follower.places, name, seen);
    return marked;
}

/// Whether the text has these searches and no others; their lines may be others.
bool same_searches(const std::vector<SavedSearch>& wanted, const std::string& text,
                   const std::string& path) {
    try {
        return std::ranges::equal(wanted, read_searches(text, path),
                                  [](const SavedSearch& one, const SavedSearch& other) {
                                      return one.name == other.name && one.wrong == other.wrong &&
                                             one.arguments == other.arguments;
                                  });
    } catch (const Error&) {
        return false;
    }
}

}  // namespace

SaveReport save_search(const Follower& follower, const SearchCommand& command) {
    const std::string& name = command.following->names.front();
    check_search_name(name);
    const FileLock lock = lock_seen(follower.places, follower.longest_wait, follower.on_wait);
    SavedSearch saved;
    const std::string text = text_with(follower, command, saved);
    const AskedSearch asked = asked_search(follower, saved.arguments, follower.display);
    SavedNow now = ask_now(asked);
    Seen seen;
    seen.asked = saved.arguments;
    seen.since = follower.now;
    if (!command.following->all_new)
        for (const MatchingArticle& article : now.matching)
            remember_as_there(seen, article, id_shown(article.place), follower.now);
    store_seen(follower.places, name, seen);
    store_searches(follower.places, text);
    SaveReport report{saved, in_words(asked.query), now.matching.size(), std::move(now.notes)};
    if (const std::string days = relative_dates(follower, saved.arguments); !days.empty())
        report.notes.push_back(
            fmt::format("{} means other days every day: what comes in late may be outside of them, "
                        "and is never told; a saved search needs no days to tell what is new",
                        days));
    return report;
}

Told tell(const Follower& follower, const Following& following) {
    Told told;
    if (following.marks)
        told.lock = lock_seen(follower.places, follower.longest_wait, follower.on_wait);
    const auto searches = chosen_searches(load_searches(follower.places), following.names);
    for (const SavedSearch& search : searches) {
        try {
            check(follower, search);
            ToldSearch one = tell_search(follower, search, following);
            if (one.changed && following.marks) told.seen.emplace_back(search.name, one.seen);
            append(std::move(one.result), told.result, searches.size() > 1);
        } catch (const Error& error) {
            if (searches.size() == 1)
                throw Error(fmt::format("{}: {}", search.name, error.what()), error.hint(),
                            error.status());
            told.failures.push_back({search.name, error.what(), error.hint()});
        }
    }
    return told;
}

void remember(const Follower& follower, const Told& told) {
    for (const auto& [name, seen] : told.seen) store_seen(follower.places, name, seen);
}

std::uint64_t catch_up(const Follower& follower, const Following& following) {
    return mark(follower, following.names.front(), true, following.display,
                [&](Seen& seen, const MatchingArticle& article, const NewArticle& fresh) {
                    if (fresh.record)
                        remember(seen, article, fresh, follower.now, true);
                    else
                        remember_as_there(seen, article, fresh.told_as, follower.now);
                    return true;
                });
}

std::uint64_t mark_seen(const Follower& follower, const std::string& name,
                        const std::set<std::string>& marks) {
    return mark(follower, name, false, follower.display,
                [&](Seen& seen, const MatchingArticle& article, const NewArticle& fresh) {
                    if (!marks.contains(mark_of(article))) return false;
                    remember(seen, article, fresh, follower.now, true);
                    return true;
                });
}

void forget(const Follower& follower, const std::string& name) {
    const FileLock lock = lock_seen(follower.places, follower.longest_wait, follower.on_wait);
    const std::string text = searches_text(follower.places);
    std::vector<SavedSearch> others = read_searches(text, follower.places.searches);
    named_search(others, name);
    const std::string rest = without_search(text, name);
    std::erase_if(others, [&](const SavedSearch& search) { return search.name == name; });
    if (!same_searches(others, rest, follower.places.searches))
        throw Error(
            fmt::format("'{}' cannot be taken out of {} alone", name, follower.places.searches),
            "take it out there yourself, and then remove " + follower.places.seen + "/" + name);
    store_searches(follower.places, rest);
    remove_seen(follower.places, name);
}

std::vector<SavedState> saved_states(const Follower& follower, const Following& following) {
    std::vector<SavedState> states;
    for (const SavedSearch& search : load_searches(follower.places)) {
        SavedState state{search.name, search.arguments, 0, 0, {}, {}};
        try {
            check(follower, search);
            const AskedSearch asked = asked_search(follower, search.arguments, following.display);
            const auto seen = load_seen(follower.places, search.name);
            with_archives(asked.archives, [&](const Archives& open) {
                const Compared found =
                    compared(follower, search, asked, {open, asked.archives}, seen);
                state.fresh = found.news.articles.size();
                state.matches = found.matching.size();
            });
        } catch (const Error& error) {
            state.wrong = error.what();
            state.mend = error.hint();
        }
        states.push_back(std::move(state));
    }
    return states;
}

}  // namespace dateline
