// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/relevance/collection.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/error.h"
#include "common/index_store.h"
#include "indexer/document/document.h"
#include "indexer/files/generations.h"
#include "indexer/writers/bulk/bulk_loader.h"
#include "indexer/writers/bulk/segment.h"

namespace dateline {

namespace fs = std::filesystem;

std::vector<std::string> read_lines(const std::string& path) {
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
    if (file == nullptr) throw Error("cannot open '" + path + "'", "is it a collection's folder?");
    std::string text;
    std::array<char, 65536> buffer{};
    for (int got = 0; (got = gzread(file.get(), buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

Article read_article(const std::string& line) {
    const auto json = nlohmann::json::parse(line);
    Article article;
    article.id = json.at("id").get<std::string>();
    article.path = article.id;
    article.title = json.value("title", "");
    article.body = json.value("text", "");
    article.language = json.value("language", "");
    article.outlet = json.value("outlet", "");
    if (const std::string date = json.value("date", ""); !date.empty())
        article.published = parse_iso_date(date);
    return article;
}

Collection read_collection(const std::string& folder) {
    Collection made;
    made.name = fs::path(folder).lexically_normal().filename().string();
    const std::string plain = folder + "/docs.jsonl";
    for (const std::string& line : read_lines(fs::exists(plain) ? plain : plain + ".gz"))
        made.articles.push_back(read_article(line));
    for (const std::string& line : read_lines(folder + "/queries.tsv")) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos) throw Error("no tab in '" + line + "'", folder);
        made.queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    for (const std::string& line : read_lines(folder + "/qrels.txt")) {
        std::istringstream fields(line);
        std::string query;
        std::string zero;
        std::string document;
        int grade = 0;
        if (fields >> query >> zero >> document >> grade)
            made.judgments[query].insert({document, grade});
    }
    return made;
}

void index_collection(const Collection& collection, const std::string& index) {
    fs::create_directories(index);
    const std::string generation = next_generation(index);
    {
        BulkLoader loader(generation, {});
        bulk::Segment segment;
        Vocabulary vocabulary;
        DocumentBuilder builder(vocabulary);
        for (Article article : collection.articles) segment.add(builder.build(article), vocabulary);
        for (const auto& [stem, form] : builder.take_new_forms()) segment.add_form(stem, form);
        loader.append(segment.finish(vocabulary));
        IndexInfo info;
        info.analysis = analysis_version;
        info.languages = builder.languages();
        for (const auto& [key, value] : encode_info(info)) loader.set_metadata(key, value);
        loader.set_metadata(std::string(length_column_key), loader.lengths().encoded());
        loader.commit();
    }
    publish_generation(index, generation);
}

}  // namespace dateline
