// SPDX-License-Identifier: GPL-2.0-or-later
// What is new for a saved search, on plain values.
#include "searcher/following/whats_new.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace dateline {
namespace {

/// A text, with what its file is: `readers` may make another text of the same file.
Fingerprint fingerprint(int text, int edition = 0, int readers = 0, std::uint32_t url = 0) {
    std::mt19937_64 of_text(static_cast<std::uint64_t>(text) * 7919 + 1);
    std::mt19937_64 of_edition(static_cast<std::uint64_t>(text * 1000 + edition) * 104'729 + 2);
    Fingerprint made;
    for (std::uint8_t& byte : made.shingles) byte = static_cast<std::uint8_t>(1 + of_text() % 255);
    made.source = of_edition();
    made.text = of_edition() + static_cast<std::uint64_t>(readers);
    for (int i = 0; i < edition % 4; ++i)
        made.shingles[of_edition() % 16] = static_cast<std::uint8_t>(of_edition());
    made.url = url;
    return made;
}

MatchingArticle article(const std::string& id, const Fingerprint& print,
                        const std::string& archive = "") {
    return {0, {archive, id}, "00000000" + id, print};
}

/// What there is, matching or not.
using There = std::vector<MatchingArticle>;

WhatsNew compare(const Seen& seen, const There& matching, const There& others = {}) {
    return whats_new(seen, matching, [&](const SeenArticle& record) {
        const auto is_it = [&](const MatchingArticle& article) {
            return article.place == record.place &&
                   have_one_text(article.fingerprint, record.fingerprint);
        };
        return std::ranges::any_of(matching, is_it) || std::ranges::any_of(others, is_it);
    });
}

Seen seen_of(const There& articles) {
    Seen seen;
    for (const MatchingArticle& article : articles)
        remember_as_there(seen, article, article.place.id, 1);
    return seen;
}

/// "b copy a, c new"
std::string told(const WhatsNew& news, const There& matching) {
    std::string text;
    for (const NewArticle& article : news.articles)
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ",
                            place_shown(matching[article.match].place), name_of(article.kind),
                            article.of.empty() ? "" : " " + article.of);
    return text;
}

TEST_CASE("what is new is told by what it is to what was told before") {
    constexpr std::uint32_t url = 77;
    const There before{article("a", fingerprint(1)), article("b", fingerprint(2, 0, 0, url)),
                       article("c", fingerprint(3))};
    struct Row {
        const char* name;
        There now;
        There others;
        std::string told;
    };
    const std::vector<Row> rows{
        {"nothing", before, {}, ""},
        {"one is gone", {before[0], before[1]}, {}, ""},
        {"one more", {before[0], before[1], before[2], article("d", fingerprint(4))}, {}, "d new"},
        {"moved", {article("x", fingerprint(1)), before[1], before[2]}, {}, ""},
        {"moved out of one place into another's",
         {article("b", fingerprint(1)), before[2]},
         {},
         ""},
        {"swapped", {article("b", fingerprint(1)), article("a", fingerprint(2))}, {}, ""},
        {"edited", {article("a", fingerprint(1, 1)), before[1], before[2]}, {}, ""},
        {"read by other readers", {article("a", fingerprint(1, 0, 1))}, {}, ""},
        {"moved and read by other readers", {article("x", fingerprint(1, 0, 1))}, {}, ""},
        {"a copy", {before[0], article("x", fingerprint(1))}, {}, "x copy a"},
        {"a copy of one that no longer matches",
         {article("x", fingerprint(1))},
         {before[0]},
         "x copy a"},
        {"two copies of one that is gone: it moved, and there is a copy",
         {article("x", fingerprint(1)), article("y", fingerprint(1))},
         {},
         "y copy x"},
        {"two new ones with one text",
         {article("x", fingerprint(9)), article("y", fingerprint(9))},
         {},
         "x new, y copy x"},
        {"a version", {before[1], article("x", fingerprint(9, 0, 0, url))}, {}, "x version b"},
        {"a version of one that is gone",
         {article("x", fingerprint(9, 0, 0, url))},
         {},
         "x version"},
        {"a version in its place", {article("b", fingerprint(9, 0, 0, url))}, {}, "b version"},
        {"edited, and moved from where one was that is like it",
         {article("a", fingerprint(3, 1)), article("c", fingerprint(1))},
         {},
         "a new"},
        {"another in its place", {article("a", fingerprint(9))}, {}, "a new"},
        {"another of the same pattern under another URL in its place",
         {article("b", fingerprint(2, 1, 0, url + 1))},
         {},
         "b new"},
        {"another in its place, and it moved",
         {article("a", fingerprint(9)), article("x", fingerprint(1))},
         {},
         "a new"},
        {"another that does not match in its place, and it moved",
         {article("x", fingerprint(1))},
         {article("a", fingerprint(9))},
         ""},
        {"all shift by one place, and one is new",
         {article("a", fingerprint(9)), article("b", fingerprint(1)),
          article("c", fingerprint(2, 0, 0, url)), article("d", fingerprint(3))},
         {},
         "a new"},
        {"the archive has a name now",
         {article("a", fingerprint(1), "desk"), article("b", fingerprint(2, 0, 0, url), "desk")},
         {},
         ""},
        {"the same id in another archive",
         {article("a", fingerprint(9), "desk"), before[0]},
         {},
         "desk:a new"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(told(compare(seen_of(before), row.now, row.others), row.now) == row.told);
    }
}

TEST_CASE("texts of one pattern that move on by a place are known, and the new one is told") {
    const auto of_day = [](int day) {
        Fingerprint print = fingerprint(5, 0);
        print.text = print.source = static_cast<std::uint64_t>(day);  // and alike in all else
        return print;
    };
    const There before{article("a", of_day(3)), article("b", of_day(2)), article("c", of_day(1))};
    const There rolled{article("a", of_day(4)), article("b", of_day(3)), article("c", of_day(2))};
    CHECK(told(compare(seen_of(before), rolled), rolled) == "a new");
    const There grown{article("a", of_day(4)), article("b", of_day(3)), article("c", of_day(2)),
                      article("d", of_day(1))};
    CHECK(told(compare(seen_of(before), grown), grown) == "a new");
}

TEST_CASE("what is not remembered stays new, and what moved is remembered where it lies") {
    const There now{article("x", fingerprint(1)), article("d", fingerprint(4))};
    const WhatsNew news = compare(seen_of({article("a", fingerprint(1))}), now);
    CHECK(news.moved);
    CHECK(told(news, now) == "d new");
    CHECK(told(compare(news.seen, now), now) == "d new");
    Seen after = news.seen;
    remember(after, now[1], news.articles[0], 2, true);
    const WhatsNew next = compare(after, now);
    CHECK(next.articles.empty());
    CHECK_FALSE(next.moved);
    CHECK(after.articles[0].told_as == "a");
    CHECK(after.articles[0].place.id == "x");
}

TEST_CASE("what only a feed has told is new to a person, told as it was") {
    const There now{article("a", fingerprint(1))};
    const WhatsNew first = compare({}, now);
    Seen seen = first.seen;
    remember(seen, now[0], first.articles[0], 5, false);
    const There later{article("b", fingerprint(1))};
    const WhatsNew news = compare(seen, later);
    REQUIRE(news.articles.size() == 1);
    CHECK(news.articles[0].told_as == "a");
    seen = news.seen;
    remember(seen, later[0], news.articles[0], 6, true);
    CHECK(seen.articles.size() == 1);
    CHECK(seen.articles[0].told == 5);
    CHECK(compare(seen, later).articles.empty());
}

TEST_CASE("no two articles are told as one") {
    Seen seen = seen_of({article("a", fingerprint(1))});
    std::set<std::string> names{"a"};
    for (int text = 2; text < 6; ++text) {  // each takes the place of the one before
        const There now{article("a", fingerprint(text))};
        const WhatsNew news = compare(seen, now);
        REQUIRE(news.articles.size() == 1);
        CHECK(names.insert(news.articles[0].told_as).second);
        seen = news.seen;
        remember(seen, now[0], news.articles[0], text, true);
    }
}

/// Archives through a random life. An instance is an article in one place; a copy is another
/// instance of its text.
class Life {
public:
    explicit Life(unsigned seed) : random_(seed) {}

    /// What is wrong, "" if nothing is.
    std::string run(int steps) {
        for (int i = 0; i < 6; ++i) add();
        seen_ = seen_of(matching());
        for (const auto& [place, instance] : places_)
            if (matches(instance)) ++was_there_[instance.text];
        for (int step = 0; step < steps; ++step) {
            for (std::size_t i = number(6); i > 0; --i) change();
            if (const std::string wrong = tell(); !wrong.empty()) return wrong;
        }
        return "";
    }

private:
    struct Instance {
        int text = 0;
        int edition = 0;
        bool item = false;  ///< of a file of many: what it was made from changes with the readers
        bool edited = false;
        bool moved = false;  ///< both since the last run in which it matched
    };
    using Place = std::pair<std::string, std::string>;

    std::size_t number(std::size_t below) { return random_() % below; }

    /// Some texts match only in some editions.
    static bool matches(const Instance& instance) {
        return instance.text % 3 != 0 || instance.edition % 2 == 0;
    }

    Fingerprint print_of(const Instance& instance) const {
        Fingerprint print =
            fingerprint(instance.text, instance.edition, instance.text % 4 == 0 ? readers_ : 0);
        if (instance.item) print.source += static_cast<std::uint64_t>(readers_);
        return print;
    }

    There all(bool only_matching) const {
        There articles;
        for (const auto& [place, instance] : places_)
            if (!only_matching || matches(instance))
                articles.push_back(article(place.second, print_of(instance), place.first));
        return articles;
    }
    There matching() const { return all(true); }

    Place free_place() {
        for (;;) {
            Place place{number(2) == 0 ? "desk" : "", fmt::format("p{}", number(40))};
            if (!places_.contains(place)) return place;
        }
    }

    void create(const Place& place, Instance instance) {
        instance.edited = instance.moved = false;
        ++instances_[instance.text];
        places_[place] = instance;
    }

    void add() { create(free_place(), {next_++, 0, number(3) == 0, false, false}); }

    auto some() { return std::next(places_.begin(), static_cast<long>(number(places_.size()))); }

    /// By other readers an item is another text from another source.
    static void read_again(Instance& instance) {
        instance.edited = instance.edited || (instance.item && instance.text % 4 == 0);
    }

    void put(const Place& place, Instance instance) {
        instance.moved = true;
        places_[place] = instance;
    }

    void change() {
        if (places_.size() < 3 || places_.size() > 35) return add();
        switch (number(10)) {
            case 0:
            case 1:
                return add();
            case 2: {  // edit
                Instance& instance = some()->second;
                instance.edition = ++editions_;
                instance.edited = true;
                return;
            }
            case 3: {  // move
                const auto from = some();
                const Instance instance = from->second;
                places_.erase(from);
                return put(free_place(), instance);
            }
            case 4:  // copy
                return create(free_place(), some()->second);
            case 5: {  // delete
                const auto from = some();
                bin_.push_back(*from);
                places_.erase(from);
                return;
            }
            case 6: {  // restore, where it was or elsewhere
                if (bin_.empty()) return;
                const auto [place, instance] = bin_.back();
                bin_.pop_back();
                return put(number(2) == 0 && !places_.contains(place) ? place : free_place(),
                           instance);
            }
            case 7: {  // another in its place
                const auto from = some();
                bin_.push_back(*from);
                return create(from->first, {next_++, 0, false, false, false});
            }
            case 8: {  // swap
                const auto one = some();
                const auto other = some();
                std::swap(one->second, other->second);
                one->second.moved = other->second.moved = true;
                return;
            }
            default:
                if (number(2) == 0) {  // the folder gets another number: all ids are others
                    std::map<Place, Instance> renamed;
                    ++root_;
                    for (auto& [place, instance] : places_) {
                        instance.moved = true;
                        const std::string name = place.second.substr(0, place.second.find('r'));
                        renamed[{place.first, fmt::format("{}r{}", name, root_)}] = instance;
                    }
                    places_ = renamed;
                } else {
                    ++readers_;
                    for (auto& [place, instance] : places_) read_again(instance);
                    for (auto& [place, instance] : bin_) read_again(instance);
                }
        }
    }

    /// A run: some of what is new is shown, and it is remembered, or the run ends before that.
    std::string tell() {
        const There now = matching();
        const WhatsNew news = compare(seen_, now, all(false));
        const bool crashes = number(8) == 0;
        const std::size_t most = number(3) == 0 ? 2 : news.articles.size();
        Seen after = news.seen;
        for (std::size_t i = 0; i < std::min(most, news.articles.size()); ++i) {
            const MatchingArticle& shown = now[news.articles[i].match];
            const int text = places_.at({shown.place.archive, shown.place.id}).text;
            ++told_[text];
            if (crashes) ++allowed_[text];
            remember(after, shown, news.articles[i], 1, true);
        }
        note_diverged();
        // Where both place and text are others since it matched last, it may be told again.
        for (auto& [place, instance] : places_)
            if (instance.edited && instance.moved) ++allowed_[instance.text];
        for (auto& [place, instance] : bin_)
            if (instance.edited) ++allowed_[instance.text];
        if (!crashes) seen_ = decode_seen(encode_seen(after));
        const bool all = !crashes && most >= news.articles.size();
        if (all)
            for (auto& [place, instance] : places_)
                if (matches(instance)) instance.edited = instance.moved = false;
        return check(all);
    }

    /// Of copies of which one was edited nobody can say which is which when they are moved.
    void note_diverged() {
        std::map<int, std::set<int>> editions;
        for (const auto& [place, instance] : places_)
            editions[instance.text].insert(instance.edition);
        for (const auto& [place, instance] : bin_) editions[instance.text].insert(instance.edition);
        for (const auto& [text, some] : editions)
            if (some.size() > 1) diverged_.insert(text);
    }

    /// How often it was told, or was there from the beginning.
    int known(int text) const {
        const auto times = told_.find(text);
        const auto there = was_there_.find(text);
        return (times == told_.end() ? 0 : times->second) +
               (there == was_there_.end() ? 0 : there->second);
    }

    std::string check(bool all_told) const {
        for (const auto& [place, instance] : places_)
            if (all_told && matches(instance) && known(instance.text) == 0)
                return fmt::format("text {} is never told", instance.text);
        for (const auto& [text, instances] : instances_) {
            const auto more = allowed_.find(text);
            if (diverged_.contains(text)) continue;
            if (known(text) > instances + (more == allowed_.end() ? 0 : more->second))
                return fmt::format("text {} is told {} times, of {} instances", text, known(text),
                                   instances);
        }
        return "";
    }

    std::mt19937 random_;
    std::map<Place, Instance> places_;
    std::vector<std::pair<Place, Instance>> bin_;
    int next_ = 1;
    int editions_ = 0;  ///< no two edits make one text
    int readers_ = 0;
    int root_ = 0;
    Seen seen_;
    std::map<int, int> instances_;  ///< of each text, ever
    std::map<int, int> was_there_;  ///< when the search was saved
    std::map<int, int> told_;
    std::set<int> diverged_;
    std::map<int, int> allowed_;  ///< times that it may be told again
};

// DATELINE_HISTORIES=n lives n thousand more.
TEST_CASE("in any history each article is told at least once, and once where nothing crashed") {
    int complaints = 0;
    const char* more = std::getenv("DATELINE_HISTORIES");
    const int many = 3000 + 1000 * (more == nullptr ? 0 : std::atoi(more));
    for (int seed = 1; seed <= many && complaints < 3; ++seed) {
        CAPTURE(seed);
        const std::string wrong = Life(static_cast<unsigned>(seed)).run(12);
        CHECK_MESSAGE(wrong.empty(), wrong);
        complaints += !wrong.empty();
    }
}

}  // namespace
}  // namespace dateline
