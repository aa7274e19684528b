// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-evaluate: how good the ranking is on test collections. A developer's program; it is not
// installed. docs/ranking.md tells how it is used.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "common/analysis.h"
#include "common/error.h"
#include "searcher/query/operands.h"
#include "searcher/search.h"
#include "tests/relevance/collection.h"
#include "tests/relevance/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr const char* usage =
    R"(usage: dateline-evaluate [options] COLLECTION_DIR...
Indexes each collection, asks its queries as bare words and prints how good the ranking is.
  --stage 0|1       BM25 alone, or put in order again by where the words stand (default)
  --depth N         hits a query (default 1000)
  --index DIR       keep the indexes in DIR and use those that are there
  --runs DIR        write a TREC run file a collection
  --golden FILE     the first ten hits of each query are as in FILE, else fail; with
                    DATELINE_ACCEPT=1 in the environment write FILE
  --minimum FILE    lines of `collection ndcg@10 map`: fail if one is missed by more than .003, or
                    the line `mean` at all
)";

struct Options {
    SearchRequest request;
    std::string index;
    std::string runs;
    std::string golden;
    std::string minimum;
    std::vector<std::string> folders;
};

Options read_options(const std::vector<std::string>& arguments) {
    Options options;
    options.request.limit = 1000;
    std::size_t at = 0;
    const auto value = [&] {
        if (++at >= arguments.size()) throw Error("a value is missing", usage);
        return arguments[at];
    };
    for (; at < arguments.size(); ++at) {
        const std::string& name = arguments[at];
        if (name == "--stage")
            options.request.rerank = value() != "0";
        else if (name == "--depth")
            options.request.limit = static_cast<std::uint32_t>(std::stoul(value()));
        else if (name == "--index")
            options.index = value();
        else if (name == "--runs")
            options.runs = value();
        else if (name == "--golden")
            options.golden = value();
        else if (name == "--minimum")
            options.minimum = value();
        else if (name.starts_with("-"))
            throw Error("unknown option '" + name + "'", usage);
        else
            options.folders.push_back(name);
    }
    if (options.folders.empty()) throw Error("no collection named", usage);
    return options;
}

/// Bare words: nothing of a text acts as an operator.
Node bare_words(const std::string& text) {
    Node sequence;
    Tokenizer tokenizer;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        const std::vector<Token>& tokens = tokenizer.tokens(word);
        if (tokens.empty()) continue;
        Node& node = sequence.children.emplace_back();
        node.kind = NodeKind::word;
        node.text = without_punctuation(std::string_view(word).substr(tokens.front().begin));
    }
    return sequence;
}

/// A text longer than a query may be is asked by its first words.
std::vector<ScoredId> ask(const Options& options, const std::string& index, Node query) {
    for (;;) {
        try {
            return rank({{"", index}}, options.request, query);
        } catch (const Error&) {
            if (query.children.size() < most_query_words) throw;
            query.children.pop_back();
        }
    }
}

/// Folders of indexes that are kept, or of one run only.
class Workplace {
public:
    explicit Workplace(const std::string& kept) : folder_(kept) {
        if (kept.empty()) folder_ = temporary_.emplace().path();
    }

    std::string index_of(const Collection& collection) const {
        std::string index = folder_ + "/" + collection.name;
        if (!fs::exists(index + "/XAPIANDB")) index_collection(collection, index);
        return index;
    }

private:
    std::optional<TemporaryFolder> temporary_;
    std::string folder_;
};

/// The first hits of a query in one line of the golden file.
std::string golden_line(const TestQuery& query, const std::vector<std::string>& ids) {
    constexpr std::size_t most = 10;
    const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(most, ids.size()));
    return fmt::format("{}\t{}\t{}\n", query.id, query.text, fmt::join(ids.begin(), end, " "));
}

struct Evaluation {
    std::map<std::string, std::vector<Metrics>> rows;  ///< of all queries by "", and by kind
    std::string golden;
};

/// The letter before the underscore of an id, where a collection has several kinds of queries: "w"
/// of "w_12".
std::string kind_of(const std::string& query) {
    return query.size() > 1 && query[1] == '_' ? query.substr(0, 1) : "";
}

