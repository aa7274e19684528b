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

/// The records of each hash, in their order.
using Records = std::unordered_map<std::uint64_t, std::vector<std::size_t>>;

/// Of very many with one hash so few are looked at, that none of them costs all the others.
constexpr std::size_t most_looked_at = 50;

class Comparison {
public:
    Comparison(Seen seen, const std::vector<MatchingArticle>& matching,
               const std::function<bool(const SeenArticle&)>& has_its_text)
        : matching_(matching), has_its_text_(has_its_text), at_place_(seen.articles.size()) {
        found_.seen = std::move(seen);
    }

    WhatsNew run() {
        find_known();
        if (!elsewhere_.empty()) {
            index_records();
            std::ranges::sort(elsewhere_, {}, [&](const Elsewhere& one) {
                return std::pair(matching_[one.match].order, one.match);
            });
            std::vector<Elsewhere> still;
            std::vector<std::optional<std::size_t>> taken_over;
            for (const Elsewhere& one : elsewhere_) {
                if (take_move(one.match))
                    taken_over.push_back(one.record);
                else
                    still.push_back(one);
            }
            for (const std::optional<std::size_t>& record : taken_over) displace(record);
            for (const Elsewhere& one : still)
                if (!take_edit(one)) unknown_.push_back(one.match);
            for (const std::size_t match : unknown_) tell(match);
        }
        std::ranges::sort(found_.articles, {}, [&](const NewArticle& article) {
            return std::pair(matching_[article.match].order, article.match);
        });
        return std::move(found_);
    }

private:
    /// An article whose text is not known to lie there.
    struct Elsewhere {
        std::size_t match;
        std::optional<std::size_t> record;  ///< of its place, which had another text
    };

    std::vector<SeenArticle>& records() { return found_.seen.articles; }

