// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/query_set.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace dateline::bench {

std::optional<QueryKind> kind_named(std::string_view name) {
    static constexpr std::pair<std::string_view, QueryKind> kinds[] = {
        {"one", QueryKind::one_word},
        {"and2", QueryKind::two_words},
        {"or", QueryKind::any_word},
        {"or_content", QueryKind::any_content_word},
        {"phrase", QueryKind::phrase},
        {"or_date", QueryKind::any_in_days},
        {"or_outlet", QueryKind::any_of_outlet}};
    for (const auto& [known, kind] : kinds)
        if (known == name) return kind;
    return std::nullopt;
}

std::vector<Query> read_query_set(const std::string& file, QueryKind kind) {
    std::ifstream stream(file);
    std::vector<Query> queries;
    for (std::string line; std::getline(stream, line);) {
        Query query;
        std::istringstream fields(line);
        std::getline(fields, query.text, '\t');
        if (kind == QueryKind::any_of_outlet) std::getline(fields, query.outlet, '\t');
        if (kind == QueryKind::any_in_days) {
            std::getline(fields, query.first_day, '\t');
            std::getline(fields, query.last_day, '\t');
        }
        std::istringstream words(query.text);
        for (std::string word; words >> word;) query.words.push_back(word);
        if (!query.words.empty()) queries.push_back(std::move(query));
    }
    if (queries.empty()) throw std::runtime_error("no queries in " + file);
    return queries;
}

std::string join(const std::vector<std::string>& words, std::string_view between) {
    std::string joined;
    for (const std::string& word : words) {
        if (!joined.empty()) joined += between;
        joined += word;
    }
    return joined;
}

}  // namespace dateline::bench