Evaluation evaluate(const Options& options, const Collection& collection,
                    const std::string& index) {
    std::ofstream run;
    if (!options.runs.empty()) {
        fs::create_directories(options.runs);
        run.open(options.runs + "/" + collection.name + ".run");
    }
    Evaluation made;
    for (const TestQuery& query : collection.queries) {
        const auto judged = collection.judgments.find(query.id);
        if (judged == collection.judgments.end() || !has_relevant(judged->second)) continue;
        std::vector<std::string> ids;
        for (const ScoredId& hit : ask(options, index, bare_words(query.text))) {
            ids.push_back(hit.id);
            if (run.is_open())
                run << fmt::format("{} Q0 {} {} {:.6f} dateline\n", query.id, hit.id, ids.size(),
                                   hit.score);
        }
        const Metrics figures = score(judged->second, ids);
        made.rows[""].push_back(figures);
        if (const std::string kind = kind_of(query.id); !kind.empty())
            made.rows[kind].push_back(figures);
        made.golden += golden_line(query, ids);
    }
    return made;
}

void print_row(const std::string& name, const Metrics& row) {
    std::string line = fmt::format("{:12}", name);
    for (std::size_t i = 0; i < row.size(); ++i)
        line += fmt::format(" {}={:.4f}", metric_names[i], row[i]);
    std::cout << line << std::endl;
}

/// Says which figures are below those of the file; true if none.
bool reaches(const std::string& file, const std::map<std::string, Metrics>& figures) {
    constexpr double tolerance = 0.003;
    std::ifstream stream(file);
    if (!stream) throw Error("cannot read '" + file + "'", "");
    bool good = true;
    for (std::string line; std::getline(stream, line);) {
        std::istringstream fields(line);
        std::string name;
        double ndcg = 0;
        double map = 0;
        if (!(fields >> name >> ndcg >> map) || name.starts_with("#")) continue;
        const auto known = figures.find(name);
        if (known == figures.end()) continue;
        const double less = name == "mean" ? 0 : tolerance;
        if (known->second[0] >= ndcg - less && known->second[1] >= map - less) continue;
        good = false;
        std::cout << fmt::format("{}: below {:.3f} {:.3f}\n", name, ndcg, map);
    }
    return good;
}

/// Compares line by line; says what differs.
bool is_golden(const std::string& file, const std::string& found) {
    if (std::getenv("DATELINE_ACCEPT") != nullptr) {
        std::ofstream(file, std::ios::binary) << found;
        return true;
    }
    std::ifstream wanted(file);
    if (!wanted) throw Error("cannot read '" + file + "'", "make it with DATELINE_ACCEPT=1");
    std::istringstream lines(found);
    bool good = true;
    for (std::string line; std::getline(lines, line);) {
        std::string golden;
        std::getline(wanted, golden);
        if (line == golden) continue;
        good = false;
        std::cout << "wanted " << golden << "\nfound  " << line << "\n";
    }
    return good;
}

int run(const std::vector<std::string>& arguments) {
    const Options options = read_options(arguments);
    const Workplace place(options.index);
    std::map<std::string, Metrics> figures;
    std::vector<Metrics> rows;
    std::string golden;
    for (const std::string& folder : options.folders) {
        const Collection collection = read_collection(folder);
        const Evaluation done = evaluate(options, collection, place.index_of(collection));
        golden += done.golden;
        for (const auto& [kind, of_kind] : done.rows) {
            const std::string name = collection.name + (kind.empty() ? "" : ":") + kind;
            print_row(name, figures[name] = mean(of_kind));
        }
        rows.push_back(figures[collection.name]);
    }
    if (rows.size() > 1) print_row("mean", figures["mean"] = mean(rows));
    const bool good = options.minimum.empty() || reaches(options.minimum, figures);
    const bool same = options.golden.empty() || is_golden(options.golden, golden);
    return good && same ? 0 : 1;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
    try {
        return dateline::run({argv + 1, argv + argc});
    } catch (const dateline::Error& error) {
        std::cerr << "dateline-evaluate: " << error.what() << '\n' << error.hint() << '\n';
    } catch (const std::exception& error) {
        std::cerr << "dateline-evaluate: " << error.what() << '\n';
    }
    return 2;
}
