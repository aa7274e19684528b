// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/index_contents.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>

#include "common/fields.h"
#include "common/index_store.h"
#include "common/stored_article.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_differences = 12;

class Reader {
public:
    explicit Reader(const Xapian::Database& database) : database_(database) {}

    IndexContents read() {
        const IndexInfo info = read_info(database_);
        for (const Root& root : info.roots) contents_.roots[root.number] = root.path;
        for (auto doc = database_.postlist_begin(""); doc != database_.postlist_end(""); ++doc)
            read_document(*doc);
        for (auto key = database_.metadata_keys_begin("t"); key != database_.metadata_keys_end("t");
             ++key)
            if (!text_keys_.contains(*key)) flaw("a text belongs to no article");
        for (auto stem = database_.synonym_keys_begin(); stem != database_.synonym_keys_end();
             ++stem)
            for (auto form = database_.synonyms_begin(*stem); form != database_.synonyms_end(*stem);
                 ++form)
                contents_.synonyms.insert(*stem + " " + *form);
        return std::move(contents_);
    }

private:
    void flaw(const std::string& what) { contents_.flaws.push_back(what); }

    void read_document(Xapian::docid docid) {
        const Xapian::Document document = database_.get_document(docid);
        Article article = decode_display(document.get_data());
        const std::string key = text_key(docid);
        text_keys_.insert(key);
        decode_text(database_.get_metadata(key), article);
        const std::string place = place_of(article);
        std::string lines = stored_lines(article, stamp_of(article));
        for (auto value = document.values_begin(); value != document.values_end(); ++value)
            lines += fmt::format("value {}: {}\n", value.get_valueno(), *value);
        lines += fmt::format("length {}\n", database_.get_doclength(docid));
        lines += term_lines(docid, article, place);
        if (!contents_.articles.emplace(place, lines).second) flaw(place + " is there twice");
    }

    std::string place_of(const Article& article) {
        const auto root = contents_.roots.find(article.root);
        if (root == contents_.roots.end()) flaw(article.path + " is of a folder not known");
        std::string place = root == contents_.roots.end() ? "?" : root->second;
        place.append("/").append(article.path);
        if (article.item_line != 0) place += fmt::format(":{}", article.item_line);
        return place;
    }

    /// A file of many articles has one for all of them.
    FileStamp stamp_of(const Article& article) {
        if (article.item_line == 0) return article.file;
        const std::string stamp =
            database_.get_metadata(container_stamp_key(article.root, article.path));
        if (stamp.empty()) flaw("nothing is known of the file " + article.path);
        return stamp.empty() ? FileStamp{} : decode_stamp(stamp);
    }

    static std::string stored_lines(const Article& article, const FileStamp& stamp) {
        std::string lines = fmt::format("id {} in folder {}\nfile of {} bytes, hash {:x}\n",
                                        article.id, article.root, article.file.size, stamp.hash);
        for (const Field& row : fields()) {
            if (row.number == 0) continue;  // not stored
            for (const std::string& value : row.get(article))
                lines += fmt::format("{}: {}\n", row.name, value);
        }
        for (const auto& [name, from] : article.derived)
            lines += fmt::format("{} from {}\n", name, from);
        for (const LineMark& mark : article.lines)
            lines += fmt::format("line {} at {}\n", mark.line, mark.offset);
        return lines + "body " + article.body + "\n";
    }

    std::string term_lines(Xapian::docid docid, const Article& article, const std::string& place) {
        std::string lines;
        std::vector<std::string> ids;
        for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid);
             ++term) {
            lines += fmt::format("term {} {}:", *term, term.get_wdf());
            for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
                lines += fmt::format(" {}", *at);
            lines += '\n';
            if ((*term).starts_with(id_prefix)) ids.push_back(*term);
        }
        const std::string id = make_term(id_prefix, article.id);
        if (ids != std::vector{id}) flaw(place + " has other ids in its terms than in its fields");
        if (database_.get_termfreq(id) != 1) flaw(place + " shares its id with another article");
        return lines;
    }

    const Xapian::Database& database_;
    IndexContents contents_;
    std::set<std::string> text_keys_;
};

/// The first lines that differ.
std::string difference(const std::string& actual, const std::string& expected) {
    std::istringstream a(actual);
    std::istringstream b(expected);
    std::string line_a;
    std::string line_b;
    for (;;) {
        const bool more_a = static_cast<bool>(std::getline(a, line_a));
        const bool more_b = static_cast<bool>(std::getline(b, line_b));
        if (!more_a) line_a = "(end)";
        if (!more_b) line_b = "(end)";
        if (line_a != line_b)
            return fmt::format("'{}', expected '{}'", line_a.substr(0, 200), line_b.substr(0, 200));
        if (!more_a || !more_b) return "nothing";
    }
}

void compare_articles(const IndexContents& actual, const IndexContents& expected,
                      std::vector<std::string>& found) {
    for (const auto& [place, lines] : expected.articles) {
        const auto article = actual.articles.find(place);
        if (article == actual.articles.end())
            found.push_back(place + " is missing");
        else if (article->second != lines)
            found.push_back(place + ": " + difference(article->second, lines));
    }
    for (const auto& [place, lines] : actual.articles)
        if (!expected.articles.contains(place)) found.push_back(place + " should not be there");
}

}  // namespace

IndexContents read_contents(const fs::path& index) {
    if (!fs::exists(index / stub_name)) {
        IndexContents none;
        none.exists = false;
        return none;
    }
    return Reader(Xapian::Database(index.string())).read();
}

std::string differences(const IndexContents& actual, const IndexContents& expected) {
    if (actual.exists != expected.exists)
        return actual.exists ? "there is an index\n" : "there is no index\n";
    std::vector<std::string> found = actual.flaws;
    if (actual.roots != expected.roots) {
        std::string line = "folders:";
        for (const auto& [number, path] : actual.roots) line += fmt::format(" {}={}", number, path);
        line += ", expected:";
        for (const auto& [number, path] : expected.roots)
            line += fmt::format(" {}={}", number, path);
        found.push_back(line);
    }
    compare_articles(actual, expected, found);
    for (const std::string& synonym : expected.synonyms)
        if (!actual.synonyms.contains(synonym)) found.push_back("no word form '" + synonym + "'");
    std::string all;
    for (std::size_t i = 0; i < std::min(found.size(), most_differences); ++i)
        all += "  " + found[i] + "\n";
    if (found.size() > most_differences)
        all += fmt::format("  and {} more\n", found.size() - most_differences);
    return all;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    if (fs::exists(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace dateline
