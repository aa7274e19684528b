// SPDX-License-Identifier: GPL-2.0-or-later
// What it takes to tell of articles beside each other, from the words of a command to the finished
// result:
//     bench_stories INDEX                         each of 200 articles, drawn with a fixed seed
//     bench_stories INDEX SET_FILE KIND ...       pages of ten, copies shown and folded
// A line of figures for each, as measure.h has them.
#include <functional>
#include <iostream>
#include <random>
#include <stdexcept>

#include "common/index_store.h"
#include "common/stored_article.h"
#include "searcher/cli/options.h"
#include "searcher/pile/quotations.h"
#include "searcher/search.h"
#include "searcher/study.h"
#include "tests/bench/measure.h"
#include "tests/bench/typed_query.h"

namespace dateline::bench {
namespace {

constexpr std::size_t drawn_articles = 200;

std::vector<Article> draw_articles(const std::string& index) {
    const Xapian::Database database = open_index(index);
    const Xapian::docid last = database.get_lastdocid();
    if (database.get_doccount() == 0) throw std::runtime_error("no articles in " + index);
    std::mt19937 random(1);
    std::uniform_int_distribution<Xapian::docid> any(1, last);
    std::vector<Article> articles;
    while (articles.size() < drawn_articles) {
        const Xapian::docid docid = any(random);
        const std::string text = database.get_metadata(text_key(docid));
        if (text.empty()) continue;
        articles.push_back(decode_display(database.get_document(docid).get_data()));
        decode_text(text, articles.back());
    }
    return articles;
}

Shown answer(const std::string& index, const std::vector<std::string>& typed) {
    const std::vector<std::string_view> views(typed.begin(), typed.end());
    const Day today = parse_iso_date("2026-01-01")->day;  // nothing asked has a date relative to it
    const SearchCommand command = read_search_command(views, today, {});
    const SearchResult result =
        command.study ? study_article({{"index", index}}, command.request, *command.study)
                      : search(index, command.request);
    Shown shown;
    for (const Hit& hit : result.hits) {
        ++shown.hits;
        shown.bytes += hit.title.text.size();
        for (const ShownPassage& passage : hit.passages) shown.bytes += passage.text.text.size();
    }
    return shown;
}

/// The first quotation of so many words that somebody might look for.
std::string quotation_of(const Article& article) {
    constexpr std::size_t fewest_words = 8;
    constexpr std::size_t most_bytes = 200;
    for (const Quotation& quotation : quotations(article.body))
        if (quotation.words >= fewest_words &&
            quotation.inside.end - quotation.inside.begin < most_bytes)
            return article.body.substr(quotation.inside.begin,
                                       quotation.inside.end - quotation.inside.begin);
    return "";
}

void measure_articles(const std::string& index) {
    struct Row {
        const char* option;
        std::function<std::string(const Article&)> value;
    };
    const auto id = [](const Article& article) { return article.id; };
    const Row rows[] = {{"--copies-of", id},
                        {"--story", id},
                        {"--new-in", id},
                        {"--quotes", id},
                        {"--quote", quotation_of}};
    const std::vector<Article> articles = draw_articles(index);
    for (const Row& row : rows) {
        std::vector<Query> values;
        for (const Article& article : articles)
            if (std::string value = row.value(article); !value.empty())
                values.push_back({std::move(value), {}, "", "", ""});
        std::cout << row.option << ' ' << measure(values, [&](const Query& query) {
            return answer(index, {row.option, query.text});
        }) << '\n';
    }
}

void measure_pages(const std::string& index, const std::string& file, const std::string& name) {
    const auto kind = kind_named(name);
    if (!kind) throw std::runtime_error("no kind of queries: " + name);
    const std::vector<Query> queries = read_query_set(file, *kind);
    for (const std::string copies : {"show", "fold"})
        std::cout << name << ' ' << copies << ' ' << measure(queries, [&](const Query& query) {
            return answer(index, {"--copies=" + copies, "--", typed_query(*kind, query)});
        }) << '\n';
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.empty() || arguments.size() % 2 == 0) {
        std::cerr << "usage: bench_stories INDEX [SET_FILE KIND]...\n";
        return 2;
    }
    if (arguments.size() == 1) measure_articles(arguments.front());
    for (std::size_t i = 1; i < arguments.size(); i += 2)
        measure_pages(arguments.front(), arguments[i], arguments[i + 1]);
    return 0;
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
    try {
        return dateline::bench::run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "bench_stories: " << error.what() << '\n';
        return 2;
    }
}
