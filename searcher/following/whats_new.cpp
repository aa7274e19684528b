// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/whats_new.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace dateline {
namespace {

std::string key_of(const ArticlePlace& place) {
    return place.archive + '\n' + place.id;
}

/// The records of some hash, in their order.
using Records = std::unordered_multimap<std::uint64_t, std::size_t>;

std::vector<std::size_t> all_of(const Records& records, std::uint64_t hash) {
    std::vector<std::size_t> found;
    const auto [begin, end] = records.equal_range(hash);
    for (auto record = begin; record != end; ++record) found.push_back(record->second);
    std::ranges::sort(found);
    return found;
}

class Comparison {
public:
    Comparison(Seen seen, const std::vector<MatchingArticle>& matching,
               const std::function<bool(const SeenArticle&)>& lies_there)
        : matching_(matching), lies_there_(lies_there), at_place_(seen.articles.size()) {
        found_.seen = std::move(seen);
    }

    WhatsNew run() {
        find_known();
        if (!candidates_.empty() || !edited_.empty()) {
            index_records();
            for (const auto& [match, number] : edited_) settle_edited(match, number);
            std::ranges::sort(candidates_, {}, [&](std::size_t match) {
                return std::pair(matching_[match].order, match);
            });
            std::erase_if(candidates_, [&](std::size_t match) { return take_move(match); });
            for (const std::size_t match : candidates_) tell(match);
        }
        std::ranges::sort(found_.articles, {}, [&](const NewArticle& article) {
            return std::pair(matching_[article.match].order, article.match);
        });
        return std::move(found_);
    }

private:
    std::vector<SeenArticle>& records() { return found_.seen.articles; }

    void find_known() {
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < records().size(); ++i)
            if (!records()[i].place.id.empty()) places.emplace(key_of(records()[i].place), i);
        for (std::size_t match = 0; match < matching_.size(); ++match) {
            const auto place = places.find(key_of(matching_[match].place));
            if (place == places.end()) {
                candidates_.push_back(match);
                continue;
            }
            const Fingerprint& known = records()[place->second].fingerprint;
            const Fingerprint& fingerprint = matching_[match].fingerprint;
            if (have_one_text(known, fingerprint)) {
                put(place->second, match);
            } else if (are_of_one_article(known, fingerprint)) {
                edited_.emplace_back(match, place->second);
            } else {
                evict(place->second);
                candidates_.push_back(match);
            }
        }
    }

    /// Another article has its place.
    void evict(std::size_t number) {
        found_.moved = true;
        records()[number].place = {};
        at_place_[number] = false;
    }

    /// An article that is alike the one known there: that one edited, unless it is a copy of that
    /// one, edited before, which lay elsewhere.
    void settle_edited(std::size_t match, std::size_t number) {
        if (take_move(match))
            evict(number);
        else
            put(number, match);
    }

    /// The article of the record lies there now.
    void put(std::size_t number, std::size_t match) {
        SeenArticle& record = records()[number];
        at_place_[number] = true;
        if (record.place != matching_[match].place ||
            record.fingerprint != matching_[match].fingerprint) {
            found_.moved = true;
            record.place = matching_[match].place;
            record.fingerprint = matching_[match].fingerprint;
        }
        if (!record.shown)
            found_.articles.push_back({match, number, record.kind, record.of, record.told_as});
    }

    void index_records() {
        for (std::size_t i = 0; i < records().size(); ++i) {
            const Fingerprint& fingerprint = records()[i].fingerprint;
            texts_.emplace(fingerprint.text, i);
            if (fingerprint.source != 0) sources_.emplace(fingerprint.source, i);
            if (fingerprint.url != 0) urls_.emplace(fingerprint.url, i);
            if (records()[i].told_as != place_shown(records()[i].place))
                taken_.insert(records()[i].told_as);
        }
    }

    bool is_at_place(std::size_t number) {
        const SeenArticle& record = records()[number];
        if (!at_place_[number]) at_place_[number] = !record.place.id.empty() && lies_there_(record);
        return *at_place_[number];
    }

