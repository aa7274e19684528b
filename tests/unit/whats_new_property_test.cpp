// SPDX-License-Identifier: GPL-2.0-or-later
// Random lives of archives, on plain values: nothing that matches is missed, and nothing repeated.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "tests/unit/made_fingerprints.h"

namespace dateline {
namespace {

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
