// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/pile/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>

#include "common/fields.h"
#include "common/index_store.h"
#include "searcher/pile/story.h"
#include "searcher/pile/story_days.h"
#include "tests/relevance/collection.h"
#include "tests/relevance/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// A labelled article in the archive.
struct Labelled {
    Xapian::docid docid = 0;
    std::string event;
};

Article read_article(const nlohmann::json& json) {
    Article article;
    article.id = json.at("id");
    article.path = article.id;
    article.title = json.value("title", "");
    article.body = json.at("text");
    article.outlet = json.value("outlet", "");
    if (json.contains("date"))
        article.published = parse_iso_date(json.at("date").get<std::string>());
    return article;
}

/// The archive in which the labelled articles are asked.
class EventArchive {
public:
    explicit EventArchive(const fs::path& data) {
        add_texts(data / "news/us-news-8000.jsonl.gz", "");
        add_texts(data / "collections/fnc1/docs.jsonl.gz", "");
        for (const char* name : {"basil", "ecb"})
            add_texts(data / fmt::format("pile/events-{}.jsonl.gz", name), name);
        for (const nlohmann::json& json : read_gold(data / "pile/events-fnc.jsonl.gz"))
            events_["fnc"].emplace_back(json.at("id"), json.at("event"));
        const std::string index = folder_.path() + "/index";
        index_collection(collection_, index);
        const Xapian::Database database = open_index(index);
        archives_.emplace(std::vector<Archive>{{"", index, database, read_info(database)}});
    }

    const Archives& archives() const { return *archives_; }

    std::vector<Labelled> labelled(const std::string& set) const {
        std::vector<Labelled> found;
        for (const auto& [id, event] : events_.at(set))
            found.push_back({*archives().all().postlist_begin(make_term(id_prefix, id)), event});
        return found;
    }

private:
    /// Those of a set have their events in the file, and ids that are not unique.
    void add_texts(const fs::path& file, const std::string& set) {
        for (const nlohmann::json& json : read_gold(file)) {
            Article article = read_article(json);
            if (!set.empty()) {
                article.id = article.path = fmt::format("{}{}", set, events_[set].size());
                events_[set].emplace_back(article.id, json.at("event"));
            }
            collection_.articles.push_back(std::move(article));
        }
    }

    TemporaryFolder folder_;
    Collection collection_;
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> events_;  ///< by set
    std::optional<Archives> archives_;
};

struct Found {
    double right = 0;
    double told = 0;
    double there = 0;
};

/// Of all pairs of an asker and another article of the set.
Found found_by_stories(const Archives& archives, const std::vector<Labelled>& set) {
    std::map<Xapian::docid, std::string> event_of;
    std::map<std::string, std::size_t> sizes;
    for (const Labelled& article : set) {
        event_of[article.docid] = article.event;
        ++sizes[article.event];
    }
    Found found;
    for (const Labelled& asker : set) {
        found.there += static_cast<double>(sizes[asker.event] - 1);
        for (const StoryMember& member : story_of(archives, asker.docid).members) {
            const auto other = event_of.find(member.docid);
            if (other == event_of.end()) continue;
            ++found.told;
            found.right += other->second == asker.event ? 1 : 0;
        }
    }
    return found;
}

using Matrix = std::vector<std::vector<double>>;

Matrix scores_between(const Archives& archives, const std::vector<Labelled>& set) {
    const Xapian::Database& database = archives.all();
    StemIdfs idfs(archives, "en");
    std::vector<std::vector<CountedStem>> counted;
    std::vector<DateRange> days;
    for (const Labelled& article : set) {
        counted.push_back(stems_of_article(database, article.docid, idfs));
        days.push_back(days_of_article(database.get_document(article.docid)));
    }
    idfs.look_up();
    std::vector<ArticleVector> vectors;
    for (const auto& stems : counted) vectors.push_back(article_vector(stems, idfs));
    Matrix scores(set.size(), std::vector<double>(set.size()));
    for (std::size_t i = 0; i < set.size(); ++i) {
        const ComparedArticle compared(vectors[i]);
        for (std::size_t j = 0; j < i; ++j)
            scores[i][j] = scores[j][i] =
                story_score(compared.cosine(vectors[j]), days_between(days[i], days[j]));
    }
    return scores;
}

/// The number of each article's cluster: the two that are nearest by the mean of their scores are
/// joined, until no mean reaches `least`.
std::vector<std::size_t> average_linkage(Matrix sums, double least) {
    std::vector<std::size_t> cluster(sums.size());
    std::iota(cluster.begin(), cluster.end(), 0);
    std::vector<double> sizes(sums.size(), 1);
    while (true) {
        double best = least;
        std::size_t kept = 0;
        std::size_t joined = 0;
        for (std::size_t i = 0; i < sums.size(); ++i)
            for (std::size_t j = 0; j < i && sizes[i] > 0; ++j)
                if (sizes[j] > 0 && sums[i][j] / (sizes[i] * sizes[j]) >= best) {
                    best = sums[i][j] / (sizes[i] * sizes[j]);
                    kept = j;
                    joined = i;
                }
        if (kept == joined) return cluster;
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k][kept] = sums[kept][k] += sums[joined][k];
        sizes[kept] += sizes[joined];
        sizes[joined] = 0;
        std::ranges::replace(cluster, joined, kept);
    }
}

double b_cubed_f(const std::vector<Labelled>& set, const std::vector<std::size_t>& cluster) {
    double precision = 0;
    double recall = 0;
    for (std::size_t i = 0; i < set.size(); ++i) {
        double both = 0;
        double in_cluster = 0;
        double in_event = 0;
        for (std::size_t j = 0; j < set.size(); ++j) {
            const bool same_cluster = cluster[i] == cluster[j];
            const bool same_event = set[i].event == set[j].event;
            both += same_cluster && same_event ? 1 : 0;
            in_cluster += same_cluster ? 1 : 0;
            in_event += same_event ? 1 : 0;
        }
        precision += both / in_cluster;
        recall += both / in_event;
    }
    return 2 * precision * recall / (precision + recall) / static_cast<double>(set.size());
}

}  // namespace

Figures event_figures(const fs::path& data) {
    constexpr double least_mean = 0.20;
    const EventArchive archive(data);
    Figures figures;
    for (const std::string name : {"basil", "ecb", "fnc"}) {
        const std::vector<Labelled> set = archive.labelled(name);
        const Found found = found_by_stories(archive.archives(), set);
        const auto clusters = average_linkage(scores_between(archive.archives(), set), least_mean);
        figures.push_back({fmt::format("story.{}.precision", name), found.right / found.told});
        figures.push_back({fmt::format("story.{}.recall", name), found.right / found.there});
        figures.push_back({fmt::format("story.{}.clusters", name), b_cubed_f(set, clusters)});
    }
    return figures;
}

}  // namespace dateline
