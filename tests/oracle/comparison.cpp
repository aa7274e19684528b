// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/error.h"
#include "searcher/cli/options.h"
#include "searcher/search.h"
#include "tests/oracle/compare_counts.h"

namespace dateline::oracle {
namespace {

using Options = std::vector<std::string>;
using List = std::vector<std::uint32_t>;

/// The program says how far it looks; what lies beyond is no difference.
constexpr auto bounds = std::to_array<std::string_view>(
    {"where too many words stand", "capitals and accents would have to be looked for",
     "words with * ? or ~", "more than 128 words"});

struct Cut {};  ///< a pattern stands for some of its words only

class Comparer {
public:
    Comparer(const OracleArchive& archive, const TypedCommand& command)
        : archive_(archive), command_(command), answer_(plain_answer(archive.plain, command)) {}

    std::string run() {
        list();
        switch (command_.asked) {
            case Asked::list:
                break;
            case Asked::pages:
                pages();
                break;
            case Asked::folded:
                folded();
                break;
            case Asked::any:
                any();
                break;
            case Asked::sorted:
                sorted();
                break;
            case Asked::count:
                count();
                break;
            case Asked::by:
            case Asked::timeline:
                counts();
                break;
        }
        return text_;
    }

    bool found() const { return !answer_.some.empty(); }

private:
    /// What the program finds with these options beside the command's own.
    SearchResult search_with(Options options, const std::string& copies = "show") {
        options.push_back("--copies=" + copies);
        typed_ = arguments(command_, options);
        const std::vector<std::string_view> views(typed_.begin(), typed_.end());
        SearchCommand command = read_search_command(views, oracle_today, {});
        command.request.counts.values = no_limit;  // not as many as a screen has room for
        SearchResult result = search(archive_.index, command.request);
        for (const std::string& note : result.notes)
            if (note.find(" commonest of its ") != note.npos) throw Cut{};
        return result;
    }

    void complain(const std::string& what) {
        if (text_.empty()) text_ = shell_line(typed_) + "\n";
        text_ += "  " + what + "\n";
    }

    void expect(const std::string& what, std::uint64_t found, std::uint64_t expected) {
        if (found != expected)
            complain(fmt::format("{}: found {}, expected {}", what, found, expected));
    }

    /// A number that is not exact is no more than there are, and only told of lists that are long.
    void expect(const std::string& what, const MatchCount& found, std::uint64_t expected) {
        const bool right = found.exact
                               ? found.number == expected
                               : found.number <= expected && answer_.some.size() > most_counted;
        if (!right)
            complain(fmt::format("{}: found {}, expected {}", what,
                                 to_string(found, "article", "articles"), expected));
    }

    void expect_set(const std::string& what, const List& found, const ArticleSet& expected) {
        constexpr std::size_t most = 3;
        const ArticleSet set(found.begin(), found.end());
        if (set.size() != found.size()) complain(what + ": an article is listed twice");
        std::size_t named = 0;
        for (std::uint32_t i = 0; i < archive_.plain.articles().size() && named < most; ++i) {
            if (set.contains(i) == expected.contains(i)) continue;
            const Article& article = archive_.plain.articles()[i].article;
            complain(fmt::format("{}: {} {} ({})", what,
                                 set.contains(i) ? "only the program has" : "only the oracle has",
                                 article.path, article.id));
            ++named;
        }
    }

    List articles_of(const SearchResult& result, std::optional<bool> full) const {
        List list;
        for (const Hit& hit : result.hits)
            if (!full || hit.lacking.empty() == *full)
                list.push_back(archive_.numbers.at(hit.article.id));
        return list;
    }

    ArticleSet only_some() const {
        ArticleSet set;
        std::ranges::set_difference(answer_.some, answer_.all, std::inserter(set, set.end()));
        return set;
    }

    /// The whole list, and which of it has all words.
    void list() {
        whole_ = search_with({"-n0", "--passages=0"});
        expect_set("with all words", articles_of(whole_, true), answer_.all);
        expect("articles with all words", whole_.all_words, answer_.all.size());
        expect("undated articles left out", whole_.undated_left_out, answer_.undated);
        if (!command_.query) return;
        expect_set("with some words", articles_of(whole_, false), only_some());
        expect("articles with some words", whole_.some_words, only_some().size());
    }

    void pages() { pages_of(articles_of(whole_, std::nullopt), "show"); }

    /// Copies folded, no article is lost: each is listed or a copy of one that is.
    void folded() {
        const SearchResult result = search_with({"-n0", "--passages=0"}, "fold");
        const List whole = articles_of(whole_, std::nullopt);
        const ArticleSet matching(whole.begin(), whole.end());
        List told;
        for (const Hit& hit : result.hits) {
            told.push_back(archive_.numbers.at(hit.article.id));
            if (!hit.copies) continue;
            for (const std::string& id : hit.copies->ids)
                if (matching.contains(archive_.numbers.at(id)))
                    told.push_back(archive_.numbers.at(id));
        }
        expect_set("listed or a copy of what is listed", told, matching);
        if (result.texts) expect("texts", *result.texts, result.hits.size());
        pages_of(articles_of(result, std::nullopt), "fold");
    }