    /// A record of the hash that is no longer where it was; of several rather one under the URL.
    std::optional<std::size_t> gone_of(const Records& of, std::uint64_t hash, std::uint32_t url) {
        std::optional<std::size_t> gone;
        for (const std::size_t number : all_of(of, hash)) {
            const bool same_url = records()[number].fingerprint.url == url;
            if ((gone && !same_url) || is_at_place(number)) continue;
            gone = number;
            if (same_url) break;
        }
        return gone;
    }

    /// Whether it is one that lay elsewhere.
    bool take_move(std::size_t match) {
        const Fingerprint& fingerprint = matching_[match].fingerprint;
        std::optional<std::size_t> from = gone_of(texts_, fingerprint.text, fingerprint.url);
        if (!from && fingerprint.source != 0)
            from = gone_of(sources_, fingerprint.source, fingerprint.url);
        if (from) put(*from, match);
        return from.has_value();
    }

    void tell(std::size_t match) {
        const MatchingArticle& article = matching_[match];
        NewArticle told{match, {}, ArrivalKind::fresh, "", free_name(article.place)};
        if (const auto copy = other_of(texts_, new_texts_, article.fingerprint.text, true)) {
            told.kind = ArrivalKind::copy;
            told.of = *copy;
        } else if (article.fingerprint.url != 0) {
            if (const auto version = other_of(urls_, new_urls_, article.fingerprint.url, false)) {
                told.kind = ArrivalKind::version;
                told.of = *version;
            }
        }
        new_texts_.emplace(article.fingerprint.text, place_shown(article.place));
        if (article.fingerprint.url != 0)
            new_urls_.emplace(article.fingerprint.url, place_shown(article.place));
        found_.articles.push_back(std::move(told));
    }

    /// No two articles are told as one.
    std::string free_name(const ArticlePlace& place) {
        std::string name = place_shown(place);
        for (int number = 2; !taken_.insert(name).second; ++number)
            name = fmt::format("{}-{}", place_shown(place), number);
        return name;
    }

    using NewPlaces = std::unordered_map<std::uint64_t, std::string>;

    /// The latest record of the hash that is at its place, else a new article that was told before;
    /// "" if there is none but one that is gone, which counts unless `there` is asked for.
    std::optional<std::string> other_of(const Records& records_of, const NewPlaces& told,
                                        std::uint64_t hash, bool there) {
        const std::vector<std::size_t> numbers = all_of(records_of, hash);
        for (auto number = numbers.rbegin(); number != numbers.rend(); ++number)
            if (is_at_place(*number)) return place_shown(records()[*number].place);
        if (const auto other = told.find(hash); other != told.end()) return other->second;
        return numbers.empty() || there ? std::nullopt : std::optional<std::string>("");
    }

    const std::vector<MatchingArticle>& matching_;
    const std::function<bool(const SeenArticle&)>& lies_there_;
    /// Of each record whether its article lies where it was known, as far as it was asked.
    std::vector<std::optional<bool>> at_place_;
    std::vector<std::pair<std::size_t, std::size_t>> edited_;  ///< match and record of its place
    std::vector<std::size_t> candidates_;  ///< where none, or another, was known to lie
    Records texts_;
    Records sources_;
    Records urls_;
    std::set<std::string> taken_;  ///< names of those that are not, or no longer, where they name
    NewPlaces new_texts_;
    NewPlaces new_urls_;
    WhatsNew found_;
};

}  // namespace

WhatsNew whats_new(Seen seen, const std::vector<MatchingArticle>& matching,
                   const std::function<bool(const SeenArticle&)>& lies_there) {
    return Comparison(std::move(seen), matching, lies_there).run();
}

void remember(Seen& seen, const MatchingArticle& article, const NewArticle& told, std::int64_t when,
              bool shown) {
    if (told.record) {
        seen.articles[*told.record].shown |= shown;
        return;
    }
    seen.articles.push_back({.place = article.place,
                             .told_as = told.told_as,
                             .told = when,
                             .shown = shown,
                             .was_there = false,
                             .kind = told.kind,
                             .of = told.of,
                             .fingerprint = article.fingerprint});
}

void remember_as_there(Seen& seen, const MatchingArticle& article, std::int64_t when) {
    seen.articles.push_back({.place = article.place,
                             .told_as = place_shown(article.place),
                             .told = when,
                             .shown = true,
                             .was_there = true,
                             .kind = ArrivalKind::fresh,
                             .of = "",
                             .fingerprint = article.fingerprint});
}

}  // namespace dateline
