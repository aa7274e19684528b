// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/pile/copies.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "common/fields.h"
#include "indexer/document/document.h"
#include "searcher/archives/archive_names.h"
#include "searcher/archives/with_archives.h"
#include "searcher/pile/copies.h"
#include "tests/pile/clusters.h"
#include "tests/relevance/collection.h"
#include "tests/relevance/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

struct Planted {
    std::string id;
    std::string source;
    std::string kind;
};

/// Copies that are the smaller part of a text join no family.
bool is_within_another(const Planted& copy) {
    return copy.kind.starts_with("in_longer");
}

/// The articles of us-news-8000 and the copies, under ids of their own.
Collection archive_with_copies(const fs::path& data, std::vector<Planted>& copies) {
    Collection archive;
    for (const std::string& line : read_lines((data / "news/us-news-8000.jsonl.gz").string()))
        archive.articles.push_back(read_article(line));
    for (const auto& json : read_gold(data / "pile/copies-planted.jsonl.gz")) {
        Planted copy{"planted" + std::to_string(copies.size()), json.at("source"), json.at("kind")};
        Article& article = archive.articles.emplace_back();
        article.id = article.path = copy.id;
        article.body = json.at("text");
        copies.push_back(copy);
    }
    return archive;
}

Xapian::docid docid_of(const Archives& archives, const std::string& id) {
    return *archives.all().postlist_begin(make_term(id_prefix, id));
}

void add_found(const Archives& archives, CopyFinder& finder, const std::vector<Planted>& copies,
               Figures& figures) {
    std::map<std::string, std::pair<double, double>> by_kind;  // found, of
    for (const Planted& copy : copies) {
        const auto found = finder.copies_of(docid_of(archives, copy.id));
        auto& [hits, all] = by_kind[copy.kind];
        ++all;
        hits += std::ranges::count(found, docid_of(archives, copy.source), &Copy::docid) > 0;
    }
    for (const auto& [kind, found] : by_kind)
        figures.push_back({"planted." + kind, found.first / found.second});
}

void add_families(const Archives& archives, CopyFinder& finder, const std::vector<Planted>& copies,
                  Figures& figures) {
    std::map<std::string, std::size_t> sources;
    std::vector<std::size_t> found;
    std::vector<std::size_t> truth;
    const auto add = [&](const std::string& id, const std::string& source) {
        truth.push_back(sources.emplace(source, sources.size()).first->second);
        found.push_back(finder.families_of({docid_of(archives, id)}).front().front());
    };
    for (const Planted& copy : copies) {
        if (!sources.contains(copy.source)) add(copy.source, copy.source);
        if (!is_within_another(copy)) add(copy.id, copy.source);
    }
    const ClusterFigures of = cluster_figures(found, truth);
    figures.push_back({"planted.families.f", of.f});
    figures.push_back({"planted.families.rand", of.adjusted_rand});
}

/// As the index has it.
std::set<std::string> sketch_of(const std::string& body) {
    Vocabulary vocabulary;
    DocumentBuilder builder(vocabulary);
    Article article;
    article.body = body;
    std::set<std::string> terms;
    for (const Posting& posting : builder.build(article).postings)
        if (const auto term = vocabulary.term(posting.term); term.starts_with(sketch_prefix))
            terms.emplace(term);
    return terms;
}

/// By the ids that pairs have: of the sets of news as they are, of others with a letter before.
std::map<std::string, std::set<std::string>> sketches(const fs::path& data,
                                                      const std::set<std::string>& wanted) {
    std::map<std::string, std::set<std::string>> made;
    for (const auto& [file, before] :
         std::map<std::string, std::string>{{"news/us-news-8000.jsonl.gz", ""},
                                            {"news/reuters-21578.jsonl.gz", ""},
                                            {"collections/fnc1/docs.jsonl.gz", "f"},
                                            {"pile/events-ecb.jsonl.gz", ""}})
        for (const auto& json : read_gold(data / file)) {
            const std::string id = before + json.at("id").get<std::string>();
            if (wanted.contains(id)) made[id] = sketch_of(json.at("text"));
        }
    return made;
}

struct Pair {
    std::string first;
    std::string second;
    double containment = 0;
};

std::vector<Pair> natural_pairs(const fs::path& data) {
    std::vector<Pair> pairs;
    std::istringstream fields;
    for (const std::string& line : read_lines((data / "pile/copies-natural.tsv").string())) {
        Pair pair;
        std::string skipped;
        fields.clear();
        fields.str(line);
        if (fields >> skipped >> pair.first >> pair.second >> skipped >> skipped >> skipped >>
            pair.containment)
            pairs.push_back(pair);
    }
    return pairs;
}

}  // namespace

Figures planted_figures(const fs::path& data) {
    const TemporaryFolder folder;
    std::vector<Planted> copies;
    index_collection(archive_with_copies(data, copies), folder.path());
    Figures figures;
    with_archives(named({folder.path()}), [&](const Archives& archives) {
        CopyFinder finder(archives);
        add_found(archives, finder, copies, figures);
        add_families(archives, finder, copies, figures);
    });
    return figures;
}

Figures natural_figures(const fs::path& data) {
    const std::vector<Pair> pairs = natural_pairs(data);
    std::set<std::string> wanted;
    for (const Pair& pair : pairs) wanted.insert({pair.first, pair.second});
    const auto known = sketches(data, wanted);
    std::map<std::string, std::pair<double, double>> by_range;  // found, of
    for (const Pair& pair : pairs) {
        if (pair.containment < .45 || !known.contains(pair.first) || !known.contains(pair.second))
            continue;
        auto& [found, all] = by_range[pair.containment >= .9   ? "natural.90"
                                      : pair.containment >= .7 ? "natural.70"
                                                               : "natural.45"];
        const std::set<std::string>& second = known.at(pair.second);
        found += std::ranges::any_of(
            known.at(pair.first), [&](const std::string& term) { return second.contains(term); });
        ++all;
    }
    Figures figures;
    for (const auto& [range, found] : by_range)
        figures.push_back({range, found.first / found.second});
    return figures;
}

}  // namespace dateline