    void find_known() {
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < records().size(); ++i)
            if (!records()[i].place.id.empty()) places.emplace(key_of(records()[i].place), i);
        for (std::size_t match = 0; match < matching_.size(); ++match) {
            const auto place = places.find(key_of(matching_[match].place));
            if (place == places.end()) {
                elsewhere_.push_back({match, {}});
            } else if (have_one_text(records()[place->second].fingerprint,
                                     matching_[match].fingerprint)) {
                put(place->second, match);
            } else {
                at_place_[place->second] = false;
                elsewhere_.push_back({match, place->second});
            }
        }
    }

    /// Whether it is the one known there, edited. If not, that one has lost its place.
    bool take_edit(const Elsewhere& one) {
        if (!one.record || *at_place_[*one.record]) return false;  // or it was found elsewhere
        const bool edited = are_of_one_article(records()[*one.record].fingerprint,
                                               matching_[one.match].fingerprint);
        if (edited)
            put(*one.record, one.match);
        else
            displace(one.record);
        return edited;
    }

    /// Another has its place, unless it was found elsewhere: then it is nowhere.
    void displace(std::optional<std::size_t> number) {
        if (!number || *at_place_[*number]) return;
        found_.moved = true;
        taken_.insert(records()[*number].told_as);
        records()[*number].place = {};
    }

    /// The article of the record lies there now.
    void put(std::size_t number, std::size_t match) {
        SeenArticle& record = records()[number];
        at_place_[number] = true;
        if (record.place != matching_[match].place ||
            record.fingerprint != matching_[match].fingerprint) {
            found_.moved = true;
            taken_.insert(record.told_as);
            record.place = matching_[match].place;
            record.fingerprint = matching_[match].fingerprint;
        }
        if (!record.shown)
            found_.articles.push_back({match, number, record.kind, {}, record.of, record.told_as});
    }

    void index_records() {
        for (std::size_t i = 0; i < records().size(); ++i) {
            const Fingerprint& fingerprint = records()[i].fingerprint;
            texts_[fingerprint.text].push_back(i);
            if (fingerprint.source != 0) sources_[fingerprint.source].push_back(i);
            if (fingerprint.url != 0) urls_[fingerprint.url].push_back(i);
            if (records()[i].told_as != id_shown(records()[i].place))
                taken_.insert(records()[i].told_as);
        }
    }

    bool is_at_place(std::size_t number) {
        const SeenArticle& record = records()[number];
        if (!at_place_[number])
            at_place_[number] = !record.place.id.empty() && has_its_text_(record);
        return *at_place_[number];
    }

    /// A record of the hash that is no longer where it was; of several rather one under the URL.
    std::optional<std::size_t> gone_of(Records& of, std::uint64_t hash, std::uint32_t url) {
        const auto records_of = of.find(hash);
        if (hash == 0 || records_of == of.end()) return std::nullopt;
        std::size_t& first = first_gone_[&records_of->second];
        const std::vector<std::size_t>& numbers = records_of->second;
        while (first < numbers.size() && is_at_place(numbers[first])) ++first;
        std::optional<std::size_t> gone;
        const std::size_t end = std::min(numbers.size(), first + most_looked_at);
        for (std::size_t i = first; i < end; ++i) {
            if (is_at_place(numbers[i])) continue;
            if (!gone) gone = numbers[i];
            if (records()[numbers[i]].fingerprint.url == url) return numbers[i];
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
        NewArticle told{match, {}, ArrivalKind::fresh, {}, {}, free_name(article.place)};
        if (const auto copied = other_of(texts_, new_texts_, article.fingerprint.text, true)) {
            told.kind = ArrivalKind::copy;
            told.of = copied->place;
            told.of_told_as = copied->told_as;
        } else if (article.fingerprint.url != 0) {
            if (const auto old = other_of(urls_, new_urls_, article.fingerprint.url, false)) {
                told.kind = ArrivalKind::version;
                told.of = old->place;
                told.of_told_as = old->told_as;
            }
        }
        const Other itself{id_shown(article.place), told.told_as};
        new_texts_.emplace(article.fingerprint.text, itself);
        if (article.fingerprint.url != 0) new_urls_.emplace(article.fingerprint.url, itself);
        found_.articles.push_back(std::move(told));
    }

    /// No two articles are told as one.
    std::string free_name(const ArticlePlace& place) {
        std::string name = id_shown(place);
        for (int number = 2; !taken_.insert(name).second; ++number)
            name = fmt::format("{}-{}", id_shown(place), number);
        return name;
    }

    /// What another is a copy or a version of.
    struct Other {
        std::string place;  ///< as shown; "" if it is nowhere
        std::string told_as;
    };
    using NewOnes = std::unordered_map<std::uint64_t, Other>;

    /// The latest record of the hash that is at its place, else a new article that was told before,
    /// else one that is gone, unless `there` is asked for.
    std::optional<Other> other_of(const Records& of, const NewOnes& told, std::uint64_t hash,
                                  bool there) {
        const auto found = of.find(hash);
        const std::vector<std::size_t> none;
        const std::vector<std::size_t>& numbers = found == of.end() ? none : found->second;
        for (std::size_t i = 0; i < std::min(numbers.size(), most_looked_at); ++i)
            if (const std::size_t number = numbers[numbers.size() - 1 - i]; is_at_place(number))
                return Other{id_shown(records()[number].place), records()[number].told_as};
        if (const auto other = told.find(hash); other != told.end()) return other->second;
        if (numbers.empty() || there) return std::nullopt;
        return Other{"", records()[numbers.back()].told_as};
    }

    const std::vector<MatchingArticle>& matching_;
    const std::function<bool(const SeenArticle&)>& has_its_text_;
    /// Of each record whether its text lies where it was known, as far as it was asked.
    std::vector<std::optional<bool>> at_place_;
    std::vector<Elsewhere> elsewhere_;
    std::vector<std::size_t> unknown_;  ///< of these, what is to be told
    Records texts_;
    std::unordered_map<const std::vector<std::size_t>*, std::size_t>
        first_gone_;  ///< all before are there
    Records sources_;
    Records urls_;
    std::set<std::string> taken_;  ///< names of those that are not, or no longer, where they name
    NewOnes new_texts_;
    NewOnes new_urls_;
    WhatsNew found_;
};

}  // namespace

WhatsNew whats_new(Seen seen, const std::vector<MatchingArticle>& matching,
                   const std::function<bool(const SeenArticle&)>& has_its_text) {
    return Comparison(std::move(seen), matching, has_its_text).run();
}

std::string mark_of(const MatchingArticle& article) {
    return fmt::format("{}/{:016x}", id_shown(article.place), article.fingerprint.text);
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
                             .of = told.of_told_as,
                             .fingerprint = article.fingerprint});
}

void remember_as_there(Seen& seen, const MatchingArticle& article, const std::string& told_as,
                       std::int64_t when) {
    seen.articles.push_back({.place = article.place,
                             .told_as = told_as,
                             .told = when,
                             .shown = true,
                             .was_there = true,
                             .kind = ArrivalKind::fresh,
                             .of = "",
                             .fingerprint = article.fingerprint});
}

}  // namespace dateline