    /// The pages joined are the whole list.
    void pages_of(const List& whole, const std::string& copies) {
        unsigned style = command_.style;
        List joined;
        for (std::size_t page = 0; joined.size() < whole.size() && page < 5; ++page) {
            const std::size_t limit = 1 + style % 23;
            style = style * 31 + 7;
            const std::size_t before = joined.size();
            const SearchResult result = search_with(
                {fmt::format("-n{}", limit), "--passages=0", fmt::format("--offset={}", before)},
                copies);
            const List more = articles_of(result, std::nullopt);
            joined.insert(joined.end(), more.begin(), more.end());
            expect("articles with all words", result.all_words, answer_.all.size());
            if (command_.query)
                expect("articles with some words", result.some_words, only_some().size());
            const std::size_t wanted = std::min(limit, whole.size() - before);
            expect("hits on the page", more.size(), wanted);
            if (more.size() != wanted) return;
        }
        if (!std::equal(joined.begin(), joined.end(), whole.begin()))
            complain("the pages joined are not the whole list");
    }

    void any() {
        const SearchResult result = search_with({"-n0", "--passages=0", "--any"});
        expect_set("with any word", articles_of(result, std::nullopt), answer_.some);
        expect_set("--any, marked as with all words", articles_of(result, true), answer_.all);
        expect("articles", listed(result), answer_.some.size());
        expect("articles with all words, of any", result.all_words, answer_.all.size());
        expect("--count --any", listed(search_with({"--count", "--any"})).number,
               answer_.some.size());
    }

    void sorted() {
        const SearchResult result =
            search_with({"-n0", "--passages=0", "--sort=" + command_.order});
        const List list = articles_of(result, std::nullopt);
        expect_set("sorted", list, answer_.all);
        std::vector<std::string> keys;
        for (const std::uint32_t i : list) {
            const Article& article = archive_.plain.articles()[i].article;
            const std::string day = article.published ? day_key(article.published->day) : "";
            keys.push_back(command_.order == "oldest" && day.empty() ? "~" : day);
        }
        if (command_.order == "newest") std::ranges::reverse(keys);
        if (!std::ranges::is_sorted(keys)) complain("the dates are not in order");
    }

    void count() {
        expect("--count", search_with({"--count"}).all_words.number, answer_.all.size());
        if (command_.query)
            expect("--all", search_with({"--all", "-n1", "--passages=0"}).all_words,
                   answer_.all.size());
        expect_set("--files", articles_of(search_with({"-l"}), std::nullopt), answer_.all);
    }

    void counts() {
        Options options;
        for (const std::string& name : command_.by) options.push_back("--by=" + name);
        if (command_.asked == Asked::timeline)
            options.push_back(command_.period == "auto" ? "--timeline"
                                                        : "--timeline=" + command_.period);
        if (command_.share) options.push_back("--share");
        const bool with_any = command_.query && command_.style % 5 == 0;
        if (with_any) options.push_back("--any");
        const SearchResult result = search_with(options);
        const CountedArticles counted{archive_.plain, with_any ? answer_.some : answer_.all,
                                      command_.share ? &answer_.filtered : nullptr};
        for (const Facet& facet : result.facets)
            for (const std::string& what : compare_facet(counted, facet)) complain(what);
        if (result.timeline)
            for (const std::string& what : compare_timeline(counted, *result.timeline))
                complain(what);
        const bool asked = command_.asked == Asked::timeline;
        if (asked != result.timeline.has_value()) complain("a timeline is missing, or too many");
    }

    const OracleArchive& archive_;
    const TypedCommand& command_;
    PlainAnswer answer_;
    std::vector<std::string> typed_;
    SearchResult whole_;
    std::string text_;
};

}  // namespace

Comparison compare(const OracleArchive& archive, const TypedCommand& command) {
    try {
        Comparer comparer(archive, command);
        std::string difference = comparer.run();
        return {std::move(difference), true, comparer.found()};
    } catch (const Cut&) {
        return {"", false, false};
    } catch (const Error& error) {
        const std::string message = error.what();
        const bool bounded = std::ranges::any_of(
            bounds, [&](auto bound) { return message.find(bound) != message.npos; });
        if (bounded) return {"", false, false};
        return {shell_line(arguments(command, {"-n0"})) + "\n  an error: " + message +
                    "\n  hint: " + error.hint() + "\n",
                true, false};
    }
}

}  // namespace dateline::oracle
